#include "render/site_renderer.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

Json::json_pointer pointer_to(const std::string& key) { return Json::json_pointer("/" + key); }

// Those of the glossary's words that were used, explained; false for none.
Json explained_words(const Scene& scene, const Texts& texts, const std::unordered_set<const Term*>& used,
                     const std::string& page_address, const std::string& id_prefix, bool absolute) {
  if (used.empty() || scene.site.glossary() == nullptr) return false;
  // A text may have been read in the world of an edition, whose terms are other objects.
  std::unordered_set<std::string_view> ids;
  for (const Term* term : used) ids.insert(term->id);
  // The glossary of today, which may have another address and other words than that of an edition.
  const ContentPage* today = scene.present().glossary();
  const auto address_of_term = [&](const std::string& id) {
    if (today == nullptr ||
        std::none_of(today->terms.begin(), today->terms.end(), [&](const Term& each) { return each.id == id; }))
      return Json(false);
    return Json((absolute ? scene.site.base_url + today->address : relative_link(page_address, today->address)) + "#" +
                id);
  };
  Json items = Json::array();
  for (const Word& word : texts.words())
    if (ids.contains(word.term->id))
      items.push_back(Json{{"id", id_prefix + word.term->id},
                           {"term", word.term->term},
                           {"meaning", word.meaning},
                           {"href", address_of_term(word.term->id)}});
  return Json{{"items", std::move(items)}};
}

// The address of the stylesheet that a page needs beside the first one; false when it needs no other.
Json further_stylesheet(const Theme& theme, const Texts& texts, const Page& page, const PageView& view) {
  bool needed = theme.further.contains("layout-" + page.layout);
  for (const MarkdownSlot& slot : view.texts)
    for (const std::string& component : texts.charts_in(slot.text))
      needed = needed || theme.further.contains(component);
  return needed ? Json(theme.further_stylesheet.address) : Json(false);
}

// Fills `out` with the page's HTML. Layouts are called "layout-<name>" among the templates.
std::string render_page(const Scene& scene, const Theme& theme, const Texts& texts, const Page& page, PageView& view,
                        const Json& site_context, const Json& menu) {
  // The words that texts have together, and whether they are on paper.
  std::map<std::string, std::pair<std::unordered_set<const Term*>, bool>> together;
  for (const MarkdownSlot& slot : view.texts) {
    std::string html;
    std::unordered_set<const Term*> used;
    if (const MarkdownText* text = texts.of(slot.text)) {
      text->html({page.address, slot.top_level, slot.id_prefix, slot.absolute ? scene.site.base_url : "",
                  slot.terms_key.empty() ? slot.id_prefix : ""},
                 html);
      used.insert(text->terms().begin(), text->terms().end());
    }
    Json& place = view.context[pointer_to(slot.key)];
    place["html"] = std::move(html);
    place["terms"] = false;
    if (slot.terms_key.empty()) {
      place["terms"] = explained_words(scene, texts, used, page.address, slot.id_prefix, slot.absolute);
    } else {
      auto& [all, absolute] = together[slot.terms_key];
      all.merge(used);
      absolute = slot.absolute;
    }
  }
  for (const auto& [key, words] : together)
    view.context[pointer_to(key)] = explained_words(scene, texts, words.first, page.address, "", words.second);
  view.context["further_stylesheet"] = further_stylesheet(theme, texts, page, view);
  std::string out;
  out.reserve(32 * 1024);
  const Json* const contexts[] = {&site_context, &menu, &view.context};
  theme.templates.render("layout-" + page.layout, contexts, out, scene.diagnostics);
  return out;
}

// The entry with the Markdown of its slots, heading by heading.
SearchEntry with_texts(SearchEntry entry, const Texts& texts, const std::vector<MarkdownSlot>& slots) {
  std::vector<SearchPart> parts;
  for (SearchPart& part : entry.parts) {
    if (part.slot.empty()) {
      parts.push_back(std::move(part));
      continue;
    }
    const auto slot =
        std::find_if(slots.begin(), slots.end(), [&](const MarkdownSlot& each) { return each.key == part.slot; });
    const MarkdownText* text = slot == slots.end() ? nullptr : texts.of(slot->text);
    if (text == nullptr) continue;
    for (const MarkdownSection& section : text->sections()) {
      const bool first = section.heading.empty();  // It stands below what the view has put above the text.
      parts.push_back({first ? part.heading : section.heading,
                       first ? part.fragment : slot->id_prefix + section.id,
                       section.text,
                       {}});
    }
  }
  entry.parts = std::move(parts);
  return entry;
}

// Every id="…" of a page that we made: quotes are always double and values escaped.
std::unordered_set<std::string> ids_of(std::string_view html) {
  std::unordered_set<std::string> out;
  constexpr std::string_view mark = " id=\"";
  for (std::size_t at = html.find(mark); at != std::string_view::npos; at = html.find(mark, at)) {
    at += mark.size();
    const std::size_t end = html.find('"', at);
    if (end == std::string_view::npos) break;
    out.emplace(html.substr(at, end - at));
  }
  return out;
}

// Whether a page can be written there: not where a file is already, nor below one; nor where a disk that does not
// tell capitals apart has one.
bool is_free(const std::string& address, const std::unordered_set<std::string>& taken) {
  const std::string all = in_lower_case(address);
  for (std::size_t slash = all.find('/'); slash != std::string::npos; slash = all.find('/', slash + 1))
    if (taken.contains(all.substr(0, slash))) return false;
  return !taken.contains(all);
}

// A page for each address that a published text leads to and that is not there any more.
std::vector<Page> gone_pages(const Scene& scene, const std::vector<MarkdownLink>& links,
                             const std::vector<OutputFile>& files) {
  std::unordered_set<std::string> taken;
  for (const OutputFile& file : files) taken.insert(in_lower_case(file.address));
  std::map<std::string, std::set<std::string>>
      gone;  // With what links call it; of several, always the same one counts.
  for (const MarkdownLink& link : links)
    if (link.address.ends_with(".html") && is_free(link.address, taken)) gone[link.address].insert(link.words);
  std::vector<Page> out;
  for (const auto& [address, names] : gone) out.push_back(gone_page(scene, address, *names.begin()));
  return out;
}

// Of a period that is told from its sources instead of its editions: what these alone have.
bool is_of_excepted(const Scene& scene, const std::string& address) {
  if (scene.archive == nullptr) return false;
  return std::any_of(scene.archive->editions.begin(), scene.archive->editions.end(), [&](const auto& edition) {
    const Period* today = scene.site.find_period(edition->period_id);
    if (today != nullptr && today->edition != nullptr) return false;
    const std::string folder = "periodes/" + edition->period_id + "/";
    if (address.starts_with(folder + "v" + std::to_string(edition->number) + "/")) return true;
    return std::any_of(edition->withdrawn.begin(), edition->withdrawn.end(),
                       [&](const WithdrawnPart& part) { return !part.page.empty() && address == folder + part.page; });
  });
}

bool is_of_left_out(const Site& site, const std::string& address) {
  return std::any_of(site.left_out.begin(), site.left_out.end(),
                     [&](const std::string& id) { return address.starts_with("periodes/" + id + "/"); });
}

// Links in texts must lead somewhere: the address to a file of the site, the fragment to an id on it.
void check_links(const Scene& scene, const std::vector<MarkdownLink>& links, const std::vector<OutputFile>& files) {
  Diagnostics& diagnostics = scene.diagnostics;
  std::unordered_map<std::string_view, const OutputFile*> by_address;
  std::vector<std::string_view> addresses;
  for (const OutputFile& file : files) by_address.emplace(file.address, &file);
  std::unordered_map<std::string_view, std::unordered_set<std::string>> ids;
  for (const MarkdownLink& link : links) {
    if (link.address.empty()) continue;  // To a heading of its own text: checked where the text is read.
    const auto found = by_address.find(link.address);
    if (found == by_address.end()) {
      if (is_of_excepted(scene, link.address)) continue;
      if (is_of_left_out(scene.site, link.address)) {
        diagnostics.error("link-page", link.where,
                          "no page at /" + link.address + ": that period was not published yet",
                          "publish the period first, or take the link away until then");
        continue;
      }
      if (addresses.empty())
        for (const OutputFile& file : files)
          if (!file.address.starts_with("bestanden/")) addresses.push_back(file.address);
      const std::string_view near = closest(link.address, addresses);
      diagnostics.error("link-page", link.where, "no page at /" + link.address,
                        near.empty() ? "open the page in a browser and copy what stands after the site's own address"
                                     : "did you mean '/" + std::string(near) + "'?");
      continue;
    }
    if (link.fragment.empty()) continue;
    auto known = ids.find(found->first);
    if (known == ids.end()) known = ids.emplace(found->first, ids_of(found->second->bytes)).first;
    if (known->second.contains(link.fragment)) continue;
    std::vector<std::string_view> names(known->second.begin(), known->second.end());
    std::sort(names.begin(), names.end());  // Of two that are equally near, always the same one.
    const std::string_view near = closest(link.fragment, names);
    diagnostics.error("link-heading", link.where, "page /" + link.address + " has no heading '#" + link.fragment + "'",
                      near.empty() ? "open the page in a browser and copy the link of the heading"
                                   : "did you mean '#" + std::string(near) + "'?");
  }
}

// True for a script, a link to one, a handler (onload="…"), or what could hide one of these.
bool is_active_svg(const std::string& bytes) {
  const std::string svg = in_lower_case(bytes);
  for (const char* active : {"<script", "javascript:", "<foreignobject", "<!entity", "&#"})
    if (svg.find(active) != std::string::npos) return true;
  constexpr std::string_view blanks = " \t\r\n/\"'";
  for (std::size_t at = svg.find("on", 1); at != std::string::npos; at = svg.find("on", at + 1)) {
    if (blanks.find(svg[at - 1]) == std::string_view::npos) continue;
    std::size_t end = at;
    while (end < svg.size() && svg[end] >= 'a' && svg[end] <= 'z') ++end;
    while (end < svg.size() && blanks.find(svg[end]) != std::string_view::npos) ++end;
    if (end < svg.size() && svg[end] == '=') return true;
  }
  return false;
}

// A file that a browser would run does not belong on a site without scripts.
void check_attachment(const std::string& path, const std::string& bytes, Diagnostics& diagnostics) {
  const std::string name = in_lower_case(path);
  bool runs = false;
  for (const char* ending : {".html", ".htm", ".xhtml", ".js", ".mjs", ".swf"}) runs = runs || name.ends_with(ending);
  if (name.ends_with(".svg")) runs = is_active_svg(bytes);
  if (runs)
    diagnostics.error("attachment-active", Location{path, 0, 0, 1, ""}, "a browser would run this file",
                      "publish it as a PDF or a picture, or write it as a Markdown page");
}

}  // namespace

RenderedSite render_site(const Told& present, const std::vector<Told>& editions, const Theme& theme,
                         const std::vector<Page>& pages, const Json& site_context, unsigned threads,
                         std::atomic<std::size_t>& done) {
  const Scene& scene = present.scene;
  const SiteFolder& folder = present.folder;
  const Texts& texts = present.texts;
  std::unordered_map<const Scene*, const Texts*> texts_of{{&scene, &texts}};
  for (const Told& edition : editions) texts_of.emplace(&edition.scene, &edition.texts);
  const std::map<std::string, Json> menus = menu_contexts(scene, pages);
  std::vector<std::vector<OutputFile>> rendered(pages.size());
  std::vector<std::optional<SearchEntry>> entries(pages.size());
  parallel_for(pages.size(), threads, [&](std::size_t i) {
    const Page& page = pages[i];
    PageView view = page.view();
    const Scene& of_page = page.scene != nullptr ? *page.scene : scene;
    const Texts& of_scene = *texts_of.at(&of_page);
    std::string html = render_page(of_page, theme, of_scene, page, view, site_context, menus.at(page.section));
    if (view.search) entries[i] = with_texts(std::move(*view.search), of_scene, view.texts);
    rendered[i] = std::move(view.files);
    rendered[i].insert(rendered[i].begin(), OutputFile{page.address, std::move(html)});
    ++done;
  });

  RenderedSite out;
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (entries[i]) out.found.push_back({pages[i].address, std::move(*entries[i])});
  std::vector<OutputFile>& files = out.files;
  std::unordered_map<std::string, std::size_t> seen;
  const auto add = [&](OutputFile file) {
    const auto [at, is_new] = seen.emplace(file.address, files.size());
    if (is_new) {
      files.push_back(std::move(file));
    } else if (!file.address.ends_with(".html") && files[at->second].bytes != file.bytes &&
               !scene.diagnostics.has_errors()) {
      // Of pages list_pages has reported it, and of two things with one id the model.
      scene.diagnostics.error("address-collision", Location{}, "two files at one address: " + file.address,
                              "give one of the two another name or id");
    }
  };
  for (auto& of_page : rendered)
    for (OutputFile& file : of_page) add(std::move(file));
  add(theme.stylesheet);
  for (const OutputFile* file :
       {&theme.further_stylesheet, &theme.search_stylesheet, &theme.page_script, &theme.search_script})
    if (!file->address.empty()) add(*file);
  for (const OutputFile& asset : theme.assets) add(asset);
  std::set<std::string> published;
  for (const Told& edition : editions) {
    const Period* period = edition.scene.site.newest();
    for (const auto& [path, bytes] : edition.folder.attachments) {
      if (edition.texts.attachments().contains(path)) add({attachment_address(path, period), bytes});
      published.insert(path);  // That nothing names it any more is what a withdrawal leaves behind.
    }
  }
  for (const auto& [path, bytes] : folder.attachments) {
    if (texts.attachments().contains(path)) {
      check_attachment(path, bytes, scene.diagnostics);
      add({attachment_address(path, nullptr), bytes});
    } else if (!published.contains(path) && !scene.diagnostics.has_errors()) {
      // After an error the text that names it may be the one that could not be read.
      scene.diagnostics.warning("attachment-unused", Location{path, 0, 0, 1, ""},
                                "no text or letter names this file; it is not published",
                                "link to it, or take it out of content/");
    }
  }

  std::vector<MarkdownLink> published_links = texts.published_links();
  for (const Told& edition : editions)
    for (MarkdownLink& link : edition.texts.published_links()) published_links.push_back(std::move(link));
  for (const Page& page : gone_pages(scene, published_links, files)) {
    PageView view = page.view();
    add({page.address, render_page(scene, theme, texts, page, view, site_context, menus.at(page.section))});
  }

  std::vector<MarkdownLink> links = texts.links();
  for (const std::string& link : {scene.site.privacy_link, scene.site.accessibility_link})
    if (link.starts_with('/') && folder.faulty.empty())
      links.push_back(link_of_data(link, Location{"data/site.json", 0, 0, 1, ""}));
  check_links(scene, links, files);
  return out;
}

}  // namespace stoplicht

#include "render/texts.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "model/edition_parts.h"
#include "model/figures.h"
#include "model/fill_figures.h"
#include "views/addresses.h"
#include "views/charts.h"

namespace stoplicht {
namespace {

std::vector<Text> texts_of(const Site& site) {
  std::vector<Text> out;
  const auto add = [&](const Text& text) {
    if (!text.empty()) out.push_back(text);
  };
  for (const auto& period : site.periods) {
    add(period->summary);
    for (const auto& letter : period->letters) add(letter->text);
    for (const auto& page : period->pages) add(page->text);
    for (const ProjectReport& report : period->projects) add(report.progress);
    for (const LocalText& local : period->local_texts) add(local.text);
  }
  for (const auto& commitment : site.commitments) add(commitment->closure);
  for (const auto& page : site.pages) add(page->text);
  return out;
}

// Where a part of a term stands: its place in the list of the file, in which others may be faulty.
Location place_of(const ContentPage& page, const Term& term, std::string_view key) {
  const Document& document = *page.text.document;
  const Json& list = document.root().at("terms");
  std::size_t at = 0;
  while (at < list.size() && !(list[at].is_object() && list[at].value("term", Json()) == term.term)) ++at;
  return document.at("/terms/" + std::to_string(at) + "/" + std::string(key));
}

// The world of an edition, and not the site of today.
bool is_world(const Scene& scene) { return &scene.site != &scene.present(); }

// Whether an edition holds the text, or held it before what came of its announcements was told.
bool is_published(const Scene& scene, const Text& text) {
  const Edition* edition = text.period != nullptr ? text.period->edition : nullptr;
  return is_world(scene) || (edition != nullptr && is_source_of(text.document->source().path(), edition->period_id));
}

// Where the page of a Markdown file was that is not there any more: where its stone stands, or else where such a file
// has its page.
std::string former_address(const Scene& scene, std::string_view file) {
  const std::string part = std::string(text_part) + std::string(file);
  if (scene.archive != nullptr)
    for (const auto& edition : scene.archive->editions)
      for (const WithdrawnPart& withdrawn : edition->withdrawn)
        if (withdrawn.part == part && edition->is_newest() && !withdrawn.page.empty())
          return edition->period->folder + "/" + withdrawn.page;
  constexpr std::string_view ending = ".md";
  if (file.ends_with(ending)) file.remove_suffix(ending.size());
  const auto name = std::string(file.substr(file.rfind('/') + 1)) + ".html";
  if (file.starts_with("content/commitments/"))
    return "toezeggingen/" + slug(name.substr(0, name.size() - 5)) + ".html";
  constexpr std::string_view periods = "content/periods/";
  if (!file.starts_with(periods)) return name;
  const std::string_view rest = file.substr(periods.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string folder = "periodes/" + std::string(rest.substr(0, slash)) + "/";
  const std::string_view below = rest.substr(slash);
  if (below == "/summary") return folder + "index.html";
  if (below.starts_with("/councils/")) return "gemeenten/" + name;
  return folder + (below.starts_with("/letters/") ? "brieven/" : "") + name;
}

}  // namespace

FileAddresses addresses_of_files(const Site& site) {
  FileAddresses out;
  const auto add = [&](const Text& text, const std::string& address) {
    if (text.document != nullptr) out.emplace(text.document->source().path(), address);
  };
  for (const auto& period : site.periods) {
    add(period->summary, address_of(*period));
    for (const auto& letter : period->letters) add(letter->text, letter->address);
    for (const auto& page : period->pages) add(page->text, page->address);
    for (const ProjectReport& report : period->projects) add(report.progress, address_of(report));
    for (const LocalText& local : period->local_texts) add(local.text, address_of_council(*local.council));
  }
  for (const auto& commitment : site.commitments) add(commitment->closure, commitment->address);
  for (const auto& page : site.pages) add(page->text, page->address);
  return out;
}

MarkdownLink link_of_data(std::string_view link, Location where) {
  MarkdownLink out;
  const std::size_t hash = link.find('#');
  out.address = link.substr(1, hash == std::string_view::npos ? hash : hash - 1);
  if (out.address.empty() || out.address.ends_with('/')) out.address += "index.html";
  if (hash != std::string_view::npos) out.fragment = link.substr(hash + 1);
  out.where = std::move(where);
  return out;
}

void Texts::read_glossary(const Scene& scene, const SiteFolder& folder) {
  const ContentPage* page = scene.site.glossary();
  if (page == nullptr) return;
  for (const Term& term : page->terms) {
    Word word{&term, term.meaning};
    // The place costs a way through the file.
    if (term.meaning.find("{{") != std::string::npos && page->text.period != nullptr)
      word.meaning = fill_figures(scene.site, *page->text.period, term.meaning, place_of(*page, term, "meaning"),
                                  scene.locale, scene.diagnostics);
    words_.push_back(std::move(word));
    if (term.link.starts_with('/') && folder.faulty.empty() && !is_world(scene))
      links_of_terms_.push_back(link_of_data(term.link, place_of(*page, term, "link")));
  }
  std::stable_sort(words_.begin(), words_.end(), [&scene](const Word& a, const Word& b) {
    return scene.locale.compare(a.term->term, b.term->term) < 0;
  });
}

Texts::Texts(const Scene& scene, const SiteFolder& folder, const Templates& templates, const Json& site_context,
             const FileAddresses& present, const std::vector<const Texts*>& editions, unsigned threads)
    : editions_(editions) {
  read_glossary(scene, folder);
  const ContentPage* const glossary = scene.site.glossary();
  std::optional<TermFinder> finder;
  if (glossary != nullptr) finder.emplace(glossary->terms);
  const auto addresses = addresses_of_files(scene.site);
  MarkdownSurroundings common;
  // What is there but has a fault of its own is answered with "": see MarkdownSurroundings.
  common.page_of = [&scene, &folder, &addresses, &present](std::string_view file) -> std::optional<std::string> {
    for (const FileAddresses* known : {&addresses, &present})
      if (const auto found = known->find(std::string(file)); found != known->end()) return found->second;
    const bool of_missed_period = scene.site.periods_missed && file.starts_with("content/periods/");
    if (of_missed_period || folder.missed(file)) return "";
    // What was published keeps its links, also those to a page that is gone.
    if (is_world(scene)) return former_address(scene, file);
    return std::nullopt;
  };
  std::mutex used_mutex;
  const Period* const of_edition = is_world(scene) ? scene.site.newest() : nullptr;
  common.attachment = [&, of_edition](std::string_view file) -> std::optional<std::string> {
    const auto found = folder.attachments.find(std::string(file));
    if (found == folder.attachments.end()) return folder.missed(file) ? std::optional<std::string>("") : std::nullopt;
    const std::lock_guard lock(used_mutex);
    attachments_.insert(found->first);
    return attachment_address(file, of_edition);
  };
  common.footnotes_label = scene.strings.say("footnotes");
  common.footnote_back = scene.strings.say("footnote_back");
  common.table_label = scene.strings.say("table");
  common.heading_link = scene.strings.say("heading_link");

  for (const auto& period : scene.site.periods)
    if (period->summary.document != nullptr)
      fill_figures(scene.site, *period, period->headline, period->summary.document->at("/headline"), scene.locale,
                   scene.diagnostics);

  std::vector<Text> all = texts_of(scene.site);
  std::erase_if(all, [&](const Text& text) { return &holder_of(text) != this; });
  std::vector<std::unique_ptr<const MarkdownText>> parsed(all.size());
  std::vector<std::set<std::string>> charts(all.size());
  parallel_for(all.size(), threads, [&](std::size_t i) {
    const Period* period = all[i].period;
    MarkdownSurroundings surroundings = common;
    if (glossary != nullptr && all[i].document != glossary->text.document) surroundings.terms = &*finder;
    surroundings.figure = [&scene, period](std::string_view path, FigureFault& fault) -> std::optional<std::string> {
      if (period == nullptr) {
        fault.hint = "the site has no period yet";
        fault.follows = scene.site.periods_missed;
        return std::nullopt;
      }
      return figure(scene.site, *period, path, scene.locale, fault);
    };
    // A chart's ids are its own, so a text can hold it once. Blocks are first met with an empty page address.
    const auto met = std::make_shared<std::set<std::string>>();
    const auto components = std::make_shared<std::set<std::string>>();
    surroundings.chart = [&scene, &templates, &site_context, period, met, components](
                             std::string_view text, std::string_view page_address, std::string_view id_prefix,
                             std::string& hint) -> std::optional<std::string> {
      // A chart may be missing because what it shows could not be read, which was reported.
      const Site& site = scene.site;
      const bool follows = site.programmes_missed || site.periods_missed;
      if (period == nullptr) {
        hint = "the site has no period yet";
        return follows ? std::optional<std::string>("") : std::nullopt;
      }
      auto chart = embedded_chart(scene, *period, text, std::string(page_address), hint);
      if (!chart) return follows ? std::optional<std::string>("") : std::nullopt;
      if (page_address.empty()) {
        if (met->insert(chart->context.value("id", "")).second) {
          components->insert(chart->component);
          return "";
        }
        hint = "this text shows that chart already; once is enough";
        return std::nullopt;
      }
      chart->context["id"] = std::string(id_prefix) + chart->context.value("id", "");
      std::string html;
      const Json* const contexts[] = {&site_context, &chart->context};
      templates.render(chart->component, contexts, html, scene.diagnostics);
      return html;
    };
    // What is wrong with a published text was found when it was published.
    Diagnostics unused;
    parsed[i] =
        parse_markdown(*all[i].document, surroundings, is_published(scene, all[i]) ? unused : scene.diagnostics);
    charts[i] = *components;
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    texts_[all[i].document] = std::move(parsed[i]);
    charts_[all[i].document] = std::move(charts[i]);
    if (is_published(scene, all[i])) published_.insert(all[i].document);
  }

  const auto publish = [&](const std::vector<Attachment>& attachments) {
    for (const Attachment& attachment : attachments)
      if (!attachment.file.empty()) attachments_.insert(attachment.file);
  };
  for (const auto& page : scene.site.pages) publish(page->attachments);
  for (const auto& period : scene.site.periods) {
    for (const auto& page : period->pages) publish(page->attachments);
    for (const auto& letter : period->letters) publish(letter->attachments);
  }
}

const Texts& Texts::holder_of(const Text& text) const {
  for (const Texts* edition : editions_)
    if (edition->texts_.contains(text.document)) return *edition;
  return *this;
}

const MarkdownText* Texts::of(const Text& text) const {
  const Texts& holder = holder_of(text);
  const auto found = holder.texts_.find(text.document);
  return found == holder.texts_.end() ? nullptr : found->second.get();
}

const std::set<std::string>& Texts::charts_in(const Text& text) const {
  static const std::set<std::string> none;
  const Texts& holder = holder_of(text);
  const auto found = holder.charts_.find(text.document);
  return found == holder.charts_.end() ? none : found->second;
}

std::vector<MarkdownLink> Texts::links_of(bool published) const {
  std::vector<MarkdownLink> out;
  for (const auto& [document, text] : texts_)
    if (text != nullptr && published_.contains(document) == published)
      out.insert(out.end(), text->internal_links().begin(), text->internal_links().end());
  return out;
}

std::vector<MarkdownLink> Texts::links() const {
  std::vector<MarkdownLink> out = links_of(false);
  out.insert(out.end(), links_of_terms_.begin(), links_of_terms_.end());
  return out;
}

std::vector<MarkdownLink> Texts::published_links() const { return links_of(true); }

}  // namespace stoplicht

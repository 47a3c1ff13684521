#include <algorithm>
#include <map>

#include "base/paths.h"
#include "base/text.h"
#include "model/fill_figures.h"
#include "views/addresses.h"
#include "views/documents.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// The page of another period that has the same name as this one; null when there is none.
const ContentPage* counterpart(const ContentPage& page, const Period& period) {
  const auto name_of = [](const std::string& address) { return address.substr(address.rfind('/') + 1); };
  for (const auto& other : period.pages)
    if (name_of(other->address) == name_of(page.address)) return other.get();
  return nullptr;
}

// What a page says of itself: a text, or a document for a council.
Frame own_frame(const Scene& scene, const ContentPage& page) {
  Frame frame;
  frame.address = page.address;
  frame.heading = page.title;
  frame.description = page.description;
  frame.lead = page.description;
  frame.kicker = page.kind_label;
  if (page.period != nullptr) {
    const std::string period = in_sentence(scene, page.period->name);
    // Another period may have a page with the same title.
    frame.short_title = page.title + ", " + period;
    frame.crumb_title = page.title;
    if (page.kind_label.empty())
      frame.kicker = scene.strings.say("kicker_period", {{"period", period}});
    else
      frame.kicker_sub = scene.strings.say("kicker_period_sub", {{"period", period}});
    frame.crumbs = {{scene.strings.say("menu_periods"), archive_address},
                    {page.period->name, address_of(*page.period)}};
    for (const auto& each : scene.present().periods) {
      const ContentPage* other = counterpart(page, *each);
      frame.switch_items.push_back({each->name, other != nullptr ? other->title : depth_text(scene, *each),
                                    other != nullptr ? other->address : address_of(*each),
                                    each->id == page.period->id});
    }
  }
  if (page.kind_label.empty()) {
    if (page.period != nullptr)
      frame.facts = {{scene.strings.say("fact_state"), scene.locale.date(page.period->reported_on)}};
    return frame;
  }
  if (page.period == nullptr) frame.crumbs = {{scene.strings.say("menu_documents"), documents_address}};
  if (page.date) frame.cite_date = scene.locale.date(*page.date);
  const std::string& undated = page.date_note.empty() ? scene.strings.say("unknown") : page.date_note;
  frame.facts = {{scene.strings.say("fact_kind"), page.kind_label},
                 {scene.strings.say("fact_date"), page.date ? frame.cite_date : undated}};
  if (!page.from.empty()) frame.facts.push_back({scene.strings.say("fact_from"), page.from});
  if (!page.councils.empty())
    frame.facts.push_back({scene.strings.say("fact_to"), councils_text(scene, page.councils)});
  return frame;
}

Frame frame_of(const Scene& scene, const ContentPage& page) {
  Frame frame = own_frame(scene, page);
  if (page.period != nullptr) tell_edition(scene, *page.period, subject_of(page.text, *page.period), frame);
  return frame;
}

Json decision_list(const std::vector<Decision>& decisions) {
  Json out = Json::array();
  for (std::size_t i = 0; i < decisions.size(); ++i)
    out.push_back(Json{{"id", "beslispunt_" + std::to_string(i + 1)},
                       {"number", i + 1},
                       {"text", decisions[i].text},
                       {"outcome", or_false(decisions[i].outcome)}});
  return out;
}

// What texts and documents have both. A page of a period is one with its replaced editions.
SearchEntry entry_of(const Scene& scene, SearchKind kind, const ContentPage& page) {
  SearchEntry entry = search_entry(kind, page.title, page.address);
  if (!page.kind_label.empty()) entry.names = {page.kind_label};
  entry.summary = page.description;
  if (page.period != nullptr) {
    entry.group = lasting_address(*page.period, page.address);
    set_period(scene, *page.period, entry);
  }
  if (page.date) entry.date = to_iso(*page.date);
  entry.councils = facets_of(scene, page.councils);
  return entry;
}

PageView document_view(const Scene& scene, const ContentPage& page) {
  PageView view;
  view.context = frame_context(scene, frame_of(scene, page));
  view.context["date_note"] = page.date ? or_false(page.date_note) : Json(false);
  view.context["councils"] = or_false(page.councils.size() > 3 ? council_names(page.councils) : "");
  view.context["decisions"] = page.decisions.empty() ? Json(false) : Json{{"decisions", decision_list(page.decisions)}};
  view.context["attachments"] =
      page.attachments.empty()
          ? Json(false)
          : Json{{"documents", attachment_list(scene, page.attachments, page.period, page.address)}};
  view.context["has_text"] = !page.text.empty();
  view.texts.push_back({"page", page.text, 1, ""});
  SearchEntry entry = entry_of(scene, SearchKind::document, page);
  add_decisions(scene, page.decisions, entry);
  add_slot(entry, "", "", view.texts.back());
  add_part(entry, label(scene, "attachments"), "", attachments_text(page.attachments));
  view.search = std::move(entry);
  return view;
}

// A link as data gives it: an address of the web, or of this site ("/privacy.html#cookies").
std::string link_from(const std::string& page_address, const std::string& link) {
  if (!link.starts_with('/')) return link;
  const std::size_t hash = std::min(link.find('#'), link.size());
  std::string address = link.substr(1, hash - 1);
  if (address.empty() || address.ends_with('/')) address += "index.html";
  return relative_link(page_address, address) + link.substr(hash);
}

Json term_entry(const Scene& scene, const ContentPage& page, const Term& term) {
  // Faults in a meaning were reported when the texts were checked; here it is only told.
  Diagnostics told_before;
  const Period* period = page.text.period;
  return Json{{"id", term.id},
              {"term", term.term},
              {"also", or_false(join(term.also, ", "))},
              {"meaning", period == nullptr
                              ? term.meaning
                              : fill_figures(scene.site, *period, term.meaning, Location{}, scene.locale, told_before)},
              {"href", or_false(term.link.empty() ? "" : link_from(page.address, term.link))}};
}

// The glossary's words by group, each in alphabetical order; those without a group come last.
Json glossary_groups(const Scene& scene, const ContentPage& page, Frame& frame) {
  std::vector<std::string> names;
  std::map<std::string, std::vector<const Term*>> groups;
  for (const Term& term : page.terms) {
    std::vector<const Term*>& group = groups[term.group];
    if (group.empty() && !term.group.empty()) names.push_back(term.group);
    group.push_back(&term);
  }
  const bool has_named = !names.empty();
  if (groups.contains("")) names.emplace_back();
  Json out = Json::array();
  for (const std::string& name : names) {
    std::vector<const Term*>& terms = groups[name];
    std::stable_sort(terms.begin(), terms.end(),
                     [&scene](const Term* a, const Term* b) { return scene.locale.compare(a->term, b->term) < 0; });
    const std::string heading = !name.empty() ? name : scene.strings.say(has_named ? "terms_other" : "terms_all");
    const std::string id = "groep_" + std::to_string(out.size() + 1);
    Json entries = Json::array();
    for (const Term* term : terms) entries.push_back(term_entry(scene, page, *term));
    frame.parts.push_back({id, heading});
    out.push_back(Json{{"id", id}, {"name", heading}, {"entries", std::move(entries)}});
  }
  return out;
}

// Each word of the glossary at its own place, as its page tells it.
void add_terms(const Scene& scene, const Json& groups, SearchEntry& entry) {
  for (const Json& group : groups)
    for (const Json& term : group["entries"])
      add_part(entry, term["term"].get<std::string>(), term["id"].get<std::string>(),
               paragraphs({term["meaning"].get<std::string>(),
                           term["also"].is_string()
                               ? labelled(scene, label(scene, "term_also"), term["also"].get<std::string>())
                               : std::string()}));
}

PageView text_view(const Scene& scene, const ContentPage& page) {
  PageView view;
  Frame frame = frame_of(scene, page);
  Json groups = glossary_groups(scene, page, frame);
  view.context = frame_context(scene, frame);
  view.context["has_text"] = !page.text.empty();
  view.texts.push_back({"page", page.text, 1, ""});
  SearchEntry entry = entry_of(scene, SearchKind::text, page);
  add_slot(entry, "", "", view.texts.back());
  add_terms(scene, groups, entry);
  if (!page.terms.empty()) entry.weight = search_weight_of_glossary();
  view.search = std::move(entry);
  view.context["groups"] = std::move(groups);
  return view;
}

PageView not_found_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = not_found_address;
  frame.heading = scene.strings.say("not_found_heading");
  frame.short_title = scene.strings.say("not_found_title");
  frame.with_crumbs = false;
  frame.with_tools = false;
  view.context = frame_context(scene, frame);
  view.context["links"] = Json::array();
  for (const auto& [entry, address] : main_menu(scene))
    view.context["links"].push_back(Json{{"label", entry}, {"address", address}});
  return view;
}

Location origin_of(const ContentPage& page) {
  return page.text.document != nullptr ? page.text.document->source().whole() : Location{};
}

Page page_of(const Scene& scene, const ContentPage& page, const std::string& section) {
  const bool is_document = !page.kind_label.empty();
  return {page.address, is_document ? "document" : "text", section, origin_of(page),
          [&scene, &page, is_document] { return is_document ? document_view(scene, page) : text_view(scene, page); }};
}

}  // namespace

void add_further_pages(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  for (const auto& page : period.pages) pages.push_back(page_of(scene, *page, archive_address));
}

void add_text_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& page : scene.site.pages) {
    const bool in_menu = page->menu == ContentPage::Menu::main;
    pages.push_back(page_of(scene, *page, in_menu ? page->address : page->kind_label.empty() ? "" : documents_address));
  }
  pages.push_back({not_found_address, "not-found", "", Location{}, [&scene] { return not_found_view(scene); }});
}

}  // namespace stoplicht

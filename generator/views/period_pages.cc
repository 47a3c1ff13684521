#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/datasets.h"
#include "views/documents.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/period_parts.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

std::string years_text(const Scene& scene, const Programme& programme) {
  if (programme.from && programme.until)
    return scene.strings.say("runs_from_until", {{"from", scene.locale.date(*programme.from)},
                                                 {"until", scene.locale.date(*programme.until)}});
  if (programme.until) return scene.strings.say("runs_until", {{"until", scene.locale.date(*programme.until)}});
  return {};
}

Json programme_sections(const Scene& scene, const Period& period, const std::string& address) {
  Json out = Json::array();
  for (const auto& programme : scene.site.programmes) {
    const auto reports = reports_of(period, programme.get());
    const ProgrammeReport* overall = nullptr;
    for (const ProgrammeReport& report : period.programmes)
      if (report.programme == programme.get()) overall = &report;
    if (reports.empty() && overall == nullptr) continue;
    const long count = static_cast<long>(reports.size());
    std::string intro = reports.empty() ? scene.strings.say("no_light_per_project_sentence")
                                        : scene.strings.say_count("projects", count, count_text(scene, count)) + ".";
    const std::string years = years_text(scene, *programme);
    if (!years.empty()) intro += " " + years;
    out.push_back(Json{{"id", programme->id},
                       {"name", programme->name},
                       {"href", relative_link(address, address_of(*programme))},
                       {"intro", std::move(intro)},
                       {"overall", overall == nullptr ? Json(false)
                                                      : Json{{"light", light(scene, *overall->status, overall->basis)},
                                                             {"summary", or_false(overall->summary)}}},
                       {"has_projects", !reports.empty()},
                       {"counts", counts_context(scene, count_statuses(reports, *period.scale))},
                       {"list_title", scene.strings.say_count("projects_of_programme", count, count_text(scene, count),
                                                              {{"programme", programme->name}})},
                       {"projects", project_list(scene, reports, address, false)}});
  }
  return out;
}

// Where the reported light is not the one that the project's rule gives; false when there is none.
Json differences(const Scene& scene, const Period& period, const std::string& address) {
  Json projects = Json::array();
  for (const ProjectReport& report : period.projects) {
    if (!report.differs()) continue;
    Json computed = light_without_basis(*report.computed);
    computed["basis"] = scene.strings.say("basis_computed");
    projects.push_back(Json{{"number", report.number},
                            {"name", report.name},
                            {"href", relative_link(address, address_of(report))},
                            {"declared", light(scene, *report.status, report.basis)},
                            {"computed", std::move(computed)}});
  }
  if (projects.empty()) return false;
  const long count = static_cast<long>(projects.size());
  return Json{{"text", scene.strings.say_count("differences", count, count_text(scene, count))},
              {"projects", std::move(projects)}};
}

// The totals, each municipality's part of them, and where they stand through time.
Json figures_section(const Scene& scene, const Period& period, const std::string& address) {
  if (period.totals.empty()) return false;
  std::vector<KeyFigure> figures;
  Json shares = Json::array();
  Json trends = Json::array();
  for (const Measurement& measured : period.totals) {
    const Indicator& indicator = *measured.indicator;
    figures.push_back({&indicator, &period, ""});
    Json chart = shares_chart(scene, indicator, period, {address, "gemeenten-" + indicator.id});
    if (chart.is_object()) shares.push_back(std::move(chart));
    if (has_trend(scene.site, indicator))
      trends.push_back(Json{{"label", indicator.name}, {"href", relative_link(address, trend_place(indicator))}});
  }
  return Json{{"figures", key_figures(scene, figures, address)},
              {"shares", std::move(shares)},
              {"has_trends", !trends.empty()},
              {"trends", std::move(trends)}};
}

// What councils tell of their own, each on its own page.
Json local_text_list(const Scene& scene, const Period& period, const std::string& address) {
  Json out = Json::array();
  for (const LocalText& local : period.local_texts)
    out.push_back(
        Json{{"title", local.council->name},
             {"href", relative_link(address, address_of_council(*local.council)) + "#" + local_text_fragment(period)},
             {"meta", scene.strings.say("own_text")}});
  return out.empty() ? Json(false) : Json{{"documents", std::move(out)}};
}

Json documents_section(const Scene& scene, const Period& period, const std::string& address) {
  std::vector<const ContentPage*> pages;
  for (const auto& page : period.pages) pages.push_back(page.get());
  Json documents = letter_list(scene, letters_of(period), address);
  for (Json& page : page_list(scene, pages, address)) documents.push_back(std::move(page));
  return documents.empty() ? Json(false) : Json{{"documents", std::move(documents)}};
}

Frame period_frame(const Scene& scene, const Period& period) {
  Frame frame;
  frame.address = address_of(period);
  frame.heading = headline(scene, period);
  frame.short_title = period.name;
  frame.cite_title = scene.strings.say("kicker_period_sub", {{"period", in_sentence(scene, period.name)}});
  frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(scene, period.name)}});
  frame.kicker_sub = depth_text(scene, period);
  if (period.id == scene.present().newest()->id)
    frame.kicker_sub = scene.strings.say("newest") + " · " + frame.kicker_sub;
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}};
  frame.facts = {{scene.strings.say("fact_reported"), scene.locale.date(period.reported_on)}};
  if (period.from && period.until)
    frame.facts.push_back(
        {scene.strings.say("fact_span"), scene.strings.say("span", {{"from", scene.locale.date(*period.from)},
                                                                    {"until", scene.locale.date(*period.until)}})});
  for (const auto& each : scene.present().periods)
    frame.switch_items.push_back({each->name, depth_text(scene, *each), address_of(*each), each->id == period.id});
  frame.print_address = print_address_of(period);
  frame.notices = depth_notices(scene, period);
  tell_edition(scene, period, {}, frame);
  const Period& today = *scene.present().find_period(period.id);
  if (today.previous != nullptr)
    frame.previous = {scene.strings.say("previous_period"), today.previous->name, address_of(*today.previous)};
  if (today.next != nullptr) frame.next = {scene.strings.say("next_period"), today.next->name, address_of(*today.next)};
  return frame;
}

// The parts that the page has, in the order of its layout.
std::vector<Part> period_parts(const Scene& scene, const Json& sections) {
  std::vector<Part> parts;
  const auto add = [&](const char* section, const char* id, const char* key) {
    if (sections[section] != false) parts.push_back({id, label(scene, key)});
  };
  add("ribbon", "deel_stoplichten", "lights");
  add("has_summary", "deel_kort", "in_short");
  add("attention", "deel_aandacht", "attention");
  add("changes", "deel_veranderd", "changes");
  add("documents", "deel_stukken", "documents");
  add("key_figures", "deel_cijfers", "key_figures");
  for (const Json& programme : sections["programmes"])
    parts.push_back({"programma_" + programme["id"].get<std::string>(), programme["name"]});
  add("local_texts", "deel_gemeenten", "per_council");
  add("events_section", "deel_gebeurtenissen", "events");
  add("sources", "deel_bronnen", "sources");
  return parts;
}

// Where its numbers come from, and what is not known.
std::string sources_text(const Scene& scene, const Period& period) {
  std::vector<std::string> out;
  for (const Source& source : period.sources)
    add_sentence(out.emplace_back(source.title), with_dots({source.publisher, source.date, source.note}));
  for (const Figure& figure : period.figures) {
    const std::string value = quantity_text(scene, figure.quantity, figure.unit);
    out.push_back(labelled(scene, figure.label, figure.unit_label.empty() ? value : value + " " + figure.unit_label));
    add_sentence(out.back(), figure.source);
  }
  out.push_back(period.reported_note);
  out.insert(out.end(), period.limits.begin(), period.limits.end());
  return paragraphs(out);
}

// What only this page tells: projects, letters and comparisons are pages of their own.
SearchEntry entry_of(const Scene& scene, const Period& period, const Json& sections, const MarkdownSlot& summary) {
  SearchEntry entry = search_entry(SearchKind::period, period.name, address_of(period));
  entry.group = "period:" + period.id;
  entry.identifiers = {period.id};
  if (std::string date = scene.locale.date(period.reported_on); date != in_sentence(scene, period.name))
    entry.names.push_back(std::move(date));
  entry.summary = headline(scene, period);
  set_period(scene, period, entry);
  if (const Json& ribbon = sections["ribbon"]; ribbon.is_object())
    add_part(entry, label(scene, "lights"), "deel_stoplichten", ribbon["conclusion"].get<std::string>());
  add_slot(entry, label(scene, "in_short"), "deel_kort", summary);
  std::vector<KeyFigure> figures;
  for (const Measurement& measured : period.totals) figures.push_back({measured.indicator, &period, ""});
  add_part(entry, label(scene, "key_figures"), "deel_cijfers", figures_text(scene, figures));
  for (const ProgrammeReport& report : period.programmes)
    add_part(entry, report.programme->name, "programma_" + report.programme->id, report.summary);
  std::vector<std::string> events;
  for (const Event& event : period.events)
    add_sentence(events.emplace_back(labelled(scene, scene.locale.date(event.date), event.title)), event.description);
  add_part(entry, label(scene, "events"), "deel_gebeurtenissen", paragraphs(events));
  add_part(entry, label(scene, "sources"), "deel_bronnen", sources_text(scene, period));
  return entry;
}

PageView period_view(const Scene& scene, const Period& period) {
  PageView view;
  const std::string address = address_of(period);
  Json sections;
  sections["ribbon"] =
      period.projects.empty() ? Json(false) : ribbon_chart(scene, period, reports_of(period), {address, "stoplichten"});
  sections["differences"] = differences(scene, period, address);
  sections["meanings"] = meanings(scene, *period.scale);
  sections["has_summary"] = !period.summary.empty();
  sections["attention"] = attention_section(scene, period, address);
  sections["changes"] = changes_section(scene, period, address);
  sections["documents"] = documents_section(scene, period, address);
  sections["key_figures"] = figures_section(scene, period, address);
  sections["programmes"] = programme_sections(scene, period, address);
  sections["local_texts"] = local_text_list(scene, period, address);
  sections["events_section"] = events_section(scene, period);
  sections["sources"] = sources_section(scene, period, address);

  Frame frame = period_frame(scene, period);
  frame.parts = period_parts(scene, sections);
  if (frame.corrected != false)
    frame.parts.insert(frame.parts.begin(), {frame.corrected["id"], label(scene, "corrected")});
  view.context = frame_context(scene, frame);
  view.context.update(sections);
  view.texts.push_back({"summary", period.summary, 2, ""});
  view.search = entry_of(scene, period, sections, view.texts.back());
  // Those of the newest edition are on the data page.
  if (period.edition != nullptr && !period.edition->is_newest())
    for (const Dataset& dataset : datasets_of(scene, period))
      view.files.push_back({dataset.address, to_csv(dataset.table)});
  return view;
}

}  // namespace

void add_period_page(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  pages.push_back({address_of(period), "period", archive_address,
                   period.document != nullptr ? period.document->source().whole() : Location{},
                   [&scene, &period] { return period_view(scene, period); }});
}

}  // namespace stoplicht

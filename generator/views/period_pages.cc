#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

// "Deze stoplichten zijn afgeleid uit de tekst.", or how many are; empty when none is.
std::string derived_title(const Scene& scene, const Period& period) {
  long told = 0;
  long derived = 0;
  const auto count = [&](const Status& status, Basis basis) {
    if (status.id == "not-reported") return;
    ++told;
    if (basis == Basis::derived) ++derived;
  };
  for (const ProjectReport& report : period.projects) count(*report.status, report.basis);
  for (const ProgrammeReport& report : period.programmes) count(*report.status, report.basis);
  if (derived == 0) return {};
  return derived == told ? scene.strings.say("derived_title")
                         : scene.strings.say_count("lights_derived_some", derived, count_text(scene, derived));
}

// What this period cannot show, told before a reader looks for it in vain.
Json depth_notices(const Scene& scene, const Period& period) {
  Json notices = Json::array();
  if (const std::string title = derived_title(scene, period); !title.empty())
    notices.push_back(notice("info", title, period.basis_note));
  switch (period.depth) {
    case Depth::projects: break;
    case Depth::totals:
      notices.push_back(notice("info", scene.strings.say("depth_totals_title"), scene.strings.say("depth_totals_text")));
      break;
    case Depth::letter:
      notices.push_back(notice("info", scene.strings.say("depth_letter_title"), scene.strings.say("depth_letter_text")));
      break;
    case Depth::known:
      notices.push_back(notice("info", scene.strings.say("depth_known_title"), scene.strings.say("depth_known_text")));
      break;
  }
  if (period.stated_projects && !period.projects.empty() &&
      *period.stated_projects != static_cast<int>(period.projects.size()))
    notices.push_back(notice("warning", scene.strings.say("stated_differs_title"),
                             scene.strings.say("stated_differs_text",
                                               {{"stated", count_text(scene, *period.stated_projects)},
                                                {"reported", count_text(scene, static_cast<long>(period.projects.size()))}})));
  return notices;
}

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
                       {"projects", project_list(scene, reports, address, false)}});
  }
  return out;
}

// The numbers that only the texts use, with their origin.
Table figures_table(const Scene& scene, const Period& period) {
  Table table;
  table.caption = scene.strings.say("figures_table", {{"period", in_sentence(period.name)}});
  table.columns = {{scene.strings.say("column_figure"), false},
                   {scene.strings.say("column_value"), true},
                   {scene.strings.say("column_source"), false}};
  for (const Figure& figure : period.figures) {
    const std::string unit = figure.unit_label.empty() ? "" : " " + figure.unit_label;
    table.rows.push_back({{figure.label, "", false},
                          {quantity_text(scene, figure.quantity, figure.unit) + unit, plain_number(figure.quantity.value), false},
                          figure.source.empty() ? Cell{scene.strings.say("not_named"), "", true} : Cell{figure.source, "", false}});
  }
  return table;
}

PageView period_view(const Scene& scene, const Period& period) {
  PageView view;
  const std::string address = address_of(period);
  Frame frame;
  frame.address = address;
  frame.heading = headline(scene, period);
  frame.short_title = period.name;
  frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(period.name)}});
  frame.kicker_sub = depth_text(scene, period);
  if (&period == scene.site.newest()) frame.kicker_sub = scene.strings.say("newest") + " · " + frame.kicker_sub;
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}};
  frame.facts = {{scene.strings.say("fact_reported"), scene.locale.date(period.reported_on)}};
  if (period.from && period.until)
    frame.facts.push_back({scene.strings.say("fact_span"), scene.strings.say("span", {{"from", scene.locale.date(*period.from)},
                                                                                      {"until", scene.locale.date(*period.until)}})});
  for (const auto& each : scene.site.periods)
    frame.switch_items.push_back({each->name, depth_text(scene, *each), address_of(*each), each.get() == &period});
  frame.notices = depth_notices(scene, period);
  if (period.previous != nullptr)
    frame.previous = {scene.strings.say("previous_period"), period.previous->name, address_of(*period.previous)};
  if (period.next != nullptr)
    frame.next = {scene.strings.say("next_period"), period.next->name, address_of(*period.next)};
  view.context = frame_context(scene, frame);

  view.context["ribbon"] =
      period.projects.empty()
          ? Json(false)
          : ribbon_chart(scene, period, reports_of(period), {address, "stoplichten", "stoplichten.csv", &view.files});
  Json meanings = Json::array();
  for (const Status& status : period.scale->statuses) {
    Json item = light_without_basis(status);
    item["meaning"] = status.meaning;
    meanings.push_back(std::move(item));
  }
  view.context["meanings"] = std::move(meanings);
  view.context["attention"] = attention_section(scene, period, address);
  view.context["programmes"] = programme_sections(scene, period, address);

  std::vector<KeyFigure> figures;
  for (const Measurement& measured : period.totals) figures.push_back({measured.indicator, &period, ""});
  view.context["key_figures"] =
      figures.empty() ? Json(false) : Json{{"figures", key_figures(scene, figures, address, &view.files)}};

  view.context["has_summary"] = !period.summary.empty();
  view.texts.push_back({"summary", period.summary, 2, ""});

  std::vector<const ContentPage*> pages;
  for (const auto& page : period.pages) pages.push_back(page.get());
  Json documents = letter_list(scene, letters_of(period), address);
  for (Json& page : page_list(pages, address)) documents.push_back(std::move(page));
  view.context["has_documents"] = !documents.empty();
  view.context["documents"] = std::move(documents);

  view.context["figures_table"] =
      period.figures.empty() ? Json(false)
                             : table_context(scene, figures_table(scene, period), address, "cijfers-in-de-teksten.csv", &view.files);

  Json limits = Json::array();
  for (const std::string& limit : period.limits) limits.push_back(limit);
  view.context["has_sources"] = !period.sources.empty() || !period.figures.empty() || !period.limits.empty() || !period.reported_note.empty();
  view.context["reported_note"] = or_false(period.reported_note);
  view.context["has_limits"] = !period.limits.empty();
  view.context["limits"] = std::move(limits);
  view.context["sources"] = Json{{"documents", source_list(period.sources)}};
  return view;
}

}  // namespace

void add_period_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& period : scene.site.periods)
    pages.push_back({address_of(*period), "period", archive_address,
                     period->document != nullptr ? period->document->source().whole() : Location{},
                     [&scene, period = period.get()] { return period_view(scene, *period); }});
}

}  // namespace stoplicht

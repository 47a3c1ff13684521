#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/charts.h"
#include "views/documents.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/period_parts.h"

// A period with all its texts as one document, for paper and for an archive. Nothing on it can be clicked once it is
// printed, so links are whole addresses, and what a page of the site leaves to another page is written out.
namespace stoplicht {
namespace {

// Below the heading of a section, and below that of a part of it.
constexpr int section_level = 2;
constexpr int part_level = 3;

constexpr const char* words_key = "words";

// "https://monitor.example.nl/over.html" for a link as it stands on the page.
std::string whole_link(const Site& site, const std::string& page_address, std::string_view link) {
  const bool whole = link.empty() || link.starts_with('#') || link.starts_with("mailto:") ||
                     link.find("://") != std::string_view::npos;
  if (whole) return std::string(link);
  std::string folder = page_address.substr(0, page_address.rfind('/') + 1);
  while (link.starts_with("../")) {
    link.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder.resize(folder.rfind('/') + 1);
  }
  return site.base_url + folder + std::string(link);
}

void make_links_whole(const Site& site, const std::string& page_address, Json& json) {
  if (json.is_object()) {
    for (auto& [key, value] : json.items()) {
      if (key == "href" && value.is_string())
        value = whole_link(site, page_address, value.get_ref<const std::string&>());
      else
        make_links_whole(site, page_address, value);
    }
  } else if (json.is_array()) {
    for (Json& item : json) make_links_whole(site, page_address, item);
  }
}

MarkdownSlot slot(std::string key, const Text& text, int top_level, std::string id_prefix) {
  return {std::move(key), text, top_level, std::move(id_prefix), true, words_key};
}

Json fact(const std::string& label, const std::string& value) { return Json{{"label", label}, {"value", value}}; }

Json computed_light(const Scene& scene, const ProjectReport& report) {
  if (!shows_computed(report)) return false;
  Json computed = light_without_basis(*report.computed);
  computed["basis"] = scene.strings.say("basis_computed");
  return computed;
}

// Every project with its light in words, by programme.
Json lights_table(const Scene& scene, const Period& period) {
  Json groups = Json::array();
  for (const auto& programme : scene.site.programmes) {
    Json overall = false;
    for (const ProgrammeReport& report : period.programmes)
      if (report.programme == programme.get())
        overall = Json{{"light", light(scene, *report.status, report.basis)}, {"summary", or_false(report.summary)}};
    Json rows = Json::array();
    for (const ProjectReport* report : reports_of(period, programme.get()))
      rows.push_back(Json{{"number", report->number},
                          {"name", report->name},
                          {"light", light(scene, *report->status, report->basis)},
                          {"computed", computed_light(scene, *report)},
                          {"summary", or_false(report->summary)}});
    if (rows.empty() && overall == false) continue;
    groups.push_back(Json{{"name", programme->name}, {"overall", std::move(overall)}, {"rows", std::move(rows)}});
  }
  if (groups.empty()) return false;
  return Json{{"caption", scene.strings.say("lights_table", {{"period", in_sentence(scene, period.name)}})},
              {"groups", std::move(groups)},
              {"meanings", meanings(scene, *period.scale)}};
}

Cell figure_cell(const Scene& scene, const std::optional<Quantity>& quantity, Unit unit, const char* otherwise) {
  if (quantity) return {quantity_text(scene, *quantity, unit), "", false};
  return {scene.strings.say(otherwise), "", true};
}

// What was measured, beside its target and forecast. `of`: whose figure it is, null for a total.
std::vector<Cell> figure_row(const Scene& scene, const Period& period, const Measurement& measured,
                             const ProjectReport* of) {
  const Indicator& indicator = *measured.indicator;
  const Target* target = shown_target(indicator, period);
  Cell target_cell = figure_cell(scene, target != nullptr ? std::optional(target->quantity) : std::nullopt,
                                 indicator.unit, "no_target");
  if (target != nullptr && !indicator.target_label.empty()) target_cell.text += " " + indicator.target_label;
  std::string name = indicator.name + (indicator.unit_label.empty() ? "" : " (" + indicator.unit_label + ")");
  if (of != nullptr) name = of->number + " " + of->name + ": " + in_sentence(scene, name);
  std::vector<Cell> row;
  row.push_back({std::move(name), "", false});
  row.push_back(figure_cell(scene, measured.actual, indicator.unit, "unknown"));
  row.push_back(std::move(target_cell));
  row.push_back(figure_cell(scene, measured.forecast, indicator.unit, "no_forecast"));
  row.push_back({measured.note, "", false});
  return row;
}

Table figures_frame(const Scene& scene, const std::string& caption) {
  Table table;
  table.caption = caption;
  for (const char* key : {"column_figure", "column_actual", "column_target", "column_forecast", "column_note"})
    table.columns.push_back({scene.strings.say(key), false});
  return table;
}

Json totals_table(const Scene& scene, const Period& period) {
  if (period.totals.empty()) return false;
  Table table = figures_frame(scene, scene.strings.say("print_totals", {{"period", in_sentence(scene, period.name)}}));
  for (const Measurement& measured : period.totals) table.rows.push_back(figure_row(scene, period, measured, nullptr));
  return table_context(scene, table);
}

Json project_figures_table(const Scene& scene, const Period& period) {
  Table table =
      figures_frame(scene, scene.strings.say("print_project_figures", {{"period", in_sentence(scene, period.name)}}));
  for (const ProjectReport& report : period.projects)
    for (const Measurement& measured : report.measurements)
      table.rows.push_back(figure_row(scene, period, measured, &report));
  return table.rows.empty() ? Json(false) : table_context(scene, table);
}

// Each municipality's part, one table for each figure that the period tells by municipality.
Json council_tables(const Scene& scene, const Period& period) {
  Json tables = Json::array();
  const auto add = [&](const Measurement& measured) {
    if (measured.councils.empty()) return;
    Table table;
    table.caption = scene.strings.say("print_by_council", {{"indicator", measured.indicator->name}});
    table.columns = {{scene.strings.say("column_council"), false}, {scene.strings.say("column_actual"), true}};
    for (const CouncilValue& each : measured.councils)
      table.rows.push_back(
          {{each.council->name, "", false}, figure_cell(scene, each.actual, measured.indicator->unit, "unknown")});
    tables.push_back(table_context(scene, table));
  };
  for (const Measurement& measured : period.totals) add(measured);
  for (const ProjectReport& report : period.projects)
    for (const Measurement& measured : report.measurements) add(measured);
  return tables;
}

Json figures_section(const Scene& scene, const Period& period) {
  Json totals = totals_table(scene, period);
  Json projects = project_figures_table(scene, period);
  Json councils = council_tables(scene, period);
  if (totals == false && projects == false) return false;
  return Json{{"totals", std::move(totals)},
              {"projects", std::move(projects)},
              {"has_councils", !councils.empty()},
              {"councils", std::move(councils)}};
}

// What is written of each project, and its address.
Json progress_list(const Scene& scene, const Period& period, PageView& view) {
  Json out = Json::array();
  for (const ProjectReport& report : period.projects) {
    const bool explained = report.status->needs_explanation() || report.differs() || !report.contradiction.empty();
    if (report.progress.empty() && !explained) continue;
    const std::string key = "progress/" + std::to_string(out.size()) + "/text";
    out.push_back(Json{{"number", report.number},
                       {"name", report.name},
                       {"light", light(scene, *report.status, report.basis)},
                       {"computed", computed_light(scene, report)},
                       {"reason", report.differs() ? or_false(report.override_reason) : Json(false)},
                       {"contradiction", or_false(report.contradiction)},
                       {"url", full_address(scene.site, address_of(report))},
                       {"text", Json::object()}});
    view.texts.push_back(slot(key, report.progress, part_level, "project_" + report.project->id + "_"));
  }
  return out;
}

Json local_text_list(const Scene& scene, const Period& period, PageView& view) {
  Json out = Json::array();
  for (const LocalText& local : period.local_texts) {
    if (local.text.empty()) continue;
    const std::string key = "local_texts/" + std::to_string(out.size()) + "/text";
    out.push_back(Json{{"name", local.council->name},
                       {"url", full_address(scene.site, address_of_council(*local.council))},
                       {"text", Json::object()}});
    view.texts.push_back(slot(key, local.text, part_level, "gemeente_" + local.council->id + "_"));
  }
  return out;
}

Json letter_context(const Scene& scene, const Letter& letter, const std::string& address) {
  Json facts = Json::array();
  facts.push_back(fact(scene.strings.say("fact_date"), letter_date(scene, letter)));
  facts.push_back(fact(scene.strings.say("fact_from"), letter.from));
  facts.push_back(fact(scene.strings.say("fact_to"), council_names(letter.councils)));
  const std::vector<const Commitment*> closes(letter.closes.begin(), letter.closes.end());
  std::vector<const Announcement*> announces;
  for (const Announcement& announcement : letter.announces) announces.push_back(&announcement);
  Json announced = announcement_list(scene, announces, address);
  // The link is to the letter that announced it: to this one.
  for (Json& announcement : announced)
    std::erase_if(announcement["meta"].get_ref<Json::array_t&>(),
                  [](const Json& fact_of) { return fact_of.at("href") != ""; });
  return Json{
      {"title", letter.title},
      {"kind", letter.kind_label},
      {"facts", std::move(facts)},
      {"date_note", letter.date ? or_false(letter.date_note) : Json(false)},
      {"url", full_address(scene.site, letter.address)},
      {"closes", closes.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, closes, address)}}},
      {"announces", announces.empty() ? Json(false) : Json{{"announcements", std::move(announced)}}},
      {"attachments", letter.attachments.empty()
                          ? Json(false)
                          : Json{{"documents", attachment_list(scene, letter.attachments, letter.period, address)}}},
      {"text", Json::object()}};
}

Json letters_section(const Scene& scene, const Period& period, const std::string& address, PageView& view) {
  Json out = Json::array();
  for (const auto& letter : period.letters) {
    view.texts.push_back(slot("letters/" + std::to_string(out.size()) + "/text", letter->text, section_level,
                              "brief_" + letter->id + "_"));
    out.push_back(letter_context(scene, *letter, address));
  }
  return out;
}

// How the commitments that the letters of this period close were closed.
Json closure_list(const Scene& scene, const Period& period, PageView& view) {
  Json out = Json::array();
  for (const auto& letter : period.letters) {
    for (const Commitment* commitment : letter->closes) {
      if (commitment->closure.empty()) continue;
      const std::string key = "closures/" + std::to_string(out.size()) + "/text";
      out.push_back(Json{{"id", commitment->id},
                         {"title", commitment->title},
                         {"url", full_address(scene.site, commitment->address)},
                         {"text", Json::object()}});
      view.texts.push_back(slot(key, commitment->closure, part_level, "afdoening_" + std::to_string(out.size()) + "_"));
    }
  }
  return out;
}

Json pages_section(const Scene& scene, const Period& period, const std::string& address) {
  std::vector<const ContentPage*> pages;
  for (const auto& page : period.pages) pages.push_back(page.get());
  return pages.empty() ? Json(false) : Json{{"documents", page_list(scene, pages, address)}};
}

Frame print_frame(const Scene& scene, const Period& period) {
  const std::string name = in_sentence(scene, period.name);
  Frame frame;
  frame.with_search = false;  // Paper has no use for it.
  frame.address = print_address_of(period);
  frame.heading = headline(scene, period);
  frame.short_title = scene.strings.say("print_title", {{"period", name}});
  frame.crumb_title = scene.strings.say("print_crumb");
  frame.cite_title = scene.strings.say("kicker_period_sub", {{"period", name}});
  frame.cite_address = address_of(period);
  frame.kicker = scene.strings.say("kicker_period", {{"period", name}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  if (scene.site.publisher != nullptr)
    frame.facts.push_back({scene.strings.say("fact_publisher"), scene.site.publisher->name});
  frame.facts.push_back({scene.strings.say("fact_reported"), scene.locale.date(period.reported_on)});
  if (period.from && period.until)
    frame.facts.push_back(
        {scene.strings.say("fact_span"), scene.strings.say("span", {{"from", scene.locale.date(*period.from)},
                                                                    {"until", scene.locale.date(*period.until)}})});
  frame.facts.push_back({scene.strings.say("fact_contains"), depth_text(scene, period)});
  frame.notices = depth_notices(scene, period);
  tell_edition(scene, period, {}, frame);
  return frame;
}

PageView print_view(const Scene& scene, const Period& period) {
  PageView view;
  const std::string address = print_address_of(period);
  Json sections;
  sections["ribbon"] =
      period.projects.empty() ? Json(false) : ribbon_chart(scene, period, reports_of(period), {address, "stoplichten"});
  // The table of the chart would be the same as the one below it.
  if (sections["ribbon"].is_object()) sections["ribbon"]["table"] = false;
  sections["lights"] = lights_table(scene, period);
  sections["attention"] = attention_section(scene, period, address);
  // Their addresses stand with their progress.
  if (sections["attention"].is_object())
    for (Json& project : sections["attention"]["projects"]) project["href"] = false;
  sections["figures"] = figures_section(scene, period);
  sections["has_summary"] = !period.summary.empty();
  sections["summary"] = Json::object();
  view.texts.push_back(slot("summary", period.summary, section_level, "kort_"));
  sections["progress"] = progress_list(scene, period, view);
  sections["has_progress"] = !sections["progress"].empty();
  sections["local_texts"] = local_text_list(scene, period, view);
  sections["has_local_texts"] = !sections["local_texts"].empty();
  sections["letters"] = letters_section(scene, period, address, view);
  sections["closures"] = closure_list(scene, period, view);
  sections["has_closures"] = !sections["closures"].empty();
  sections["pages"] = pages_section(scene, period, address);
  sections["events_section"] = events_section(scene, period);
  sections["sources"] = sources_section(scene, period, address);
  sections[words_key] = false;
  make_links_whole(scene.site, address, sections);

  view.context = frame_context(scene, print_frame(scene, period));
  view.context.update(sections);
  make_links_whole(scene.site, address, view.context["notices"]);
  make_links_whole(scene.site, address, view.context["corrected"]);
  const std::string original = full_address(scene.site, address_of(period));
  // What is to be cited is the page that this is a print of; what is to be found, that of the newest edition.
  view.context["canonical"] = full_address(scene.site, address_of(newest_edition_of(period)));
  view.context["own_address"] = original;
  view.context["url"] = original;
  view.context["back"] =
      Json{{"name", in_sentence(scene, period.name)}, {"href", relative_link(address, address_of(period))}};
  return view;
}

}  // namespace

void add_print_page(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  pages.push_back({print_address_of(period), "print", archive_address,
                   period.document != nullptr ? period.document->source().whole() : Location{},
                   [&scene, &period] { return print_view(scene, period); },
                   "the version for paper of period '" + period.id + "'"});
}

}  // namespace stoplicht

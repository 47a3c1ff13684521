#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/edition_notes.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

std::string title_of(const Scene& scene, const Comparison& comparison) {
  const Period& after = *comparison.after.period;
  if (comparison.is_correction())
    return scene.strings.say("correction_title", {{"period", in_sentence(scene, after.name)},
                                                  {"old", count_text(scene, comparison.edition_before->number)},
                                                  {"new", count_text(scene, comparison.edition_after->number)}});
  return scene.strings.say("comparison_title", {{"before", in_sentence(scene, comparison.before.period->name)},
                                                {"after", in_sentence(scene, after.name)}});
}

std::string two(const Scene& scene, const std::string& first, const std::string& second) {
  return first == second ? first : joined(scene, {first, second});
}

// ---- what a reader has to know first --------------------------------------------------------

// Where lights cannot be held against each other: which side has none, and what to look at instead.
void add_depth_notice(const Scene& scene, const Comparison& comparison, const Changes& changes, Frame& frame) {
  if (comparison.is_correction() || lights_compare(changes)) return;
  std::string text;
  for (const Period* period : {changes.before.period, changes.after.period})
    if (count_lights(reports_of(*period)).told == 0)
      text += scene.strings.say("period_is", {{"period", period->name}, {"depth", depth_text(scene, *period)}}) + " ";
  text.pop_back();
  if (comparable_figures(changes) == 0) text += " " + scene.strings.say("nothing_compared");
  std::vector<NoticeLink> links;
  const Period& after = *scene.present().find_period(changes.after.period->id);
  if (const Period* other = compared_with(after); other != after.previous)
    links.push_back({scene.strings.say("compare_instead", {{"after", in_sentence(scene, after.name)},
                                                           {"before", in_sentence(scene, other->name)}}),
                     comparison_address(*other, after)});
  frame.notices.push_back(
      notice("info", scene.strings.say("lights_not_compared_title"), text, links, comparison.address));
}

void add_scale_notice(const Scene& scene, const Changes& changes, Frame& frame) {
  if (changes.same_scale || !lights_compare(changes)) return;
  const Period& before = *changes.before.period;
  const Period& after = *changes.after.period;
  frame.notices.push_back(notice("warning", scene.strings.say("scales_differ_title"),
                                 scene.strings.say("scales_differ_text", {{"before", before.name},
                                                                          {"old", before.scale->name},
                                                                          {"after", in_sentence(scene, after.name)},
                                                                          {"new", after.scale->name}})));
}

// What was taken out of view cannot be compared: a reader has to know that it is missing.
void add_withdrawn_notice(const Scene& scene, const Comparison& comparison, const Changes& changes, Frame& frame) {
  const std::vector<std::string> names = withdrawn_names(scene, changes);
  if (names.empty()) return;
  frame.notices.push_back(notice("warning", scene.strings.say("comparison_withdrawn", {{"parts", join(names, ", ")}}),
                                 scene.strings.say("comparison_withdrawn_text"),
                                 {{scene.strings.say("comparison_withdrawn_link"), editions_address}},
                                 comparison.address));
}

// "16 van de 26 deelprojecten hielden hetzelfde stoplicht.", of those that both sides tell of.
std::string kept_text(const Scene& scene, const Changes& changes) {
  const long both = std::count_if(changes.projects.begin(), changes.projects.end(), [](const ProjectChange& change) {
    return change.before != nullptr && change.after != nullptr;
  });
  const long kept = changes.count(LightMove::same);
  return scene.strings.say_count("lights_kept", kept, count_text(scene, kept), {{"total", count_text(scene, both)}});
}

// That a period was corrected: who read it before may have seen other differences.
void add_corrected_notices(const Scene& scene, const Comparison& comparison, Frame& frame) {
  if (comparison.is_correction()) return;
  for (const Moment& moment : {comparison.before, comparison.after}) {
    const Edition* edition = moment.period->edition;
    if (edition == nullptr || edition->before == nullptr) continue;
    frame.notices.push_back(
        notice("info", scene.strings.say("comparison_corrected", {{"period", moment.period->name}}),
               scene.strings.say("comparison_corrected_text", {{"edition", edition_cited(scene, *edition)}}),
               {correction_link(scene, *edition)}, comparison.address));
  }
}

// "editie 1 van 19 september 2024", of both sides; empty when none was published.
std::string editions_text(const Scene& scene, const Comparison& comparison) {
  std::string out;
  for (const Moment& moment : {comparison.before, comparison.after})
    if (const Edition* edition = moment.period->edition; edition != nullptr)
      out += (out.empty() ? "" : "; ") +
             scene.strings.say("cite_edition", {{"title", in_sentence(scene, moment.period->name)},
                                                {"edition", edition_cited(scene, *edition)}});
  return out;
}

// ---- a comparison ---------------------------------------------------------------------------

Frame frame_of(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  const Period& before = *comparison.before.period;
  const Period& after = *comparison.after.period;
  Frame frame;
  frame.address = comparison.address;
  frame.heading = comparison_heading(scene, comparison, changes);
  frame.short_title = title_of(scene, comparison);
  frame.crumb_title = comparison_name(scene, comparison);
  frame.kicker = comparison_name(scene, comparison);
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address},
                  {scene.strings.say("comparisons_title"), comparisons_address}};
  if (comparison.is_correction()) {
    const Edition& edition = *comparison.edition_after;
    frame.cite_date = scene.locale.date(edition.published_on);
    frame.facts = {{scene.strings.say("fact_editions"),
                    two(scene, scene.locale.date(comparison.edition_before->published_on), frame.cite_date)}};
    frame.notices.push_back(notice("info", scene.strings.say("correction_reason_title"), edition.reason));
  } else {
    frame.cite_date = two(scene, scene.locale.date(before.reported_on), scene.locale.date(after.reported_on));
    frame.facts = {{scene.strings.say("fact_compared"), frame.cite_date}};
    frame.cite_edition = editions_text(scene, comparison);
    if (lights_compare(changes)) frame.lead = kept_text(scene, changes);
  }
  add_corrected_notices(scene, comparison, frame);
  add_withdrawn_notice(scene, comparison, changes, frame);
  add_depth_notice(scene, comparison, changes, frame);
  add_scale_notice(scene, changes, frame);

  const std::vector<Comparison> all = all_comparisons(scene);
  for (const Comparison& each : all)
    frame.switch_items.push_back({comparison_name(scene, each), "", each.address, each.address == comparison.address});
  // The list begins with the newest.
  const auto here =
      std::find_if(all.begin(), all.end(), [&](const Comparison& each) { return each.address == comparison.address; });
  const auto is_neighbour = [&](auto other) { return other->is_correction() == comparison.is_correction(); };
  if (here + 1 != all.end() && is_neighbour(here + 1))
    frame.previous = {scene.strings.say("previous_comparison"), comparison_name(scene, *(here + 1)),
                      (here + 1)->address};
  if (here != all.begin() && is_neighbour(here - 1))
    frame.next = {scene.strings.say("next_comparison"), comparison_name(scene, *(here - 1)), (here - 1)->address};
  return frame;
}

// The two sides, to go to.
Json sides_of(const Scene& scene, const Comparison& comparison) {
  Json out = Json::array();
  for (const Moment& moment : {comparison.before, comparison.after}) {
    const bool is_before = moment.period == comparison.before.period;
    const Edition* published = is_before ? comparison.edition_before : comparison.edition_after;
    const std::string date =
        scene.locale.date(published != nullptr ? published->published_on : moment.period->reported_on);
    const Edition* edition = published != nullptr ? published : moment.period->edition;
    std::string name = moment.period->name;
    if (edition != nullptr) name = with_dots({name, edition_name(scene, *edition)});
    out.push_back(Json{{"title", name},
                       {"href", relative_link(comparison.address, address_of(*moment.period))},
                       {"meta", with_dots({depth_text(scene, *moment.period), date})}});
  }
  return out;
}

std::vector<Part> comparison_parts(const Scene& scene, const Json& sections) {
  std::vector<Part> parts;
  const auto add = [&](const char* section, const char* id, const char* key) {
    if (sections[section] != false) parts.push_back({id, label(scene, key)});
  };
  add("flow", "deel_verschuiving", "flow");
  add("lights", "deel_stoplichten", "lights");
  add("figures", "deel_cijfers", "figures_changed");
  add("budgets", "deel_begroting", "budget_changed");
  add("texts", "deel_teksten", "texts_changed");
  add("commitments_section", "deel_toezeggingen", "commitments_changed");
  add("others", "deel_gegevens", "others_changed");
  add("data", "deel_tabel", "comparison_data");
  return parts;
}

// Parts that there are; false for those without anything.
Json groups_or_false(Json groups) {
  if (groups.empty()) return false;
  return Json{{"groups", std::move(groups)}};
}

// Which projects got another light, came or went: "Aanpak GGZ: op koers wordt risico". What was withdrawn is passed
// over.
std::string moves_text(const Scene& scene, const Changes& changes) {
  std::vector<std::string> out;
  for (const ProjectChange& change : changes.projects) {
    if (!tells_project(changes, change) || change.move == LightMove::same || change.move == LightMove::withdrawn)
      continue;
    if (change.before != nullptr && change.after != nullptr)
      out.push_back(scene.strings.say("changes_target", {{"indicator", change.after->name},
                                                         {"old", in_sentence(scene, change.before->status->label)},
                                                         {"new", in_sentence(scene, change.after->status->label)}}));
    else if (!only_lineage(changes, change))
      out.push_back(change.after != nullptr
                        ? labelled(scene, scene.strings.say("changes_started"), change.after->name)
                        : labelled(scene, scene.strings.say("changes_stopped"), change.before->name));
  }
  return paragraphs(out);
}

// Which values are others, of those that both sides know.
std::string figures_text(const Scene& scene, const Changes& changes) {
  std::vector<std::string> out;
  for (const FigureChange& change : changes.figures)
    if (is_known(change.before) && is_known(change.after) && tells_figure(changes, change))
      out.push_back(scene.strings.say("changes_target", {{"indicator", change.indicator->name},
                                                         {"old", value_text(scene, change.before)},
                                                         {"new", value_text(scene, change.after)}}));
  return paragraphs(out);
}

// Texts that changed are not told: each side's own page has them.
SearchEntry entry_of(const Scene& scene, const Comparison& comparison, const Changes& changes, const Frame& frame) {
  SearchEntry entry = search_entry(SearchKind::comparison, frame.short_title, comparison.address);
  entry.group = "comparisons";
  set_period(scene, *comparison.after.period, entry);
  entry.superseded.clear();  // It holds of two editions, whatever came later.
  entry.summary = frame.heading;
  add_sentence(entry.summary, frame.lead);
  if (comparison.is_correction()) {
    entry.date = to_iso(comparison.edition_after->published_on);
    add_sentence(entry.summary, comparison.edition_after->reason);
  }
  add_part(entry, label(scene, "lights"), "deel_stoplichten", moves_text(scene, changes));
  add_part(entry, label(scene, "figures_changed"), "deel_cijfers", figures_text(scene, changes));
  return entry;
}

PageView comparison_view(const Scene& scene, const Comparison& comparison) {
  const Changes changes = changes_of(scene, comparison);
  Json sections;
  sections["flow"] =
      comparison.is_correction() ? Json(false) : flow_chart(scene, changes, {comparison.address, "verschuiving"});
  sections["lights"] = groups_or_false(move_groups(scene, comparison, changes));
  sections["texts"] = texts_part(scene, comparison, changes);
  sections["figures"] = figures_part(scene, changes);
  sections["budgets"] = budgets_part(scene, changes);
  sections["commitments_section"] = groups_or_false(commitment_groups(scene, changes, comparison.address));
  sections["others"] = others_part(scene, changes);
  const Table table = changes_table(scene, comparison, changes);
  sections["data"] =
      table.rows.empty()
          ? Json(false)
          : Json{{"table", table_context(scene, table, comparison.address, changes_csv(comparison.address))}};
  const char* const nothing =
      withdrawn_names(scene, changes).empty() ? "comparison_empty" : "comparison_empty_but_withdrawn";
  // Where nothing can be held against each other, a notice says so.
  const bool is_compared = comparison.is_correction() || lights_compare(changes) || comparable_figures(changes) > 0;
  sections["nothing"] = table.rows.empty() && is_compared ? Json(scene.strings.say(nothing)) : Json(false);
  sections["is_correction"] = comparison.is_correction();
  sections["sides"] = Json{{"documents", sides_of(scene, comparison)}};

  PageView view;
  Frame frame = frame_of(scene, comparison, changes);
  frame.parts = comparison_parts(scene, sections);
  view.context = frame_context(scene, frame);
  view.context.update(sections);
  if (view.context["tools"]["switch"].is_object())
    view.context["tools"]["switch"]["label"] = scene.strings.say("switch_comparison");
  view.search = entry_of(scene, comparison, changes, frame);
  return view;
}

// ---- the list of them -----------------------------------------------------------------------

Json list_of(const Scene& scene, const std::vector<Comparison>& comparisons) {
  Json out = Json::array();
  for (const Comparison& each : comparisons) {
    std::string meta = comparison_heading(scene, each, changes_of(scene, each));
    if (each.is_correction())
      meta = with_dots({meta, scene.locale.date(each.edition_after->published_on), each.edition_after->reason});
    out.push_back(Json{{"title", comparison_name(scene, each)},
                       {"href", relative_link(comparisons_address, each.address)},
                       {"meta", std::move(meta)}});
  }
  return Json{{"documents", std::move(out)}};
}

// Of corrections that cannot be compared any more: what became of them.
void add_gone(const Scene& scene, Json& list) {
  for (const GoneComparison& each : gone_comparisons(scene)) {
    const std::string name = scene.archive->newest(each.gone->period_id)->period->name;
    const Edition& after = each.gone->after == each.other ? *each.other : *each.gone;
    list["documents"].push_back(Json{
        {"title", scene.strings.say("correction_pair", {{"period", name},
                                                        {"old", count_text(scene, after.before->number)},
                                                        {"new", count_text(scene, after.number)}})},
        {"href", relative_link(comparisons_address, each.address)},
        {"meta", scene.strings.say("gone_edition_heading",
                                   {{"n", std::to_string(each.gone->number)}, {"period", in_sentence(scene, name)}})}});
  }
}

PageView comparisons_view(const Scene& scene) {
  PageView view;
  const std::vector<Comparison> periods = period_comparisons(scene);
  const std::vector<Comparison> corrections = correction_comparisons(scene);
  const long count = static_cast<long>(periods.size());
  Frame frame;
  frame.address = comparisons_address;
  frame.heading = scene.strings.say_count("comparisons_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("comparisons_title");
  frame.lead = scene.strings.say("comparisons_lead");
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}};
  view.context = frame_context(scene, frame);
  view.context["period_comparisons"] = list_of(scene, periods);
  view.context["corrections"] = list_of(scene, corrections);
  add_gone(scene, view.context["corrections"]);
  view.context["no_corrections"] =
      view.context["corrections"]["documents"].empty() ? Json(scene.strings.say("no_corrections")) : Json(false);
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

}  // namespace

void add_comparison_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const Comparison& comparison : all_comparisons(scene))
    pages.push_back({comparison.address, "comparison", archive_address, Location{},
                     [&scene, comparison] { return comparison_view(scene, comparison); }});
  if (scene.site.periods.size() > 1)
    pages.push_back({comparisons_address, "comparisons", archive_address, Location{},
                     [&scene] { return comparisons_view(scene); }});
}

}  // namespace stoplicht

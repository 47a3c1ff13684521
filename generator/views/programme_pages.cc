#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

#include <algorithm>

namespace stoplicht {
namespace {

Json steering_levels(const Scene& scene, const Programme& programme) {
  Json levels = Json::array();
  const std::pair<SteeringLevel, const char*> order[] = {{SteeringLevel::board, "level_board"},
                                                         {SteeringLevel::strategic, "level_strategic"},
                                                         {SteeringLevel::operational, "level_operational"}};
  for (const auto& [level, key] : order) {
    Json items = Json::array();
    for (const Steering& steering : programme.steering)
      if (steering.level == level)
        items.push_back(Json{{"name", steering.organisation->name}, {"role", or_false(steering.role)}});
    if (!items.empty()) levels.push_back(Json{{"label", scene.strings.say(key)}, {"items", std::move(items)}});
  }
  return levels;
}

Table budget_table(const Scene& scene, const Programme& programme) {
  const Budget& budget = *programme.budget;
  Table table;
  table.caption = scene.strings.say("budget_caption", {{"programme", programme.name}});
  table.columns.push_back({scene.strings.say("column_measure"), false});
  for (const auto& [year, amount] : budget.years) table.columns.push_back({std::to_string(year), true});
  table.columns.push_back({scene.strings.say("column_total"), true});
  table.columns.push_back({scene.strings.say("column_financer"), false});
  const auto euros = [&](std::int64_t value) { return Cell{scene.locale.euros(value), std::to_string(value), false}; };
  const auto row = [&](const std::string& name, const std::map<int, std::int64_t>& years, std::int64_t total,
                       const std::string& financer) {
    std::vector<Cell> cells{{name, "", false}};
    for (const auto& [year, amount] : budget.years) {
      const auto found = years.find(year);
      if (found != years.end()) cells.push_back(euros(found->second));
      else cells.push_back({scene.strings.say("not_named"), "", true});
    }
    cells.push_back(euros(total));
    cells.push_back({financer, "", false});
    table.rows.push_back(std::move(cells));
  };
  for (const BudgetMeasure& measure : budget.measures)
    row(measure.name, measure.years, measure.total, measure.financer != nullptr ? measure.financer->name : "");
  row(scene.strings.say("row_total"), budget.years, budget.total, "");
  table.total_row = true;
  return table;
}

Json funding_list(const Scene& scene, const Programme& programme) {
  Json out = Json::array();
  for (const Funding& funding : programme.funding) {
    std::string span;
    if (!funding.from.empty() && !funding.until.empty())
      span = funding.from == funding.until ? funding.from : funding.from + "–" + funding.until;
    const std::string amount = quantity_text(scene, {static_cast<double>(funding.amount), funding.qualifier}, Unit::euro);
    std::string text;
    if (funding.financer != nullptr) text = scene.strings.say("funded_by", {{"financer", funding.financer->name}});
    out.push_back(Json{{"amount", amount},
                       {"span", or_false(span)},
                       {"by", or_false(text)},
                       {"note", or_false(funding.note)},
                       {"source", or_false(funding.source)}});
  }
  return out;
}

// The programme's projects with their newest light.
Json projects_with_newest_light(const Scene& scene, const Programme& programme, const std::string& address) {
  Json out = Json::array();
  for (const auto& project : programme.projects) {
    const ProjectReport* newest = nullptr;
    for (const auto& period : scene.site.periods)
      if (newest == nullptr) newest = period->report_of(*project);
    Json item{{"light", false},
              {"number", newest != nullptr ? newest->number : ""},
              {"name", project->name},
              {"href", relative_link(address, address_of(*project))},
              {"summary", or_false(project->description)},
              {"why", false},
              {"contradiction", false}};
    if (newest != nullptr) {
      item["light"] = light(scene, *newest->status, newest->basis);
      item["light"]["basis"] = (item["light"]["basis"].is_string() ? item["light"]["basis"].get<std::string>() + ", " : "") +
                               in_sentence(newest->period->name);
    } else if (!scene.site.scales.empty()) {
      item["light"] = light_without_basis(scene.site.scales.front()->not_reported());
    }
    out.push_back(std::move(item));
  }
  return out;
}

std::string span_text(const Scene& scene, const Programme& programme) {
  if (programme.from && programme.until)
    return scene.strings.say("span", {{"from", scene.locale.date(*programme.from)}, {"until", scene.locale.date(*programme.until)}});
  if (programme.from) return scene.strings.say("span_from", {{"from", scene.locale.date(*programme.from)}});
  if (programme.until) return scene.strings.say("span_until", {{"until", scene.locale.date(*programme.until)}});
  return scene.strings.say("unknown");
}

PageView programme_view(const Scene& scene, const Programme& programme) {
  PageView view;
  const std::string address = address_of(programme);
  Frame frame;
  frame.address = address;
  frame.heading = programme.name;
  frame.kicker = scene.strings.say("kicker_programme");
  frame.kicker_sub = programme.short_name;
  frame.lead = programme.description;
  frame.description = programme.description;
  frame.crumbs = {{scene.strings.say("menu_programmes"), programmes_address}};
  frame.facts = {{scene.strings.say("fact_runs"), span_text(scene, programme)}};
  view.context = frame_context(scene, frame);

  view.context["addendum_to"] = programme.addendum_to == nullptr
                                    ? Json(false)
                                    : Json{{"name", programme.addendum_to->name},
                                           {"href", relative_link(address, address_of(*programme.addendum_to))}};
  const long count = static_cast<long>(programme.projects.size());
  view.context["projects_count"] = scene.strings.say_count("projects", count, count_text(scene, count));
  view.context["projects"] = projects_with_newest_light(scene, programme, address);

  std::vector<const Indicator*> indicators;
  for (const auto& indicator : scene.site.indicators)
    if (std::find(indicator->programmes.begin(), indicator->programmes.end(), &programme) != indicator->programmes.end())
      indicators.push_back(indicator.get());
  const std::vector<KeyFigure> figures = newest_figures(scene, indicators);
  view.context["key_figures"] =
      figures.empty() ? Json(false) : Json{{"figures", key_figures(scene, figures, address, nullptr)}};

  Json levels = steering_levels(scene, programme);
  view.context["steering"] = levels.empty() ? Json(false) : Json{{"levels", std::move(levels)}};
  Json funding = funding_list(scene, programme);
  view.context["has_money"] = !funding.empty() || programme.budget.has_value();
  view.context["funding"] = std::move(funding);
  view.context["budget"] = false;
  if (programme.budget)
    view.context["budget"] =
        Json{{"table", table_context(scene, budget_table(scene, programme), address, "begroting-" + programme.id + ".csv", &view.files)},
             {"csv", "begroting-" + programme.id + ".csv"},
             {"note", or_false(programme.budget->note)},
             {"source", or_false(programme.budget->source)}};

  Json categories = Json::array();
  for (const Category& category : programme.categories)
    categories.push_back(Json{{"name", category.name}, {"description", or_false(category.description)}});
  view.context["has_categories"] = !categories.empty();
  view.context["categories"] = std::move(categories);

  std::vector<const Commitment*> commitments;
  for (const auto& commitment : scene.site.commitments)
    if (std::find(commitment->programmes.begin(), commitment->programmes.end(), &programme) != commitment->programmes.end())
      commitments.push_back(commitment.get());
  view.context["commitments"] =
      commitments.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, commitments, address)}};
  return view;
}

PageView programmes_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = programmes_address;
  const long count = static_cast<long>(scene.site.programmes.size());
  frame.heading = scene.strings.say_count("programmes_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("menu_programmes");
  frame.lead = scene.strings.say("programmes_lead");
  view.context = frame_context(scene, frame);
  Json programmes = Json::array();
  for (const auto& programme : scene.site.programmes)
    programmes.push_back(Json{{"name", programme->name},
                              {"href", relative_link(programmes_address, address_of(*programme))},
                              {"span", span_text(scene, *programme)},
                              {"description", or_false(programme->description)},
                              {"projects", projects_with_newest_light(scene, *programme, programmes_address)}});
  view.context["programmes"] = std::move(programmes);
  return view;
}

}  // namespace

void add_programme_pages(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({programmes_address, "programmes", programmes_address, Location{}, [&scene] { return programmes_view(scene); }});
  for (const auto& programme : scene.site.programmes)
    pages.push_back({address_of(*programme), "programme", programmes_address,
                     Location{"data/programmes.json", 0, 0, 1, ""},
                     [&scene, programme = programme.get()] { return programme_view(scene, *programme); },
                     "programme '" + programme->id + "'"});
}

}  // namespace stoplicht

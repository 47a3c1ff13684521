#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

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
        items.push_back(Json{{"name", steering.organisation->name},
                             {"role", or_false(steering.role)},
                             {"description", or_false(steering.organisation->description)}});
    if (!items.empty()) levels.push_back(Json{{"label", scene.strings.say(key)}, {"items", std::move(items)}});
  }
  return levels;
}

Json funding_list(const Scene& scene, const Programme& programme) {
  Json out = Json::array();
  for (const Funding& funding : programme.funding) {
    std::string span;
    if (!funding.from.empty() && !funding.until.empty())
      span = funding.from == funding.until ? funding.from : funding.from + "–" + funding.until;
    const std::string amount =
        quantity_text(scene, {static_cast<double>(funding.amount), funding.qualifier}, Unit::euro);
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

std::vector<const Project*> projects_of(const Programme& programme) {
  std::vector<const Project*> out;
  for (const auto& project : programme.projects) out.push_back(project.get());
  return out;
}

Json category_list(const Scene& scene, const Programme& programme, const std::string& address) {
  Json out = Json::array();
  for (const Category& category : programme.categories) {
    const long count = std::count_if(programme.projects.begin(), programme.projects.end(),
                                     [&](const auto& project) { return project->category == &category; });
    out.push_back(Json{{"title", category.name},
                       {"href", relative_link(address, address_of(category))},
                       {"meta", with_dots({scene.strings.say_count("projects", count, count_text(scene, count)),
                                           category.description})}});
  }
  return out.empty() ? Json(false) : Json{{"documents", std::move(out)}};
}

// Each total that is known of two periods or more.
Json trend_list(const Scene& scene, const std::vector<const Indicator*>& indicators, const std::string& address) {
  Json out = Json::array();
  for (const Indicator* indicator : indicators) {
    Json chart = trend_chart(scene, *indicator, {address, "trend-" + indicator->id});
    if (chart.is_object()) out.push_back(Json{{"place", trend_fragment(*indicator)}, {"chart", std::move(chart)}});
  }
  return out.empty() ? Json(false) : Json{{"charts", std::move(out)}};
}

std::string span_text(const Scene& scene, const Programme& programme) {
  if (programme.from && programme.until)
    return scene.strings.say(
        "span", {{"from", scene.locale.date(*programme.from)}, {"until", scene.locale.date(*programme.until)}});
  if (programme.from) return scene.strings.say("span_from", {{"from", scene.locale.date(*programme.from)}});
  if (programme.until) return scene.strings.say("span_until", {{"until", scene.locale.date(*programme.until)}});
  return scene.strings.say("unknown");
}

Json money_section(const Scene& scene, const Programme& programme, const std::string& address) {
  Json funding = funding_list(scene, programme);
  if (funding.empty() && !programme.budget) return false;
  Json budget = false;
  if (programme.budget)
    budget = Json{{"chart", budget_chart(scene, programme, {address, "begroting"})},
                  {"note", or_false(programme.budget->note)}};
  return Json{{"has_funding", !funding.empty()}, {"funding", std::move(funding)}, {"budget", std::move(budget)}};
}

Json commitments_section(const Scene& scene, const Programme& programme, const std::string& address) {
  std::vector<const Commitment*> commitments;
  for (const auto& commitment : scene.site.commitments)
    if (std::find(commitment->programmes.begin(), commitment->programmes.end(), &programme) !=
        commitment->programmes.end())
      commitments.push_back(commitment.get());
  return commitments.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, commitments, address)}};
}

Frame programme_frame(const Scene& scene, std::size_t index) {
  const auto& all = scene.site.programmes;
  const Programme& programme = *all[index];
  Frame frame;
  frame.address = address_of(programme);
  frame.heading = programme.name;
  frame.kicker = scene.strings.say("kicker_programme");
  frame.kicker_sub = programme.short_name;
  frame.lead = programme.description;
  frame.description = programme.description;
  frame.crumbs = {{scene.strings.say("menu_programmes"), programmes_address}};
  frame.facts = {{scene.strings.say("fact_runs"), span_text(scene, programme)}};
  if (index > 0)
    frame.previous = {scene.strings.say("previous_programme"), all[index - 1]->name, address_of(*all[index - 1])};
  if (index + 1 < all.size())
    frame.next = {scene.strings.say("next_programme"), all[index + 1]->name, address_of(*all[index + 1])};
  return frame;
}

// The parts that the page has, in the order of its layout.
std::vector<Part> programme_parts(const Scene& scene, const Json& sections) {
  std::vector<Part> parts{{"deel_deelprojecten", label(scene, "projects")}};
  const auto add = [&](const char* section, const char* id, const char* key) {
    if (sections[section] != false) parts.push_back({id, label(scene, key)});
  };
  add("categories", "deel_categorieen", "categories");
  add("key_figures", "deel_cijfers", "key_figures");
  add("trends", "deel_verloop", "trends");
  add("money", "deel_geld", "money");
  add("steering", "deel_sturing", "steering");
  add("commitments", "deel_toezeggingen", "commitments");
  return parts;
}

// What it costs and who pays, as the page says it.
std::string money_text(const Scene& scene, const Programme& programme) {
  std::vector<std::string> out;
  for (const Json& funding : funding_list(scene, programme)) {
    std::string& line = out.emplace_back(funding["amount"].get<std::string>());
    if (funding["span"].is_string()) line += " " + funding["span"].get<std::string>();
    if (funding["by"].is_string()) line += ", " + funding["by"].get<std::string>();
    for (const char* key : {"note", "source"})
      if (funding[key].is_string()) add_sentence(line, funding[key].get<std::string>());
  }
  if (programme.budget) {
    for (const BudgetMeasure& measure : programme.budget->measures)
      out.push_back(labelled(scene, measure.name, scene.locale.euros(measure.total)));
    out.push_back(programme.budget->note);
  }
  return paragraphs(out);
}

std::string steering_text(const Programme& programme) {
  std::vector<std::string> out;
  for (const Steering& steering : programme.steering)
    add_sentence(out.emplace_back(with_dots({steering.organisation->name, steering.role})),
                 steering.organisation->description);
  return paragraphs(out);
}

// What only this page tells: its projects and categories are pages of their own.
SearchEntry entry_of(const Scene& scene, const Programme& programme, const std::vector<KeyFigure>& figures) {
  SearchEntry entry = search_entry(SearchKind::programme, programme.name, address_of(programme));
  if (!programme.short_name.empty()) entry.names = {programme.short_name};
  entry.summary = programme.description;
  entry.programme = facet_of(scene, programme);
  add_part(entry, label(scene, "key_figures"), "deel_cijfers", figures_text(scene, figures));
  add_part(entry, label(scene, "money"), "deel_geld", money_text(scene, programme));
  add_part(entry, label(scene, "steering"), "deel_sturing", steering_text(programme));
  return entry;
}

PageView programme_view(const Scene& scene, std::size_t index) {
  PageView view;
  const Programme& programme = *scene.site.programmes[index];
  const std::string address = address_of(programme);
  std::vector<const Indicator*> indicators;
  for (const auto& indicator : scene.site.indicators)
    if (std::find(indicator->programmes.begin(), indicator->programmes.end(), &programme) !=
        indicator->programmes.end())
      indicators.push_back(indicator.get());
  const std::vector<KeyFigure> figures = newest_figures(scene, indicators);
  const long count = static_cast<long>(programme.projects.size());
  Json levels = steering_levels(scene, programme);

  Json sections;
  sections["addendum_to"] = programme.addendum_to == nullptr
                                ? Json(false)
                                : Json{{"name", programme.addendum_to->name},
                                       {"href", relative_link(address, address_of(*programme.addendum_to))}};
  sections["projects_count"] = scene.strings.say_count("projects", count, count_text(scene, count));
  sections["projects"] = newest_project_list(scene, projects_of(programme), address);
  sections["categories"] = category_list(scene, programme, address);
  sections["key_figures"] = figures.empty() ? Json(false) : Json{{"figures", key_figures(scene, figures, address)}};
  sections["trends"] = trend_list(scene, indicators, address);
  sections["money"] = money_section(scene, programme, address);
  sections["steering"] = levels.empty() ? Json(false) : Json{{"levels", std::move(levels)}};
  sections["commitments"] = commitments_section(scene, programme, address);

  Frame frame = programme_frame(scene, index);
  frame.parts = programme_parts(scene, sections);
  view.context = frame_context(scene, frame);
  view.context.update(sections);
  view.search = entry_of(scene, programme, figures);
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
                              {"projects", newest_project_list(scene, projects_of(*programme), programmes_address)}});
  view.context["programmes"] = std::move(programmes);
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

}  // namespace

void add_programme_pages(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back(
      {programmes_address, "programmes", programmes_address, Location{}, [&scene] { return programmes_view(scene); }});
  for (std::size_t i = 0; i < scene.site.programmes.size(); ++i)
    pages.push_back({address_of(*scene.site.programmes[i]), "programme", programmes_address,
                     Location{"data/programmes.json", 0, 0, 1, ""}, [&scene, i] { return programme_view(scene, i); },
                     "programme '" + scene.site.programmes[i]->id + "'"});
}

}  // namespace stoplicht

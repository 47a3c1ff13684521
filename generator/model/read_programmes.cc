#include <algorithm>

#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::array<Choice<SteeringLevel>, 3> steering_levels{{{"board", SteeringLevel::board},
                                                                {"strategic", SteeringLevel::strategic},
                                                                {"operational", SteeringLevel::operational}}};

constexpr std::array<Choice<Following>, 2> followings{{{"figures", Following::figures}, {"words", Following::words}}};

constexpr std::array<Choice<LineageKind>, 4> lineage_kinds{{{"continues", LineageKind::continues},
                                                            {"split-from", LineageKind::split_from},
                                                            {"merged-into", LineageKind::merged_into},
                                                            {"ended", LineageKind::ended}}};

constexpr std::int64_t largest_funding = 10'000'000'000'000;
constexpr double largest_threshold = 10;

// "2019": funding counts in years.
std::string read_year(ObjectReader& object, std::string_view key) {
  const auto date = object.optional_date(key);
  if (!date) return "";
  if (date->month != 0 || date->quarter != 0) {
    object.error("date-impossible", object.at(key), in_quotes(to_iso(*date)) + " is not a year",
                 "write a year, such as \"" + std::to_string(date->year) + "\"");
  }
  return std::to_string(date->year);
}

void read_funding(Reading& reading, ObjectReader& object, std::vector<Funding>& list) {
  Funding funding;
  funding.amount = object.integer("amount", 0, largest_funding).value_or(0);
  funding.qualifier = object.qualifier();
  funding.from = read_year(object, "from");
  funding.until = read_year(object, "until");
  if (!funding.from.empty() && !funding.until.empty() && funding.from > funding.until) {
    object.error("date-order", object.at("until"),
                 "'until' (" + funding.until + ") lies before 'from' (" + funding.from + ")",
                 "exchange the two dates, or correct one");
  }
  funding.financer = resolve_optional(reading, reading.organisations, object, "financer");
  funding.note = object.optional_text("note");
  funding.source = object.optional_text("source");
  list.push_back(std::move(funding));
}

void read_steering(Reading& reading, ObjectReader& object, std::vector<Steering>& list) {
  Steering steering;
  steering.organisation = resolve(reading, reading.organisations, object, "organisation");
  steering.level = object.choice("level", steering_levels).value_or(SteeringLevel::board);
  steering.role = object.optional_text("role");
  if (steering.organisation != nullptr) list.push_back(std::move(steering));
}

void read_lineage(Reading& reading, ObjectReader& object, Project& project) {
  Lineage lineage;
  const auto kind = object.choice("kind", lineage_kinds);
  lineage.kind = kind.value_or(LineageKind::ended);
  const bool needs_project = kind && *kind != LineageKind::ended;
  lineage.project = needs_project ? resolve(reading, reading.projects, object, "project")
                                  : resolve_optional(reading, reading.projects, object, "project");
  lineage.period = resolve_optional(reading, reading.periods, object, "period");
  lineage.note = object.optional_text("note");
  if (lineage.project == &project) {
    object.error("lineage-of-itself", object.at("project"),
                 in_quotes(project.id) + " cannot come from itself or become itself",
                 "name the project that it comes from, or that it became part of");
    return;
  }
  if (kind && (lineage.project != nullptr || !needs_project)) project.lineage.push_back(std::move(lineage));
}

void read_rule(Reading& reading, ObjectReader& object, Project& project) {
  StatusRule rule;
  rule.indicator = resolve(reading, reading.indicators, object, "indicator");
  const auto at_risk = object.number("at_risk_below", 0, largest_threshold);
  const auto off_track = object.number("off_track_below", 0, largest_threshold);
  if (at_risk && off_track && *off_track > *at_risk) {
    object.error("rule-order", object.at("off_track_below"), "'off_track_below' is higher than 'at_risk_below'",
                 "a project is at risk before it is off track: write the higher number at 'at_risk_below'");
    return;
  }
  if (rule.indicator == nullptr || !at_risk || !off_track) return;
  if (rule.indicator->project != &project) {
    object.error("rule-indicator", object.at("indicator"),
                 "indicator " + in_quotes(rule.indicator->id) + " does not belong to project " + in_quotes(project.id),
                 "a rule looks at an indicator of its own project");
    return;
  }
  if (rule.indicator->direction == Direction::down) {
    object.error("rule-direction", object.at("indicator"),
                 "indicator " + in_quotes(rule.indicator->id) + " is better when it is lower",
                 "a rule can only follow an indicator that grows towards its target");
    return;
  }
  if (!rule.indicator->target_label.empty()) {
    object.error("rule-without-goal", object.at("indicator"),
                 "the target of indicator " + in_quotes(rule.indicator->id) + " is no goal: it has a 'target_label'",
                 "a rule needs an indicator with a goal to reach");
    return;
  }
  if (rule.indicator->unit == Unit::percent && !rule.indicator->baseline) {
    object.error("rule-without-baseline", object.at("indicator"),
                 "indicator " + in_quotes(rule.indicator->id) + " is a percentage without a 'baseline'",
                 "give the indicator its baseline: without it nobody can tell how far it has come");
    return;
  }
  rule.at_risk_below = *at_risk;
  rule.off_track_below = *off_track;
  project.rule = rule;
}

const Category* find_category(const Programme& programme, std::string_view id) {
  for (const Category& category : programme.categories) {
    if (category.id == id) return &category;
  }
  return nullptr;
}

const Category* read_category(const Programme& programme, ObjectReader& object) {
  const std::string_view id = object.optional_word("category");
  if (id.data() == nullptr) return nullptr;
  const Category* category = find_category(programme, id);
  if (category == nullptr) {
    std::vector<std::string_view> ids;
    for (const Category& each : programme.categories) ids.push_back(each.id);
    object.error("reference-unknown", object.at("category"),
                 "unknown category " + in_quotes(id) + " in programme " + in_quotes(programme.id),
                 ids.empty() ? "the programme has no categories yet" : one_of_hint(id, ids));
  }
  return category;
}

void read_own_councils(Reading& reading, ObjectReader& object, Project& project) {
  std::size_t named = 0;
  object.optional_texts("councils", [&](std::string_view id, const Place& place) {
    ++named;
    const Organisation* council = resolve_municipality(reading, id, place);
    auto& councils = project.councils;
    if (council == nullptr) {
      object.set_faulty();
    } else if (std::find(councils.begin(), councils.end(), council) != councils.end()) {
      object.error("council-duplicate", place.value(), in_quotes(id) + " stands twice among the councils",
                   "name each municipality once");
    } else {
      councils.push_back(council);
    }
  });
  if (object.faulty()) {
    reading.councils_missed.insert(&project);
  } else if (object.has("councils") && named == 0) {
    object.error("list-empty", object.at("councils"), "'councils' is empty",
                 "name the municipalities of this local project, or leave 'councils' out when it is of all of them");
  }
}

void read_project(Reading& reading, ObjectReader& object, Project& project) {
  const Programme& programme = *project.programme;
  object.id("id");
  check_id_is_own(reading.projects, project, object);
  project.name = object.text("name");
  project.description = object.optional_text("description");
  project.category = read_category(programme, object);
  project.following = object.optional_choice("followed_by", followings, Following::figures);
  read_span(object, project.from, project.until);
  read_own_councils(reading, object, project);
  object.optional_objects("lineage", [&](ObjectReader& item) { read_lineage(reading, item, project); });
  object.optional_object("rule", [&](ObjectReader& rule) { read_rule(reading, rule, project); });
  const bool has_start = object.has("from") || programme.from;
  const bool has_end = object.has("until") || programme.until;
  if (project.rule && !(has_start && has_end)) {
    object.error("rule-without-dates", object.at_key("rule"),
                 "the rule of " + in_quotes(project.id) + " needs to know when the project starts and ends",
                 "add 'from' and 'until' to the project or to its programme");
  }
}

void read_categories(ObjectReader& object, Programme& programme) {
  std::set<std::string, std::less<>> seen;
  object.optional_objects("categories", [&](ObjectReader& item) {
    Category category;
    category.programme = &programme;
    category.id = item.id("id");
    category.name = item.text("name");
    category.description = item.optional_text("description");
    check_id_is_new(seen, category.id, "category of this programme", item);
    programme.categories.push_back(std::move(category));
  });
}

void read_programme(Reading& reading, ObjectReader& object, Programme& programme) {
  object.id("id");
  check_id_is_own(reading.programmes, programme, object);
  programme.name = object.text("name");
  programme.short_name = object.text("short_name");
  programme.description = object.optional_text("description");
  read_span(object, programme.from, programme.until);
  const Programme* main = resolve_optional(reading, reading.programmes, object, "addendum_to");
  if (main == &programme) {
    object.error("addendum-to-itself", object.at("addendum_to"),
                 in_quotes(programme.id) + " cannot be an addendum to itself",
                 "name the programme that it adds to, or leave 'addendum_to' out");
  } else {
    programme.addendum_to = main;
  }
  read_categories(object, programme);
  object.optional_objects("steering", [&](ObjectReader& item) { read_steering(reading, item, programme.steering); });
  object.optional_objects("funding", [&](ObjectReader& item) { read_funding(reading, item, programme.funding); });
  std::size_t next = 0;
  object.objects("projects", [&](ObjectReader& item) { read_project(reading, item, *programme.projects[next++]); });
  programme.budget = read_budget(reading, object);
}

}  // namespace

void read_programmes(Reading& reading) {
  const Document* document = reading.data(programmes_path);
  if (document == nullptr) return;
  ObjectReader object(*document, reading.diagnostics);
  read_indicators(reading, object);  // First: the rules of projects look at them.
  std::size_t next = 0;
  object.objects("programmes",
                 [&](ObjectReader& item) { read_programme(reading, item, *reading.site.programmes[next++]); });
  object.finish();
  reading.site.programmes_faulty = object.faulty();
}

}  // namespace stoplicht

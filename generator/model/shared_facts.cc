#include "model/shared_facts.h"

#include "model/reading.h"

namespace stoplicht {
namespace {

void set(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void set(Json& object, const char* key, const std::optional<Date>& date) {
  if (date) object[key] = to_iso(*date);
}

template <typename T>
void set_id(Json& object, const char* key, const T* item) {
  if (item != nullptr) object[key] = item->id;
}

template <typename T>
void set_ids(Json& object, const char* key, const std::vector<const T*>& items) {
  for (const T* item : items) object[key].push_back(item->id);
}

const char* word(OrganisationKind kind) {
  switch (kind) {
    case OrganisationKind::municipality: return "municipality";
    case OrganisationKind::region: return "region";
    case OrganisationKind::body: return "body";
    case OrganisationKind::ministry: return "ministry";
    case OrganisationKind::partner: return "partner";
  }
  return "";
}

const char* word(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exactly: return "";
    case Qualifier::about: return "about";
    case Qualifier::at_least: return "at-least";
    case Qualifier::more_than: return "more-than";
  }
  return "";
}

const char* word(Unit unit) {
  switch (unit) {
    case Unit::count: return "count";
    case Unit::percent: return "percent";
    case Unit::euro: return "euro";
  }
  return "";
}

const char* word(LineageKind kind) {
  switch (kind) {
    case LineageKind::continues: return "continues";
    case LineageKind::split_from: return "split-from";
    case LineageKind::merged_into: return "merged-into";
    case LineageKind::ended: return "ended";
  }
  return "";
}

const char* word(SteeringLevel level) {
  switch (level) {
    case SteeringLevel::board: return "board";
    case SteeringLevel::strategic: return "strategic";
    case SteeringLevel::operational: return "operational";
  }
  return "";
}

Json quantity(const Quantity& value) {
  if (value.qualifier == Qualifier::exactly) return value.value;
  return Json{{"value", value.value}, {"qualifier", word(value.qualifier)}};
}

Json quantity_or_null(const std::optional<Quantity>& value) { return value ? quantity(*value) : Json(); }

// Without amounts and who spends them: those are lines of the budget, each compared by itself.
Json budget_facts(const Budget& budget) {
  Json out = Json::object();
  for (const BudgetMeasure& measure : budget.measures) {
    Json item{{"id", measure.id}, {"name", measure.name}};
    set_id(item, "project", measure.project);
    out["measures"].push_back(std::move(item));
  }
  set(out, "source", budget.source);
  set(out, "note", budget.note);
  return out;
}

Json measurement_facts(const std::vector<Measurement>& measurements) {
  Json out = Json::array();
  for (const Measurement& each : measurements)
    out.push_back(Json{{"indicator", each.indicator->id},
                       {"actual", quantity_or_null(each.actual)},
                       {"forecast", quantity_or_null(each.forecast)}});
  return out;
}

}  // namespace

Json facts_of(const Site& site) {
  Json out{{"title", site.title}, {"language", site.language}};
  set(out, "tagline", site.tagline);
  set(out, "description", site.description);
  set_id(out, "publisher", site.publisher);
  return out;
}

Json facts_of(const StatusScale& scale) {
  Json out{{"name", scale.name}, {"statuses", Json::array()}};
  for (const Status& status : scale.statuses)
    out["statuses"].push_back(Json{{"id", status.id},
                                   {"label", status.label},
                                   {"meaning", status.meaning},
                                   {"light", light_id(status.light)},
                                   {"shape", status.shape}});
  return out;
}

Json facts_of(const Organisation& organisation) {
  Json out{{"name", organisation.name}, {"kind", word(organisation.kind)}};
  set(out, "short_name", organisation.short_name);
  set(out, "description", organisation.description);
  set(out, "url", organisation.url);
  for (const Membership& membership : organisation.member_of) {
    Json item = Json::object();
    set_id(item, "organisation", membership.of);
    set(item, "from", membership.from);
    set(item, "until", membership.until);
    out["member_of"].push_back(std::move(item));
  }
  return out;
}

Json facts_of(const Landscape& landscape) {
  Json out{{"title", landscape.title}, {"partners", landscape.partners}};
  for (const TargetGroup& group : landscape.groups) {
    Json item{{"id", group.id}, {"name", group.name}};
    set(item, "description", group.description);
    out["groups"].push_back(std::move(item));
  }
  for (const Party& party : landscape.parties) {
    Json item = Json::object();
    set_id(item, "organisation", party.organisation);
    if (party.serves) set_ids(item, "serves", *party.serves);
    set(item, "note", party.note);
    out["parties"].push_back(std::move(item));
  }
  set(out, "source", landscape.source);
  set(out, "note", landscape.note);
  return out;
}

Json facts_of(const Programme& programme) {
  Json out{{"name", programme.name}, {"short_name", programme.short_name}};
  set(out, "description", programme.description);
  set(out, "from", programme.from);
  set(out, "until", programme.until);
  set_id(out, "addendum_to", programme.addendum_to);
  for (const Category& category : programme.categories) {
    Json item{{"id", category.id}, {"name", category.name}};
    set(item, "description", category.description);
    out["categories"].push_back(std::move(item));
  }
  for (const Steering& steering : programme.steering) {
    Json item{{"level", word(steering.level)}};
    set_id(item, "organisation", steering.organisation);
    set(item, "role", steering.role);
    out["steering"].push_back(std::move(item));
  }
  for (const Funding& funding : programme.funding) {
    Json item{{"amount", funding.amount}};
    set(item, "qualifier", word(funding.qualifier));
    set(item, "from", funding.from);
    set(item, "until", funding.until);
    set_id(item, "financer", funding.financer);
    set(item, "note", funding.note);
    set(item, "source", funding.source);
    out["funding"].push_back(std::move(item));
  }
  if (programme.budget) out["budget"] = budget_facts(*programme.budget);
  return out;
}

Json facts_of(const Project& project, const Period& period) {
  Json out{{"followed_by", project.following == Following::figures ? "figures" : "words"},
           {"programme", project.programme->id}};
  set(out, "description", project.description);
  set_id(out, "category", project.category);
  set(out, "from", project.from);
  set(out, "until", project.until);
  set_ids(out, "councils", project.councils);
  for (const Lineage& line : project.lineage) {
    if (line.period != nullptr && is_earlier(period, *line.period)) continue;
    Json item{{"kind", word(line.kind)}};
    set_id(item, "project", line.project);
    set_id(item, "period", line.period);
    set(item, "note", line.note);
    out["lineage"].push_back(std::move(item));
  }
  if (project.rule)
    out["rule"] = Json{{"indicator", project.rule->indicator->id},
                       {"at_risk_below", project.rule->at_risk_below},
                       {"off_track_below", project.rule->off_track_below}};
  return out;
}

Json facts_of(const Indicator& indicator, const Period& period) {
  Json out{{"name", indicator.name},
           {"unit", word(indicator.unit)},
           {"direction", indicator.direction == Direction::up ? "up" : "down"},
           {"cumulative", indicator.cumulative}};
  set(out, "description", indicator.description);
  set(out, "unit_label", indicator.unit_label);
  set(out, "target_label", indicator.target_label);
  set_id(out, "project", indicator.project);
  set_ids(out, "programmes", indicator.programmes);
  if (indicator.baseline) out["baseline"] = quantity(*indicator.baseline);
  set(out, "baseline_date", indicator.baseline_date);
  for (const Target& target : indicator.targets) {
    if (is_earlier(period, *target.from)) continue;
    Json item{{"id", target.from->id}, {"quantity", quantity(target.quantity)}};
    set(item, "decision", target.decision);
    out["targets"].push_back(std::move(item));
  }
  return out;
}

Json facts_of(const Commitment& commitment) {
  Json out{{"title", commitment.title},
           {"text", commitment.text},
           {"meeting", commitment.meeting},
           {"by", commitment.by},
           {"made_on", to_iso(commitment.made_on)}};
  set(out, "due", commitment.due);
  set_id(out, "council", commitment.council);
  set_ids(out, "programmes", commitment.programmes);
  set_ids(out, "projects", commitment.projects);
  return out;
}

Json facts_of(const std::vector<Term>& terms) {
  Json out{{"terms", Json::array()}};
  for (const Term& term : terms) {
    Json item{{"term", term.term}, {"meaning", term.meaning}, {"also", term.also}};
    set(item, "link", term.link);
    set(item, "group", term.group);
    out["terms"].push_back(std::move(item));
  }
  return out;
}

Json facts_of(const Period& earlier) {
  Json out{{"name", earlier.name},
           {"reported_on", to_iso(earlier.reported_on)},
           {"totals", measurement_facts(earlier.totals)}};
  for (const ProjectReport& report : earlier.projects) {
    Json item{{"project", report.project->id}, {"status", report.status->id}};
    if (!report.measurements.empty()) item["values"] = measurement_facts(report.measurements);
    out["projects"].push_back(std::move(item));
  }
  return out;
}

}  // namespace stoplicht

#include "base/text.h"
#include "model/reading.h"

// What a period reports: of programmes, of projects, and in figures.
namespace stoplicht {
namespace {

constexpr std::array<Choice<Basis>, 2> bases{{{"reported", Basis::reported}, {"derived", Basis::derived}}};

// What is shared by the reports of one period.
struct PeriodReading {
  Reading& reading;
  Period& period;
  bool scale_known = true;        // False after a fault in the scale: its statuses are not judged then.
  bool derived_reported = false;  // That a derived light has no note: said once.
  std::set<std::string, std::less<>> projects;
  std::map<std::string, std::string, std::less<>> project_of_number;
};

// Null when absent or faulty.
const Status* read_status(PeriodReading& in, ObjectReader& object, bool required) {
  const std::string_view id = required ? object.word("status") : object.optional_word("status");
  if (id.data() == nullptr) return nullptr;
  const Status* status = in.period.scale->find(id);
  if (status == nullptr && in.scale_known && !in.reading.scales.incomplete) {
    std::vector<std::string_view> ids;
    for (const Status& each : in.period.scale->statuses) ids.push_back(each.id);
    object.error("status-unknown", object.at("status"), "unknown status " + in_quotes(id), one_of_hint(id, ids));
  }
  return status;
}

Basis read_basis(PeriodReading& in, ObjectReader& object) {
  const Basis basis = object.optional_choice("basis", bases, Basis::reported);
  if (basis == Basis::derived && trim(in.period.basis_note).empty() && !in.derived_reported) {
    in.derived_reported = true;
    object.error("light-without-basis-note", object.at("basis"),
                 "a light is derived, but period " + in_quotes(in.period.id) + " does not say how",
                 "add 'basis_note' to the period: the rule by which lights were derived");
  }
  return basis;
}

void read_programme_report(PeriodReading& in, ObjectReader& object, std::set<std::string, std::less<>>& seen) {
  ProgrammeReport report;
  report.programme = resolve(in.reading, in.reading.programmes, object, "programme");
  const Status* status = read_status(in, object, true);
  report.status = status != nullptr ? status : &in.period.scale->not_reported();
  report.basis = read_basis(in, object);
  report.summary = object.optional_text("summary");
  if (report.programme == nullptr) return;
  if (!seen.insert(report.programme->id).second) {
    object.error("programme-duplicate", object.at("programme"),
                 "the period reports twice on programme " + in_quotes(report.programme->id),
                 "make one report of the two");
  }
  in.period.programmes.push_back(std::move(report));
}

Measurement read_measurement(Reading& reading, ObjectReader& object) {
  Measurement measurement;
  measurement.indicator = resolve(reading, reading.indicators, object, "indicator");
  const Unit unit = measurement.indicator != nullptr ? measurement.indicator->unit : Unit::count;
  measurement.actual = object.optional_quantity("actual", unit, true);
  measurement.forecast = object.optional_quantity("forecast", unit, true);
  measurement.note = object.optional_text("note");
  read_council_values(reading, object, measurement);
  return measurement;
}

std::string ids_of_indicators(const Reading& reading, const Project* project) {
  std::vector<std::string> ids;
  if (project != nullptr) {
    for (const Indicator* indicator : project->indicators) ids.push_back(indicator->id);
  } else {
    for (const auto& indicator : reading.site.indicators) {
      if (indicator->project == nullptr && ids.size() < 12) ids.push_back(indicator->id);
    }
  }
  return join(ids, ", ");
}

void report_owner(const Reading& reading, ObjectReader& object, const Indicator& indicator, const Project* project) {
  const std::string names = ids_of_indicators(reading, project);
  object.error(
      "measurement-owner", object.at("indicator"),
      "indicator " + in_quotes(indicator.id) +
          (indicator.project == nullptr ? " is a total" : " belongs to project " + in_quotes(indicator.project->id)) +
          (project == nullptr ? ", so it is no total" : ", so it is no figure of project " + in_quotes(project->id)),
      names.empty() ? "there is no such indicator yet: add one in data/programmes.json" : "use one of: " + names);
}

// `project`: whose values they are; null for the totals. An owner that is not known is not judged.
void read_measurements(Reading& reading, ObjectReader& object, std::string_view key, const Project* project,
                       bool owner_known, std::vector<Measurement>& measurements) {
  std::set<const Indicator*> seen;
  object.optional_objects(key, [&](ObjectReader& item) {
    Measurement measurement = read_measurement(reading, item);
    if (measurement.indicator == nullptr || !owner_known) return;
    const Indicator& indicator = *measurement.indicator;
    const bool orphan = indicator.project == nullptr && indicator.programmes.empty();  // Reported where it stands.
    if (indicator.project != project && !orphan) {
      report_owner(reading, item, indicator, project);
    } else if (!seen.insert(&indicator).second) {
      item.error("measurement-duplicate", item.at("indicator"),
                 "indicator " + in_quotes(indicator.id) + " is measured twice here", "make one of the two");
    } else {
      measurements.push_back(std::move(measurement));
    }
  });
}

void read_explanation(ObjectReader& object, Explanation& explanation) {
  explanation.cause = object.nullable_text("cause", explanation.cause_unknown);
  explanation.consequence = object.nullable_text("consequence", explanation.consequence_unknown);
  explanation.action = object.nullable_text("action", explanation.action_unknown);
}

void check_own_place(PeriodReading& in, ObjectReader& object, std::string_view project, const std::string& number) {
  if (project.data() != nullptr && !in.projects.insert(std::string(project)).second) {
    object.error("project-duplicate", object.at("project"), "the period reports twice on project " + in_quotes(project),
                 "make one report of the two");
    return;
  }
  if (number.empty()) return;
  const auto [first, is_new] = in.project_of_number.emplace(number, std::string(project));
  if (!is_new) {
    object.error("project-number-duplicate", object.at("number"),
                 "number " + in_quotes(number) + " is used twice in this period",
                 "project " + in_quotes(first->second) + " has it too");
  }
}

void read_progress(PeriodReading& in, std::string_view project, ProjectReport& report) {
  const auto& content = in.reading.folder.content;
  const auto file = content.find(content_folder(in.period) + "progress/" + std::string(project) + ".md");
  if (file == content.end() || !file->second) return;
  report.progress = Text{file->second.get(), &in.period};
  in.reading.progress_read.insert(file->second.get());
}

void read_project_report(PeriodReading& in, ObjectReader& object) {
  const std::string_view id = object.word("project");
  ProjectReport report;
  report.period = &in.period;
  report.project = resolve(in.reading, in.reading.projects, id, object.place().member("project"));
  if (report.project == nullptr) object.set_faulty();
  report.number = object.text("number");
  report.name = object.optional_text("name");
  if (trim(report.name).empty() && report.project != nullptr) report.name = report.project->name;
  const Status* status = read_status(in, object, false);
  report.status = status != nullptr ? status : &in.period.scale->not_reported();
  report.basis = read_basis(in, object);
  report.summary = object.optional_text("summary");
  report.contradiction = object.optional_text("contradiction");
  report.override_reason = object.optional_text("override_reason");
  read_explanation(object, report.explanation);
  read_measurements(in.reading, object, "values", report.project, report.project != nullptr, report.measurements);
  check_own_place(in, object, id, report.number);
  if (id.data() != nullptr) read_progress(in, id, report);
  if (report.project == nullptr) return;
  compute_light(report);
  check_explanation(in.reading, report, object);
  if (status != nullptr || !object.has("status")) check_override(in.reading, report, object);
  in.period.projects.push_back(std::move(report));
}

}  // namespace

void read_reports(Reading& reading, Period& period, ObjectReader& object, bool scale_known) {
  PeriodReading in{reading, period, scale_known, false, {}, {}};
  std::set<std::string, std::less<>> programmes;
  object.optional_objects("programmes", [&](ObjectReader& item) { read_programme_report(in, item, programmes); });
  read_measurements(reading, object, "totals", nullptr, true, period.totals);
  object.optional_objects("projects", [&](ObjectReader& item) { read_project_report(in, item); });
}

}  // namespace stoplicht

#include "model/sheet_form.h"

#include <algorithm>

#include "model/last_known.h"
#include "model/next_period.h"
#include "model/sheet_form_cells.h"

namespace stoplicht {
namespace {

constexpr std::array<const char*, 4> qualifier_ids{"exactly", "about", "at-least", "more-than"};
constexpr std::array<const char*, 4> commitment_ids{"open", "in-progress", "closed", "lapsed"};

const Measurement* measured(const std::vector<Measurement>& measurements, const Indicator& indicator) {
  const auto found = std::find_if(measurements.begin(), measurements.end(),
                                  [&](const Measurement& each) { return each.indicator->id == indicator.id; });
  return found == measurements.end() ? nullptr : &*found;
}

class FormMaker : public FormCells {
 public:
  FormMaker(SheetForm& form, const Site& site, const SiteFolder& folder, const Period& period)
      : FormCells(form.qualifiers, site.language, folder, period),
        form_(form),
        site_(site),
        period_(period),
        words_(words()),
        before_(period_before(site, period.id)) {}

  void make() {
    form_.period = period_.id;
    form_.period_name = period_.name;
    form_.site = site_.title;
    form_.language = site_.language;
    for (const Status& each : period_.scale->statuses) form_.statuses.push_back({each.label, each.id, each.light});
    form_.bases = {{std::string(words_.bases[0]), "reported"}, {std::string(words_.bases[1]), "derived"}};
    for (std::size_t i = 0; i < 4; ++i)
      form_.qualifiers.push_back({std::string(words_.qualifiers[i]), qualifier_ids[i]});
    for (std::size_t i = 0; i < 4; ++i)
      form_.commitment_statuses.push_back({std::string(words_.commitment_statuses[i]), commitment_ids[i]});
    // A letter without front matter, which check tells, has no place to name a commitment.
    for (const auto& each : period_.letters)
      if (each->text.document != nullptr && !each->text.document->root().empty())
        form_.letters.push_back({each->id, each->id});
    make_projects();
    make_figures();
    form_.sheets.push_back(commitments_sheet(*this, form_, site_));
  }

 private:
  // ---- projects ------------------------------------------------------------------------------------------------

  void make_projects() {
    FormSheet sheet;
    sheet.name = words_.projects;
    sheet.columns = {column(words_.number, "", 9, false, true),
                     column(words_.project, "", 26, false, true),
                     column(words_.programme, "", 11, false),
                     column(words_.before, note_of_lights(), 13, false),
                     column(words_.status, words_.status_note, 13, true),
                     column(words_.basis, words_.basis_note, 10, true),
                     column(words_.summary, words_.summary_note, 36, true),
                     column(words_.cause, words_.explanation_note, 27, true),
                     column(words_.consequence, words_.explanation_note, 27, true),
                     column(words_.action, words_.explanation_note, 27, true),
                     column(words_.override_reason, words_.override_note, 20, true),
                     column(words_.progress, words_.progress_note, 48, true),
                     column(words_.key, words_.key_note, 16, false)};
    sheet.columns[3].has_lights = sheet.columns[4].has_lights = true;
    sheet.key_column = sheet.columns.size() - 1;
    sheet.frozen_columns = 2;
    for (const ProgrammeReport& each : period_.programmes) sheet.rows.push_back(programme_row(each));
    for (const ProjectReport& each : period_.projects) sheet.rows.push_back(project_row(each));
    form_.sheets.push_back(std::move(sheet));
  }

  // With the period that the lights are of: the one before may have had none.
  std::string note_of_lights() const {
    return std::string(words_.before_note) + (before_ != nullptr ? " (" + before_->name + ")" : "");
  }

  FormRow programme_row(const ProgrammeReport& report) const {
    FormRow row{"programme/" + report.programme->id, report.programme->short_name, {}, {}};
    const JsonPath place{{"programmes"}, {"programme", report.programme->id}};
    fixed(row, "");
    fixed(row, report.programme->name);
    fixed(row, report.programme->short_name);
    std::string_view light;
    if (before_ != nullptr)
      for (const ProgrammeReport& each : before_->programmes)
        if (each.programme->id == report.programme->id) light = each.status->label;
    fixed(row, light);
    choice(row, with(place, "status"), form_.statuses, "not-reported");
    choice(row, with(place, "basis"), form_.bases, "reported");
    text(row, with(place, "summary"));
    for (int i = 0; i < 5; ++i) fixed(row, "");
    fixed(row, row.key);
    return row;
  }

  FormRow project_row(const ProjectReport& report) const {
    const std::string& id = report.project->id;
    FormRow row{id, report.number + " " + report.name, {}, {}};
    const JsonPath place{{"projects"}, {"project", id}};
    fixed(row, report.number);
    fixed(row, report.name);
    fixed(row, report.project->programme->short_name);
    const ProjectReport* before = before_ != nullptr ? before_->report_of(*report.project) : nullptr;
    fixed(row, before != nullptr ? before->status->label : "");
    choice(row, with(place, "status"), form_.statuses, "not-reported");
    choice(row, with(place, "basis"), form_.bases, "reported");
    text(row, with(place, "summary"));
    for (const char* key : {"cause", "consequence", "action"}) text(row, with(place, key), true);
    text(row, with(place, "override_reason"));
    markdown(row, "content/periods/" + period_.id + "/progress/" + id + ".md");
    fixed(row, id);
    return row;
  }

  // ---- figures -------------------------------------------------------------------------------------------------

  void make_figures() {
    FormSheet sheet;
    sheet.name = words_.figures;
    sheet.columns = {column(words_.subject, "", 24, false, true),
                     column(words_.figure, "", 26, false, true),
                     column(words_.council, "", 14, false, true),
                     column(words_.unit, "", 13, false),
                     column(words_.target, words_.target_note, 12, false),
                     column(words_.before_value, words_.figure_before_note, 12, false),
                     column(words_.actual, words_.actual_note, 12, true),
                     column(words_.exactness, words_.exactness_note, 12, true),
                     column(words_.forecast, words_.forecast_note, 11, true),
                     column(words_.forecast_exactness, words_.exactness_note, 12, true),
                     column(words_.note, words_.note_note, 34, true),
                     column(words_.key, words_.key_note, 30, false)};
    sheet.key_column = sheet.columns.size() - 1;
    sheet.frozen_columns = 2;
    for (const auto& each : site_.indicators) {
      if (each->project != nullptr) continue;
      const Measurement* now = measured(period_.totals, *each);
      const Measurement* then = before_ != nullptr ? measured(before_->totals, *each) : nullptr;
      if (now != nullptr || then != nullptr)
        add_figure(sheet, *each, now, nullptr, std::string(words_.total), "total/", {{"totals"}});
    }
    for (const ProjectReport& report : period_.projects) {
      for (const Indicator* each : report.project->indicators)
        add_figure(sheet, *each, measured(report.measurements, *each), report.project,
                   report.number + " " + report.name, report.project->id + "/",
                   {{"projects"}, {"project", report.project->id}, {"values"}});
    }
    form_.sheets.push_back(std::move(sheet));
  }

  void add_figure(FormSheet& sheet, const Indicator& indicator, const Measurement* now, const Project* project,
                  const std::string& subject, const std::string& key, JsonPath path) const {
    const LastKnown last = last_known(period_, project, indicator);
    const Measurement* then = last.measurement;
    // Older than the reader expects: its period stands beside it.
    const std::string since = then != nullptr && last.period != period_.previous ? last.period->name : "";
    path.push_back({"indicator", indicator.id});
    FormRow row{key + indicator.id, subject + ", " + indicator.name, {}, {}};
    begin_figure(row, subject, indicator, "");
    const Target* target = indicator.target_in(period_);
    known(row, indicator.unit, target != nullptr ? std::optional(target->quantity) : std::nullopt);
    known(row, indicator.unit, then != nullptr ? then->actual : std::nullopt, since);
    quantity(row, with(path, "actual"), indicator.unit, now != nullptr ? now->actual : std::nullopt,
             then != nullptr ? then->actual : std::nullopt);
    quantity(row, with(path, "forecast"), indicator.unit, now != nullptr ? now->forecast : std::nullopt,
             then != nullptr ? then->forecast : std::nullopt);
    text(row, with(path, "note"));
    fixed(row, row.key);
    sheet.rows.push_back(std::move(row));

    for (const Organisation* council : site_.municipalities()) {
      const CouncilValue* part = part_of(now, *council);
      const CouncilValue* before = part_of(then, *council);
      if (part == nullptr && before == nullptr) continue;
      FormRow own{
          key + indicator.id + "/" + council->id, subject + ", " + indicator.name + ", " + council->name, {}, {}};
      begin_figure(own, subject, indicator, council->name);
      fixed(own, "");
      known(own, indicator.unit, before != nullptr ? before->actual : std::nullopt, since);
      quantity(own, with(with(path, "by_council"), council->id), indicator.unit,
               part != nullptr ? part->actual : std::nullopt, before != nullptr ? before->actual : std::nullopt);
      for (int i = 0; i < 3; ++i) fixed(own, "");
      fixed(own, own.key);
      sheet.rows.push_back(std::move(own));
    }
  }

  void begin_figure(FormRow& row, const std::string& subject, const Indicator& indicator,
                    const std::string& council) const {
    fixed(row, subject);
    fixed(row, indicator.name);
    fixed(row, council);
    fixed(row, indicator.unit == Unit::percent ? words_.percent
               : indicator.unit == Unit::euro  ? std::string_view("€")
                                               : std::string_view(indicator.unit_label));
  }

  static const CouncilValue* part_of(const Measurement* measurement, const Organisation& council) {
    if (measurement == nullptr) return nullptr;
    for (const CouncilValue& each : measurement->councils)
      if (each.council->id == council.id) return &each;
    return nullptr;
  }

  SheetForm& form_;
  const Site& site_;
  const Period& period_;
  const SheetWords& words_;
  const Period* before_;
};

}  // namespace

const FormRow* FormSheet::find(std::string_view key) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const FormRow& row) { return row.key == key; });
  return found == rows.end() ? nullptr : &*found;
}

void make_sheet_form(SheetForm& form, const Site& site, const SiteFolder& folder, const Period& period) {
  FormMaker(form, site, folder, period).make();
}

}  // namespace stoplicht

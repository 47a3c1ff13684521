#include <optional>

#include "base/text.h"
#include "views/changes_words.h"

namespace stoplicht {
namespace {

class Rows {
 public:
  Rows(const Scene& scene, const Comparison& comparison, const Changes& changes, Table& table)
      : scene_(scene), comparison_(comparison), changes_(changes), table_(table) {}

  void add_all() {
    for (const ProjectChange& change : changes_.projects)
      if (tells_project(changes_, change)) add_light(change);
    for (const FigureChange& change : changes_.figures) add_figure(change);
    for (const BudgetChange& change : changes_.budgets) add_budget(change);
    for (const CommitmentChange& change : changes_.commitments) add_commitment(change);
    for (const TextChange& each : changes_.texts) {
      const TextChange change = read_change(scene_, changes_, each);
      add("change_text", named(scene_, changes_, change), text(change.before), text(change.after), dash(), "");
    }
    for (const TextChange& change : changes_.others)
      if (!is_told_elsewhere(changes_, change))
        add("change_other", named(scene_, changes_, change), other(changes_.before, change, change.before),
            other(changes_.after, change, change.after), dash(), "");
  }

 private:
  static Cell words(const std::string& word) { return {word, "", false}; }
  static Cell dash() { return {"–", "", false}; }
  Cell unknown(const char* sentence) const { return {scene_.strings.say(sentence), "", true}; }
  std::string say(const char* key, Strings::Values values) const { return scene_.strings.say(key, values); }
  Cell other(const Moment& moment, const TextChange& change, const std::string& value) const {
    return {other_side(scene_, changes_, moment, change, value), "", is_unknown(value)};
  }
  Cell text(const std::string& value) const { return value.empty() ? unknown("not_there") : words(value); }

  void add(const char* change, const std::string& subject, Cell before, Cell after, Cell difference,
           const std::string& note) {
    table_.rows.push_back({words(scene_.strings.say(change)), words(subject), std::move(before), std::move(after),
                           std::move(difference), note.empty() ? dash() : words(note)});
  }

  const char* change_of(const ProjectChange& change) const {
    if (change.move == LightMove::withdrawn) return "change_withdrawn";
    if (only_lineage(changes_, change)) return "change_lineage";
    if (change.lineage != nullptr && change.lineage->kind == LineageKind::split_from) return "change_split";
    if (change.lineage != nullptr && change.lineage->kind == LineageKind::merged_into) return "change_merged";
    if (change.lineage != nullptr && change.lineage->kind == LineageKind::continues) return "change_continued";
    if (change.move == LightMove::started) return "change_started";
    if (change.move == LightMove::stopped) return "change_stopped";
    if (change.move == LightMove::same) return "change_renamed";
    if (comparison_.is_correction()) return "change_light";
    switch (change.move) {
      case LightMove::better: return "change_better";
      case LightMove::worse: return "change_worse";
      case LightMove::told: return "change_told";
      case LightMove::untold: return "change_untold";
      default: return "change_sideways";
    }
  }

  void add_light(const ProjectChange& change) {
    const auto side = [&](const ProjectReport* report, const char* nothing) {
      if (report == nullptr) return unknown(nothing);
      return report->status->told() ? words(report->status->label) : Cell{report->status->label, "", true};
    };
    const ProjectReport& told = change.after != nullptr ? *change.after : *change.before;
    const char* const other = change.move == LightMove::withdrawn ? "side_withdrawn"
                              : only_lineage(changes_, change)    ? "side_without_projects"
                                                                  : nullptr;
    add(change_of(change), told.number + " " + told.name, side(change.before, other != nullptr ? other : "flow_new"),
        side(change.after, other != nullptr ? other : "side_gone"), dash(),
        change.before != nullptr && change.after != nullptr ? earlier_name(scene_, change)
                                                            : join(kin_sentences(scene_, changes_, change), " "));
  }

  void add_budget(const BudgetChange& change) {
    const std::string label = budget_label(scene_, change);
    const bool moved = change.financer_before != change.financer_after;
    add("change_budget",
        change.measure_id.empty() ? label : say("budget_line", {{"measure", label}, {"programme", change.programme}}),
        amount(change.before), amount(change.after), difference(change.before, change.after),
        moved ? say("financer_changed", {{"old", financer_text(scene_, change.financer_before)},
                                         {"new", financer_text(scene_, change.financer_after)}})
              : "");
  }

  void add_figure(const FigureChange& change) {
    const Indicator& indicator = *change.indicator;
    const std::string subject =
        indicator.project != nullptr ? with_dots({indicator.name, indicator.project->name}) : indicator.name;
    if (tells_figure(changes_, change)) {
      const auto side = [&](const Moment& moment, const Measurement* measurement) {
        if (!is_known(measurement)) return Cell{side_text(scene_, moment, indicator, measurement), "", true};
        Cell cell = quantity(*measurement->actual, *measurement->indicator);
        if (change.counts_otherwise) cell.text = side_text(scene_, moment, indicator, measurement);
        return cell;
      };
      const bool incomparable = is_known(change.before) && is_known(change.after) && !change.difference;
      add("change_figure", subject, side(changes_.before, change.before), side(changes_.after, change.after),
          difference(change),
          incomparable ? scene_.strings.say(change.counts_otherwise ? "difference_otherwise" : "difference_unknown")
                       : "");
    }
    if (tells_forecast(changes_, change)) {
      const auto forecast = [&](const Measurement* measurement) {
        const bool given = measurement != nullptr && measurement->forecast;
        return given ? quantity(*measurement->forecast, *measurement->indicator) : unknown("no_forecast");
      };
      add("change_forecast", subject, forecast(change.before), forecast(change.after), dash(), "");
    }
    if (!tells_target(changes_, change)) return;
    const auto target = [&](const std::optional<Quantity>& each) {
      return each ? quantity(*each, indicator) : unknown("no_goal");
    };
    add("change_target", subject, target(change.target_before), target(change.target_after), dash(), change.decision);
  }

  // "−6 procentpunt"; a number for programs where both are exact.
  Cell difference(const FigureChange& change) const {
    if (!change.difference) return dash();
    const bool exact =
        change.before->actual->qualifier == Qualifier::exactly && change.after->actual->qualifier == Qualifier::exactly;
    const std::string size = difference_size(scene_, change);
    const std::string shown =
        *change.difference == 0
            ? size
            : say(*change.difference > 0 ? "difference_more" : "difference_less", {{"value", size}});
    return {shown, exact ? plain_number(*change.difference) : "", false};
  }

  Cell quantity(const Quantity& each, const Indicator& indicator) const {
    const std::string shown = quantity_text(scene_, each, indicator.unit);
    return {shown, each.qualifier == Qualifier::exactly ? plain_number(each.value) : "", false};
  }

  void add_commitment(const CommitmentChange& change) {
    const char* kind = change.move == CommitmentMove::made      ? "change_made"
                       : change.move == CommitmentMove::closed  ? "change_closed"
                       : change.move == CommitmentMove::overdue ? "change_overdue"
                                                                : "change_still_overdue";
    add(kind, change.commitment->id + " " + change.commitment->title, dash(), dash(), dash(), "");
  }

  Cell amount(const std::optional<std::int64_t>& euros) const {
    if (!euros) return unknown("not_there");
    return {scene_.locale.euros(*euros), std::to_string(*euros), false};
  }

  Cell difference(const std::optional<std::int64_t>& before, const std::optional<std::int64_t>& after) const {
    if (!before || !after) return dash();
    return {scene_.locale.euros(*after - *before), std::to_string(*after - *before), false};
  }

  const Scene& scene_;
  const Comparison& comparison_;
  const Changes& changes_;
  Table& table_;
};

}  // namespace

Table changes_table(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  Table table;
  table.caption =
      comparison.is_correction()
          ? scene.strings.say("correction_table", {{"period", in_sentence(scene, comparison.after.period->name)},
                                                   {"old", count_text(scene, comparison.edition_before->number)},
                                                   {"new", count_text(scene, comparison.edition_after->number)}})
          : scene.strings.say("changes_table", {{"before", in_sentence(scene, comparison.before.period->name)},
                                                {"after", in_sentence(scene, comparison.after.period->name)}});
  const auto add_column = [&](const char* column, bool numeric) {
    table.columns.push_back({scene.strings.say(column), numeric});
  };
  add_column("column_change", false);
  add_column("column_subject", false);
  add_column("column_before", false);
  add_column("column_after", false);
  add_column("column_difference", true);
  add_column("column_note", false);
  Rows(scene, comparison, changes, table).add_all();
  return table;
}

}  // namespace stoplicht

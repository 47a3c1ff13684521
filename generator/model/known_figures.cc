#include "model/known_figures.h"

#include <utility>

#include "model/figures.h"
#include "model/numbers_in_text.h"

namespace stoplicht {
namespace {

class Collecting {
 public:
  Collecting(const Site& site, const Period& period, const Locale& locale)
      : site_(site), period_(period), locale_(locale) {}

  std::vector<KnownFigure> all() {
    for (const auto& indicator : site_.indicators) {
      const std::string start = indicator->project == nullptr ? "total." : "project." + indicator->project->id + ".";
      std::string about = indicator->name + " " + indicator->unit_label;
      if (indicator->project != nullptr) about += " " + indicator->project->name;
      const std::string path = start + indicator->id;
      add(path + ".actual", indicator->unit, about, "", KnownFigure::Sort::actual);
      add(path + ".target", indicator->unit, about, target_words, KnownFigure::Sort::target);
      add(path + ".old_target", indicator->unit, about, target_words, KnownFigure::Sort::target);
      add(path + ".forecast", indicator->unit, about, forecast_words, KnownFigure::Sort::target);
      add(path + ".share", Unit::percent, about);
      add_councils(*indicator, path + ".actual", about);
    }
    for (const Figure& figure : period_.figures)
      add("figure." + figure.id, figure.unit, figure.label + " " + figure.unit_label);
    add_counts();
    for (const auto& programme : site_.programmes) {
      add_budget(*programme);
      for (std::size_t i = 0; i < programme->funding.size(); ++i)
        add("funding." + programme->id + "." + std::to_string(i + 1), Unit::euro, names_of(*programme));
    }
    return std::move(found_);
  }

 private:
  static constexpr const char* target_words = "doel doelstelling streefwaarde target";
  static constexpr const char* forecast_words = "prognose verwachting verwacht forecast expected";

  static constexpr const char* total_words = "totaal samen total";

  static std::string names_of(const Programme& programme) { return programme.name + " " + programme.short_name; }

  void add(const std::string& path, Unit unit, const std::string& about, const std::string& apart = "",
           KnownFigure::Sort sort = KnownFigure::Sort::other) {
    FigureFault fault;
    const std::optional<std::string> text = figure(site_, period_, path, locale_, fault);
    if (!text) return;
    // The target that was replaced is another one only when it moved.
    if (path.ends_with(".old_target") && !found_.empty() && found_.back().text == *text) return;
    const std::vector<NumberInText> numbers = numbers_in_text(*text, locale_.language());
    if (numbers.size() != 1) return;
    found_.push_back({path, *text, numbers.front().value, unit, about, apart, false, sort});
    if (unit != Unit::euro || path.ends_with("|rounded")) return;
    const std::optional<std::string> rounded = figure(site_, period_, path + "|rounded", locale_, fault);
    if (rounded && *rounded != *text) add(path + "|rounded", unit, about, apart, sort);
  }

  void add_councils(const Indicator& indicator, const std::string& path, const std::string& about) {
    const Measurement* measured = nullptr;
    if (indicator.project == nullptr) {
      measured = period_.total_of(indicator);
    } else if (const ProjectReport* report = period_.report_of(*indicator.project); report != nullptr) {
      for (const Measurement& each : report->measurements)
        if (each.indicator->id == indicator.id) measured = &each;
    }
    if (measured == nullptr) return;
    for (const CouncilValue& each : measured->councils)
      if (each.actual)
        found_.push_back({path + " (" + each.council->name + ")",
                          format_quantity(*each.actual, indicator.unit, locale_), each.actual->value, indicator.unit,
                          about, each.council->name, true, KnownFigure::Sort::actual});
  }

  void add_counts() {
    const std::string projects = "projecten deelprojecten projects";
    add("count.projects", Unit::count, projects);
    add("stated.projects", Unit::count, projects);
    add("count.attention", Unit::count, projects);
    for (const Status& status : period_.scale->statuses) add("count." + status.id, Unit::count, status.label);
  }

  void add_budget(const Programme& programme) {
    if (!programme.budget) return;
    const std::string path = "budget." + programme.id + ".";
    add(path + "total", Unit::euro, names_of(programme), total_words);
    for (const auto& [year, amount] : programme.budget->years)
      add(path + std::to_string(year), Unit::euro, names_of(programme), std::to_string(year));
    for (const BudgetMeasure& measure : programme.budget->measures) {
      add(path + measure.id + ".total", Unit::euro, measure.name, total_words);
      for (const auto& [year, amount] : measure.years)
        add(path + measure.id + "." + std::to_string(year), Unit::euro, measure.name, std::to_string(year));
    }
  }

  const Site& site_;
  const Period& period_;
  const Locale& locale_;
  std::vector<KnownFigure> found_;
};

}  // namespace

std::vector<KnownFigure> known_figures(const Site& site, const Period& period, const Locale& locale) {
  return Collecting(site, period, locale).all();
}

}  // namespace stoplicht

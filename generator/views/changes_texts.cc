#include "base/text.h"
#include "views/changes_readable.h"
#include "views/changes_view.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

namespace stoplicht {
namespace {

// A word of the formats as people say it; null when they have none.
const char* sentence_of(std::string_view key) {
  static constexpr std::pair<std::string_view, const char*> known[] = {
      {"text", "key_text"},           {"title", "key_title"},         {"name", "key_name"},
      {"number", "key_number"},       {"headline", "key_headline"},   {"summary", "key_summary"},
      {"cause", "key_cause"},         {"consequence", "key_consequence"}, {"action", "key_action"},
      {"note", "key_note"},           {"description", "key_description"}, {"contradiction", "key_contradiction"},
      {"decision", "key_decision"},   {"announces", "key_announces"}, {"attachments", "key_attachments"},
      {"sources", "key_sources"},     {"events", "key_events"},       {"limits", "key_limits"},
      {"reported_on", "key_reported_on"}, {"url", "key_url"},         {"date", "key_date"},
      {"override_reason", "key_override_reason"}, {"projects", "key_project"}, {"computed", "key_computed"},
      {"from", "key_from"},           {"until", "key_until"},         {"status", "key_status"},
      {"targets", "key_targets"},     {"value", "key_value"},         {"by_council", "key_by_council"},
      {"sha256", "key_sha256"},       {"meaning", "key_meaning"},     {"done", "key_done"},
      {"actual", "key_actual"},       {"basis", "key_basis"},         {"basis_note", "key_basis_note"},
      {"depth", "key_depth"},         {"figures", "key_figures"},     {"forecast", "key_forecast"},
      {"kind", "key_kind"},           {"label", "key_label"},         {"publisher", "key_publisher"},
      {"qualifier", "key_qualifier"}, {"scale", "key_scale"},         {"reported_note", "key_reported_note"},
      {"unit", "key_unit"},           {"unit_label", "key_unit_label"}, {"stated_projects", "key_stated_projects"},
  };
  const auto found = std::find_if(std::begin(known), std::end(known), [&](const auto& each) { return each.first == key; });
  return found != std::end(known) ? found->second : nullptr;
}

template <typename All>
std::string name_in(const All& all, std::string_view id) {
  for (const auto& each : all)
    if (each->id == id) return each->name;
  return {};
}

std::string council_name(const Changes& changes, std::string_view id) {
  for (const Site* site : {changes.after.site, changes.before.site})
    if (std::string name = name_in(site->organisations, id); !name.empty()) return name;
  return std::string(id);
}

// A number of the period's own file that is told as a whole, because only this side has it. Null when `key` is of something else.
const Figure* whole_figure(const Period& period, std::string_view key) {
  constexpr std::string_view list = "/figures/";
  if (!key.starts_with(list)) return nullptr;
  key.remove_prefix(list.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  return error == std::errc() && end == key.data() + key.size() && index < period.figures.size() ? &period.figures[index] : nullptr;
}

// "Werkloosheid in de regio", of the figure with this index: in the newer file, or in the older when it is only there.
std::string figure_label(const Changes& changes, const TextChange& change, std::string_view index) {
  const bool is_gone = change.after.empty() && change.key.ends_with("/figures/" + std::string(index));
  const Figure* figure = whole_figure(is_gone ? *changes.before.period : *changes.after.period, "/figures/" + std::string(index));
  return figure != nullptr ? figure->label : std::string();
}

// "bron, adres" of "/sources/0/url", "waarde voor Hilversum" of "/totals/0/by_council/hilversum". What has no word is passed over;
// when nothing has one it is another detail.
std::string key_text(const Scene& scene, const Changes& changes, const TextChange& change) {
  std::vector<std::string> out;
  bool any = false;
  std::string_view before;
  for (const std::string_view part : split(change.key, '/')) {
    const std::string_view owner = std::exchange(before, part);
    if (owner == "figures")
      if (const std::string label = figure_label(changes, change, part); !label.empty()) out.push_back("‘" + label + "’");
    if (part.empty() || part.find_first_not_of("0123456789") == std::string::npos) continue;
    any = true;
    std::string words;
    if (owner == "by_council") words = scene.strings.say("key_of_council", {{"council", council_name(changes, part)}});
    else if (const char* sentence = sentence_of(part); sentence != nullptr) words = scene.strings.say(sentence);
    // The list's own word says less than that of the municipality.
    if (owner == "by_council" && !out.empty()) out.pop_back();
    if (!words.empty() && (out.empty() || out.back() != words)) out.push_back(std::move(words));
  }
  return any && out.empty() ? scene.strings.say("key_other") : join(out, ", ");
}

// A number as the files write it; nothing when it is none.
std::optional<double> number_in(const std::string& value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? std::optional<double>(number) : std::nullopt;
}

// Of what is no text: a status by its word, a number or a day as people write it, or else as the files do.
std::string other_text(const Scene& scene, const Changes& changes, const std::string& value) {
  if (value.empty()) return scene.strings.say("not_there");
  if (value == "null") return scene.strings.say("unknown");
  for (const char* basis : {"reported", "derived"})
    if (value == basis) return scene.strings.say(std::string("basis_") + basis);
  if (const Status* status = changes.after.period->scale->find(value); status != nullptr) return status->label;
  if (const std::optional<double> number = number_in(value)) return scene.locale.number(*number);
  if (const std::optional<Date> date = parse_date(value)) return scene.locale.date(*date);
  return value;
}

// One side of what is no text.
std::string other_side(const Scene& scene, const Changes& changes, const Moment& moment, const TextChange& change, const std::string& value) {
  const bool is_whole = change.before.empty() || change.after.empty();
  const Figure* figure = is_whole && !value.empty() ? whole_figure(*moment.period, change.key) : nullptr;
  if (figure == nullptr) return other_text(scene, changes, value);
  const std::string quantity = quantity_text(scene, figure->quantity, figure->unit);
  return figure->unit_label.empty() ? quantity : quantity + " " + figure->unit_label;
}

bool is_unknown(const std::string& value) { return value.empty() || value == "null"; }

// The project as either side knows it.
const ProjectReport* report_in(const Changes& changes, const std::string& project_id) {
  for (const Period* period : {changes.after.period, changes.before.period})
    for (const ProjectReport& report : period->projects)
      if (report.project->id == project_id) return &report;
  return nullptr;
}

// What a file below the period's folder makes: a letter or another page. Empty when it is none of these.
std::string page_name(const Scene& scene, const Changes& changes, const std::string& subject) {
  for (const Period* period : {changes.after.period, changes.before.period}) {
    for (const auto& letter : period->letters)
      if (subject == "letters/" + letter->id) return scene.strings.say("text_of_letter", {{"title", letter->title}});
    for (const auto& page : period->pages)
      if (page->text.document != nullptr && page->text.document->source().path().ends_with("/" + subject + ".md"))
        return scene.strings.say("text_of_page", {{"title", page->title}});
  }
  return {};
}

std::string subject_text(const Scene& scene, const Changes& changes, const TextChange& change) {
  const std::string& subject = change.subject;
  if (const ProjectReport* report = report_in(changes, change.project_id); report != nullptr) {
    if (subject.starts_with("progress/")) return scene.strings.say("text_of_progress", {{"project", report->name}});
    if (subject == change.project_id) return report->name;
  }
  if (subject == changes.after.period->id) return changes.after.period->name;
  if (subject == "summary") return scene.strings.say("text_summary_file");
  constexpr std::string_view commitments = "commitments/";
  if (subject.starts_with(commitments)) return scene.strings.say("text_of_commitment", {{"id", subject.substr(commitments.size())}});
  constexpr std::string_view councils = "councils/";
  if (subject.starts_with(councils))
    return scene.strings.say("part_council", {{"name", council_name(changes, subject.substr(councils.size()))}});
  if (subject.starts_with("scale/")) return scene.strings.say("text_of_status");
  if (std::string name = page_name(scene, changes, subject); !name.empty()) return name;
  for (const Site* site : {changes.after.site, changes.before.site}) {
    for (std::string name : {name_in(site->indicators, subject), name_in(site->programmes, subject), name_in(site->organisations, subject),
                             site->find_project(subject) != nullptr ? site->find_project(subject)->name : std::string()})
      if (!name.empty()) return name;
  }
  return subject;
}

std::string named(const Scene& scene, const Changes& changes, const TextChange& change) {
  const std::string key = key_text(scene, changes, change);
  const std::string subject = subject_text(scene, changes, change);
  return key.empty() ? subject : scene.strings.say("text_of", {{"subject", subject}, {"key", key}});
}

// ---- differences ----------------------------------------------------------------------------

bool is_markdown(const TextChange& change) { return change.key == "text" && change.subject.find('/') != std::string::npos; }

// Both sides as readers saw them; as they were written where only the writing differs.
TextChange read_change(const Scene& scene, const Changes& changes, const TextChange& change) {
  TextChange out = change;
  const bool is_summary = change.subject == "summary" && change.key == "text";
  // Front matter in which figures are filled in.
  const bool has_figures = change.key == "headline" || change.subject == "glossary";
  if (!is_markdown(change) && !is_summary && !has_figures) return out;
  const auto read = has_figures ? with_figures : as_read;
  out.before = read(scene, changes.before, change.before);
  out.after = read(scene, changes.after, change.after);
  if (out.before == out.after) return change;
  out.pieces = text_difference(out.before, out.after);
  return out;
}

// One side of a change: what stayed, and what only this side has.
Json pieces_of(const std::vector<TextPiece>& pieces, TextPiece::Kind own) {
  Json out = Json::array();
  for (const TextPiece& piece : pieces) {
    if (piece.kind != TextPiece::Kind::same && piece.kind != own) continue;
    out.push_back(Json{{"text", piece.text},
                       {"removed", piece.kind == TextPiece::Kind::removed},
                       {"added", piece.kind == TextPiece::Kind::added}});
  }
  return out;
}

Json side_of(const Scene& scene, const TextChange& change, TextPiece::Kind own, const std::string& title) {
  Json pieces = pieces_of(around_changes(change.pieces), own);
  return Json{{"title", title}, {"nothing", pieces.empty() ? Json(scene.strings.say("not_there")) : Json(false)}, {"pieces", std::move(pieces)}};
}

}  // namespace

Json texts_part(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  if (changes.texts.empty()) return false;
  assert(comparison.is_correction());
  const auto edition = [&](const char* key, const Edition& each) {
    return with_dots({scene.strings.say(key), scene.strings.say("edition_name", {{"n", count_text(scene, each.number)}})});
  };
  Json texts = Json::array();
  for (const TextChange& each : changes.texts) {
    const TextChange change = read_change(scene, changes, each);
    texts.push_back(Json{{"name", named(scene, changes, change)},
                         {"before", side_of(scene, change, TextPiece::Kind::removed, edition("as_published", *comparison.edition_before))},
                         {"after", side_of(scene, change, TextPiece::Kind::added, edition("as_corrected", *comparison.edition_after))}});
  }
  return Json{{"texts", std::move(texts)}};
}

Json others_part(const Scene& scene, const Changes& changes) {
  Json values = Json::array();
  for (const TextChange& change : changes.others) {
    if (is_told_elsewhere(changes, change)) continue;
    values.push_back(Json{{"label", subject_text(scene, changes, change)},
                          {"about", key_text(scene, changes, change)},
                          {"before", other_side(scene, changes, changes.before, change, change.before)},
                          {"before_unknown", is_unknown(change.before)},
                          {"after", other_side(scene, changes, changes.after, change, change.after)},
                          {"after_unknown", is_unknown(change.after)},
                          {"notes", Json::array()}});
  }
  return values.empty() ? Json(false) : Json{{"values", std::move(values)}};
}

// ---- the table ------------------------------------------------------------------------------

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
      if (!is_told_elsewhere(changes_, change)) add("change_other", named(scene_, changes_, change), other(changes_.before, change, change.before), other(changes_.after, change, change.after), dash(), "");
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

  void add(const char* change, const std::string& subject, Cell before, Cell after, Cell difference, const std::string& note) {
    table_.rows.push_back({words(scene_.strings.say(change)), words(subject), std::move(before), std::move(after), std::move(difference),
                           note.empty() ? dash() : words(note)});
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
    const char* const other = change.move == LightMove::withdrawn    ? "side_withdrawn"
                              : only_lineage(changes_, change) ? "side_without_projects"
                                                               : nullptr;
    add(change_of(change), told.number + " " + told.name, side(change.before, other != nullptr ? other : "flow_new"),
        side(change.after, other != nullptr ? other : "side_gone"), dash(),
        change.before != nullptr && change.after != nullptr ? earlier_name(scene_, change) : join(kin_sentences(scene_, changes_, change), " "));
  }

  void add_budget(const BudgetChange& change) {
    const std::string label = budget_label(scene_, change);
    const bool moved = change.financer_before != change.financer_after;
    add("change_budget", change.measure_id.empty() ? label : say("budget_line", {{"measure", label}, {"programme", change.programme}}),
        amount(change.before), amount(change.after), difference(change.before, change.after),
        moved ? say("financer_changed", {{"old", financer_text(scene_, change.financer_before)}, {"new", financer_text(scene_, change.financer_after)}})
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
      add("change_figure", subject, side(changes_.before, change.before), side(changes_.after, change.after), difference(change),
          incomparable ? scene_.strings.say(change.counts_otherwise ? "difference_otherwise" : "difference_unknown") : "");
    }
    if (tells_forecast(changes_, change)) {
      const auto forecast = [&](const Measurement* measurement) {
        const bool given = measurement != nullptr && measurement->forecast;
        return given ? quantity(*measurement->forecast, *measurement->indicator) : unknown("no_forecast");
      };
      add("change_forecast", subject, forecast(change.before), forecast(change.after), dash(), "");
    }
    if (!tells_target(changes_, change)) return;
    const auto target = [&](const std::optional<Quantity>& each) { return each ? quantity(*each, indicator) : unknown("no_goal"); };
    add("change_target", subject, target(change.target_before), target(change.target_after), dash(), change.decision);
  }

  // "−6 procentpunt"; a number for programs where both are exact.
  Cell difference(const FigureChange& change) const {
    if (!change.difference) return dash();
    const bool exact = change.before->actual->qualifier == Qualifier::exactly && change.after->actual->qualifier == Qualifier::exactly;
    const std::string size = difference_size(scene_, change);
    const std::string shown = *change.difference == 0 ? size
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
  table.caption = comparison.is_correction()
                      ? scene.strings.say("correction_table", {{"period", in_sentence(scene, comparison.after.period->name)},
                                                               {"old", count_text(scene, comparison.edition_before->number)},
                                                               {"new", count_text(scene, comparison.edition_after->number)}})
                      : scene.strings.say("changes_table", {{"before", in_sentence(scene, comparison.before.period->name)},
                                                            {"after", in_sentence(scene, comparison.after.period->name)}});
  const auto add_column = [&](const char* column, bool numeric) { table.columns.push_back({scene.strings.say(column), numeric}); };
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

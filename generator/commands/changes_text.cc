#include "commands/changes_text.h"

#include <algorithm>

#include "base/locale.h"
#include "base/message_catalogue.h"
#include "base/text.h"
#include "commands/report.h"
#include "model/edition.h"
#include "model/figures.h"

namespace stoplicht {
namespace {

constexpr std::size_t widest_line = 96;
constexpr std::size_t widest_label = 44;
constexpr std::size_t longest_piece = 400;
constexpr std::string_view ellipsis = "…";
constexpr std::size_t context = 40;  // Characters of what stayed, on either side of what did not.

// The program's own words in the language of the terminal, and numbers and dates as it writes them.
struct Words {
  MessageLanguage language;
  Locale locale;

  explicit Words(MessageLanguage of) : language(of), locale(of == MessageLanguage::dutch ? "nl" : "en") {}
  std::string operator()(const std::string& english) const { return in_language(language, "diff", english); }
};

// One difference: what it is of, and what became of it.
struct Row {
  std::string label, text;
};

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = length_in_characters(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

// Lines of words, of which each after the first begins at `indent`; `used`: columns of the first line that are taken.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t used) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (!out.empty()) {
      out += "\n" + std::string(line.empty() ? 0 : indent, ' ');
      used = indent;
    }
    bool first = true;
    for (const std::string_view word : split(line, ' ')) {
      const std::size_t length = length_in_characters(word);
      if (!first && used + 1 + length > widest_line) {
        out += "\n" + std::string(indent, ' ');
        used = indent;
      } else if (!first) {
        out += ' ';
        ++used;
      }
      out += word;
      used += length;
      first = false;
    }
  }
  return out;
}

void add_group(std::string& out, const std::string& title, const std::vector<Row>& rows) {
  if (rows.empty()) return;
  std::size_t width = 0;
  for (const Row& row : rows)
    if (const std::size_t length = length_in_characters(row.label); length <= widest_label)
      width = std::max(width, length);
  out += "\n" + title + "\n";
  for (const Row& row : rows) {
    out += "  " + padded(row.label, width);
    const std::size_t indent = 2 + width + 2;
    out += length_in_characters(row.label) > width ? "\n" + std::string(indent, ' ') : "  ";
    out += wrapped(row.text, indent, indent) + "\n";
  }
}

std::string arrow(const std::string& before, const std::string& after) { return before + " → " + after; }

const char* phrase(LightMove move) {
  switch (move) {
    case LightMove::better: return "better";
    case LightMove::worse: return "worse";
    case LightMove::same: return "same light";
    case LightMove::sideways: return "other light";
    case LightMove::told: return "now told";
    case LightMove::untold: return "no longer told";
    case LightMove::started: return "new";
    case LightMove::stopped: return "gone";
    case LightMove::withdrawn: return "withdrawn on one side";
  }
  return "";
}

const char* phrase(LineageKind kind) {
  switch (kind) {
    case LineageKind::continues: return "continued";
    case LineageKind::split_from: return "split";
    case LineageKind::merged_into: return "merged";
    case LineageKind::ended: return "ended";
  }
  return "";
}

std::string lineage_text(const ProjectChange& change, const Words& words) {
  if (change.lineage == nullptr) return {};
  std::vector<std::string> names;
  for (const Project* project : change.relatives) names.push_back(project->name);
  const char* way = change.after != nullptr ? " from " : " as ";
  if (change.lineage->kind == LineageKind::merged_into) way = change.after != nullptr ? " from " : " into ";
  if (change.lineage->kind == LineageKind::split_from && change.after == nullptr) way = " into ";
  return "; " + words(phrase(change.lineage->kind) + (names.empty() ? "" : way + join(names, ", ")));
}

std::vector<Row> light_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  for (const LightMove move :
       {LightMove::worse, LightMove::better, LightMove::sideways, LightMove::told, LightMove::untold,
        LightMove::started, LightMove::stopped, LightMove::withdrawn, LightMove::same}) {
    for (const ProjectChange& change : changes.projects) {
      if (change.move != move || !change.differs()) continue;
      const ProjectReport& newer = change.after != nullptr ? *change.after : *change.before;
      Row row{newer.number + " " + newer.name, words(phrase(move)) + ": "};
      if (change.before == nullptr || change.after == nullptr) {
        row.text += newer.status->label + lineage_text(change, words);
      } else {
        row.text += move == LightMove::same ? newer.status->label
                                            : arrow(change.before->status->label, change.after->status->label);
      }
      if (change.renamed) row.text += "; " + words("was named " + change.before->name);
      if (change.renumbered) row.text += "; " + words("was number " + change.before->number);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string quantity_text(const std::optional<Quantity>& quantity, Unit unit, const Words& words, const char* nothing) {
  if (!quantity) return words(nothing);
  const std::string value = format_quantity(*quantity, unit, words.locale);
  switch (quantity->qualifier) {
    case Qualifier::exactly: return value;
    case Qualifier::about: return words("about " + value);
    case Qualifier::at_least: return words("at least " + value);
    case Qualifier::more_than: return words("more than " + value);
  }
  return value;
}

std::string label_of(const Indicator& indicator) {
  return indicator.name + (indicator.project != nullptr ? " (" + indicator.project->id + ")" : "");
}

std::vector<Row> figure_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  const auto actual = [&](const FigureChange& change, const Measurement* side) {
    if (side == nullptr) return words("not told");
    const std::string value = quantity_text(side->actual, side->indicator->unit, words, "not known");
    const bool names_unit = change.counts_otherwise && side->actual && !side->indicator->unit_label.empty();
    return names_unit ? value + " " + side->indicator->unit_label : value;
  };
  for (const FigureChange& change : changes.figures) {
    const Unit unit = change.indicator->unit;
    const auto forecast_of = [](const Measurement* side) { return side != nullptr ? side->forecast : std::nullopt; };
    const bool is_told = changes.between_editions() || (change.before != nullptr && change.after != nullptr);
    const bool forecast_differs = is_told && forecast_of(change.before) != forecast_of(change.after);
    std::vector<std::string> parts;
    const std::string before = actual(change, change.before);
    const std::string after = actual(change, change.after);
    if (before != after) {
      parts.push_back(arrow(before, after));
      if (change.difference && *change.difference != 0)
        parts.back() += std::string(" (") + (*change.difference > 0 ? "+" : "") +
                        format_quantity({*change.difference, Qualifier::exactly}, unit, words.locale) +
                        (change.better  ? ", " + words("better")
                         : change.worse ? ", " + words("worse")
                                        : "") +
                        ")";
    }
    if (forecast_differs)
      parts.push_back(words("forecast " + arrow(quantity_text(forecast_of(change.before), unit, words, "none"),
                                                quantity_text(forecast_of(change.after), unit, words, "none"))));
    if (!parts.empty()) rows.push_back({label_of(*change.indicator), join(parts, "; ")});
  }
  return rows;
}

std::vector<Row> target_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  for (const FigureChange& change : changes.figures) {
    if (!change.target_moved) continue;
    const Unit unit = change.indicator->unit;
    rows.push_back({label_of(*change.indicator), arrow(quantity_text(change.target_before, unit, words, "none"),
                                                       quantity_text(change.target_after, unit, words, "none")) +
                                                     (change.decision.empty() ? "" : "; " + change.decision)});
  }
  return rows;
}

std::vector<Row> budget_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  const auto amount = [&](const std::optional<std::int64_t>& euros) {
    return euros ? words.locale.euros(*euros) : words("none");
  };
  for (const BudgetChange& change : changes.budgets) {
    std::string label = change.measure_id.empty() ? words(change.programme + ", all") : change.measure;
    if (change.year != 0) label += ", " + std::to_string(change.year);
    std::vector<std::string> parts;
    if (change.before != change.after) parts.push_back(arrow(amount(change.before), amount(change.after)));
    const auto financer = [&](const std::string& name) { return name.empty() ? words("not named") : name; };
    if (change.financer_before != change.financer_after)
      parts.push_back(words("spent by " + arrow(financer(change.financer_before), financer(change.financer_after))));
    rows.push_back({std::move(label), join(parts, "; ")});
  }
  return rows;
}

std::vector<Row> commitment_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  for (const CommitmentChange& change : changes.commitments) {
    const Commitment& commitment = *change.commitment;
    const Locale& locale = words.locale;
    std::string text;
    switch (change.move) {
      case CommitmentMove::made: text = "made on " + locale.date(commitment.made_on); break;
      case CommitmentMove::closed: text = "closed by ‘" + commitment.closed_by->title + "’"; break;
      case CommitmentMove::overdue: text = "overdue since " + locale.date(*commitment.due); break;
      case CommitmentMove::still_overdue: text = "still overdue, since " + locale.date(*commitment.due); break;
    }
    rows.push_back({commitment.id, words(text) + ": " + commitment.title});
  }
  return rows;
}

// The end of a text, or its beginning, in about so many characters.
std::string last_of(std::string_view text) {
  const std::size_t length = length_in_characters(text);
  if (length <= context) return std::string(text);
  std::size_t at = 0;
  for (std::size_t i = 0; i < length - context; ++i) next_character(text, at);
  const std::size_t blank = text.find(' ', at);
  return std::string(ellipsis) + std::string(text.substr(blank == std::string_view::npos ? at : blank));
}

std::string first_of(std::string_view text, std::size_t characters = context) {
  if (length_in_characters(text) <= characters) return std::string(text);
  std::size_t at = 0;
  for (std::size_t i = 0; i < characters; ++i) next_character(text, at);
  const std::size_t blank = text.rfind(' ', at);
  return std::string(text.substr(0, blank == std::string_view::npos ? at : blank + 1)) + std::string(ellipsis);
}

// "… de start is [-bijna voorbij.-]{+voorbij.+} In mei …", as git shows words that differ.
std::string marked(const TextChange& change) {
  std::string out;
  for (std::size_t i = 0; i < change.pieces.size(); ++i) {
    const TextPiece& piece = change.pieces[i];
    if (piece.kind == TextPiece::Kind::removed) out += "[-" + first_of(piece.text, longest_piece) + "-]";
    if (piece.kind == TextPiece::Kind::added) out += "{+" + first_of(piece.text, longest_piece) + "+}";
    if (piece.kind != TextPiece::Kind::same) continue;
    const bool is_first = i == 0;
    const bool is_last = i + 1 == change.pieces.size();
    const std::string tail = is_first ? "" : first_of(piece.text);
    const std::string head = is_last ? "" : last_of(piece.text);
    if (is_first || is_last)
      out += tail + head;
    else
      out += length_in_characters(piece.text) <= 2 * context ? piece.text : tail + head.substr(ellipsis.size());
  }
  return out;
}

// "summary text", "2020-07 /sources/0/url": as the formats name it. In Dutch, where those are foreign words,
// "samenvatting: tekst", "2020-07: bron 1, adres".
std::string label_of(const TextChange& change, const Words& words) {
  if (words.language == MessageLanguage::english) return change.subject + " " + change.key;
  std::string out = change.project_id.empty() ? words(change.subject) : change.subject;
  const char* between = ": ";
  for (const std::string_view part : split(change.key, '/')) {
    if (part.empty()) continue;
    const bool is_place = part.size() < 6 && std::all_of(part.begin(), part.end(), is_digit);
    out += is_place ? " " + std::to_string(std::stoi(std::string(part)) + 1) : between + words(std::string(part));
    between = ", ";
  }
  return out;
}

std::vector<Row> text_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  for (const TextChange& change : changes.texts) rows.push_back({label_of(change, words), marked(change)});
  return rows;
}

std::vector<Row> other_rows(const Changes& changes, const Words& words) {
  std::vector<Row> rows;
  const auto text = [&](const std::string& value) {
    std::vector<std::string> items;
    for (const std::string_view item : split(value, '\n')) items.emplace_back(item);
    return value.empty() ? words("none") : join(items, ", ");
  };
  for (const TextChange& change : changes.others)
    rows.push_back({label_of(change, words), arrow(text(change.before), text(change.after))});
  return rows;
}

}  // namespace

std::string moment_name(const Moment& moment) {
  const Edition* edition = moment.period->edition;
  return moment.period->id + (edition != nullptr ? "@v" + std::to_string(edition->number) : "@sources");
}

std::string changes_text(const Changes& changes, MessageLanguage language) {
  const Words words(language);
  const std::vector<Row> lights = light_rows(changes, words);
  const std::vector<Row> figures = figure_rows(changes, words);
  const std::vector<Row> targets = target_rows(changes, words);
  const std::vector<Row> budgets = budget_rows(changes, words);
  const std::vector<Row> commitments = commitment_rows(changes, words);

  std::string out = arrow(moment_name(changes.before), moment_name(changes.after)) + "\n";
  if (!changes.same_scale)
    out +=
        "\n" + words("The two have different scales: lights are compared by their colour, not by their word.") + "\n";
  add_group(out, words("lights"), lights);
  add_group(out, words("figures"), figures);
  add_group(out, words("targets"), targets);
  add_group(out, words("budget"), budgets);
  add_group(out, words("commitments"), commitments);
  add_group(out, words("texts"), text_rows(changes, words));
  add_group(out, words("other values"), other_rows(changes, words));
  if (!changes.withdrawn.empty()) {
    out += "\n" + words("withdrawn from one of the two, and not compared") + "\n";
    for (const std::string& part : changes.withdrawn) out += "  " + part + "\n";
  }

  std::vector<std::string> sums;
  const auto sum = [&](std::size_t count, const char* one, const char* other) {
    if (count > 0) sums.push_back(words(counted(count, one, other)));
  };
  sum(static_cast<std::size_t>(changes.count(LightMove::better)), "light better", "lights better");
  sum(static_cast<std::size_t>(changes.count(LightMove::worse)), "light worse", "lights worse");
  const auto moved = static_cast<std::size_t>(changes.count(LightMove::better) + changes.count(LightMove::worse));
  sum(lights.size() - moved, "project otherwise", "projects otherwise");
  sum(figures.size(), "figure", "figures");
  sum(targets.size(), "target", "targets");
  sum(budgets.size(), "line of a budget", "lines of a budget");
  sum(static_cast<std::size_t>(
          std::count_if(changes.commitments.begin(), changes.commitments.end(),
                        [](const CommitmentChange& change) { return change.move != CommitmentMove::still_overdue; })),
      "commitment", "commitments");
  sum(changes.texts.size(), "text", "texts");
  sum(changes.others.size(), "other value", "other values");
  return out + "\n" + words(sums.empty() ? "nothing differs" : "differs: " + join(sums, ", ")) + "\n";
}

}  // namespace stoplicht

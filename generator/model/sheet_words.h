#pragma once
#include <array>
#include <string_view>

#include "model/site.h"

namespace stoplicht {

// What stands in the form of a period beside the data itself, in the site's language.
struct SheetWords {
  std::string_view guide, projects, figures, commitments;  // The names of the sheets.
  std::string_view key, number, project, programme, before, status, basis, summary, cause, consequence, action,
      override_reason, progress;
  std::string_view subject, figure, council, unit, target, before_value, actual, exactness, forecast,
      forecast_exactness, note;
  std::string_view commitment, made_on, due, lapsed_reason, closed_by, closure;
  std::string_view total, unknown, percent;
  std::string_view unknown_too;                // Another word for it, which people write for a figure.
  std::array<std::string_view, 2> bases;       // As enum class Basis.
  std::array<std::string_view, 4> qualifiers;  // As enum class Qualifier.
  std::array<std::string_view, 4> commitment_statuses;
  // Notes on the columns.
  std::string_view key_note, before_note, status_note, basis_note, summary_note, explanation_note, override_note,
      progress_note, target_note, figure_before_note, actual_note, exactness_note, forecast_note, note_note, due_note,
      commitment_status_note, lapsed_note, closed_by_note, closure_note;
  std::string_view long_text;           // In the place of a text that no cell can hold; the file follows.
  std::array<std::string_view, 9> how;  // The guide's paragraphs.
  std::string_view page;                // "Pagina"
};

// "nl" or "en".
const SheetWords& sheet_words(std::string_view language);

}  // namespace stoplicht

#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"
#include "load/document.h"
#include "model/next_period.h"

// What the files that make drafts share; no other file includes it.
namespace stoplicht {

// What a draft says and asks for, in one language.
struct DraftWords {
  std::string_view language;
  std::string_view first_half, second_half;  // "Eerste helft van ", before the year.
  std::string_view period_name;              // "naam van ", before the id.
  std::string_view report_day, report_day_and_time;
  std::string_view programme_summary, project_summary;
  std::string_view number;  // "nummer van ", before the name.
  std::string_view headline, summary;
  std::string_view progress;  // "hoe het gaat met ", before the name.
  std::string_view letter_title, letter_date, letter;
  std::string_view announced, commitments;  // Headings.
  std::string_view due;                     // "termijn: ", before a date.
  std::string_view what_came;               // "… bij 'done' in ", before the path of the letter that announced it.
  std::string_view how_it_stands, when_closed;  // Before and behind the id of the commitment.
  std::string_view letter_kind, letter_from;
  std::string_view and_word;          // Between the last two of a list.
  std::string_view closes_them;       // Before the ids of the commitments that a letter names.
  std::string_view if_so, if_so_too;  // Behind them: where it closes none yet, and where it closes others.
};
const DraftWords& draft_words(std::string_view language);

// What a placeholder may hold: no bracket ends it, and no figure stands in it.
std::string in_placeholder(std::string_view text);

// A value of a front matter: as it is where YAML reads it as that, else in quotes.
std::string as_yaml(std::string_view text);

// The data file of the period. `like`: that of the period before.
std::string draft_of_data(const NextPeriod& next, const Site& site, const Locale& locale, const Document& like);

}  // namespace stoplicht

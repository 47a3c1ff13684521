#include "views/search_entry.h"

namespace stoplicht {

const char* search_kind_id(SearchKind kind) {
  switch (kind) {
    case SearchKind::project: return "project";
    case SearchKind::period: return "period";
    case SearchKind::report: return "report";
    case SearchKind::letter: return "letter";
    case SearchKind::document: return "document";
    case SearchKind::commitment: return "commitment";
    case SearchKind::programme: return "programme";
    case SearchKind::council: return "council";
    case SearchKind::text: return "text";
    case SearchKind::comparison: return "comparison";
    case SearchKind::data: return "data";
  }
  return "text";
}

// A report is the measure: 1. What leads on to more of the same subject stands above it, what repeats or only lists
// stands below. The steps are small, so that a page that fits better is never beaten by one that merely is of a better
// kind. That an older period counts for less is no matter of kinds: its date tells.
double search_weight(SearchKind kind) {
  switch (kind) {
    case SearchKind::project: return 1.25;    // Who types a name means the project; each report is one click further.
    case SearchKind::programme: return 1.2;   // The same, of all its projects together.
    case SearchKind::commitment: return 1.1;  // Short, so that few words fit; but what fits is what was promised.
    case SearchKind::period: return 1.05;     // The conclusion first, then what it rests on.
    case SearchKind::report: return 1;        // The measure.
    case SearchKind::council: return 1;       // Found by its name; what it got are pages of their own.
    case SearchKind::text: return 1;          // Written for one question.
    case SearchKind::letter: return 0.95;     // Long, and tells in other words what reports tell.
    case SearchKind::document: return 0.95;   // The same.
    case SearchKind::data: return 0.6;        // Names of files, for the few who calculate.
    case SearchKind::comparison: return 0.5;  // Computed out of two reports, which say it in full.
  }
  return 1;
}

// Below its programme, because a category tells little itself; above the reports that it holds.
double search_weight_of_category() { return 1.1; }

// A glossary has a little of everything: it answers who asks for one word, and that stands in one of its headings.
double search_weight_of_glossary() { return 0.8; }

// A list has the word for all that it lists in its title: who types that word by itself may mean the list, who types
// more means one of these.
double search_weight_of_register() { return 0.9; }

}  // namespace stoplicht

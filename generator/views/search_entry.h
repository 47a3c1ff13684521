#pragma once
#include <string>
#include <vector>

// What of a page can be found by searching: the model's own words, as plain values. Nothing of its navigation, and
// nothing that another page tells and this one only repeats.
namespace stoplicht {

// Kinds of pages, as readers choose between them. In the order of the filter.
enum class SearchKind {
  project,
  period,
  report,
  letter,
  document,
  commitment,
  programme,
  council,
  text,
  comparison,
  data
};

// The name of a kind in files: "report".
const char* search_kind_id(SearchKind kind);

// How much a page counts among others that fit as well, by its kind.
double search_weight(SearchKind kind);
double search_weight_of_category();  // A programme's part.
double search_weight_of_glossary();
double search_weight_of_register();  // A page that lists what has pages of its own.

// Something that results can be narrowed to. Empty id: the page has none.
struct SearchFacet {
  std::string id, label;
};

// A piece of the page's text, below a heading of its own.
struct SearchPart {
  std::string heading;   // Empty: it stands directly below the title, or goes on with the part before.
  std::string fragment;  // Where it stands on the page, an id; empty: at its top.
  std::string text;      // Plain words; paragraphs are separated by line ends.
  std::string slot;      // Not empty: the page's MarkdownSlot with this key takes its place, heading by heading.
};

struct SearchEntry {
  SearchKind kind = SearchKind::text;
  std::string title;                     // As results show it: without the period, which stands beside it.
  std::vector<std::string> identifiers;  // "T20-27", "WaW 6": who types one means this page.
  std::vector<std::string> names;        // What else it is called: a short name, an earlier one.
  std::string summary;                   // One or two sentences; an excerpt when the text has none. Searched like text.
  SearchFacet programme, category, project, period;
  std::vector<SearchFacet> councils;  // Those it is of; empty: it is everybody's.
  SearchFacet status;                 // Of a report: its light's id and label; of a commitment: its status.
  std::string light, shape;           // Of a report: as the theme's component "light" asks for them.
  std::string date;                   // ISO, as exact as known; what is newer goes first. Empty: not known.
  std::string superseded;             // "Editie 1, vervangen": another page tells what holds now. Empty: none does.
  std::string group;                  // Pages of one group are one result with more behind it: "project:ggz".
  double weight = 1;              // Of the page among others that fit as well; see search_weight in search_entry.cc.
  std::vector<SearchPart> parts;  // In the order of the page.
};

}  // namespace stoplicht

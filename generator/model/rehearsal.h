#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/edition.h"
#include "model/site.h"

// The rehearsal: what still stands between a draft and its publication.
namespace stoplicht {

// What a finding asks of the writer, the most important first.
enum class Ask {
  mend,           // A fault of form.
  fill_in,        // A placeholder.
  light,          // A light that was not reported.
  explanation,    // A cause and an action.
  justification,  // Why the reported light is not the computed one.
  decision,       // What moved a target.
  commitment,     // What became of a commitment that was due.
  announcement,   // What became of what a letter announced.
  text,           // A project without a word.
  value,          // A figure without a value, nor a note that says why.
  source,         // A figure or a period without its source.
  jump,           // A value far from the one before it (model/figure_jump.h), without a note.
  number,         // A number in a text that is a figure, or nearly one.
  link,           // A link that leads nowhere.
  image,          // An image without alternative text.
  sentence,       // A sentence that is too long.
  look            // Any other warning.
};
inline constexpr std::size_t asks = static_cast<std::size_t>(Ask::look) + 1;

// A sentence of more words is hard to read; of the two sites that come with the program 2 in 100 have more.
inline constexpr std::size_t most_words = 25;

// Where a value stands in the form for spreadsheets: a row by what it is about, a column by its key in the data.
struct SheetPlace {
  enum class Sheet { projects, figures, commitments } sheet = Sheet::projects;
  std::string row;     // The id of a project, an indicator or a commitment; "programme/" and that of a programme.
  std::string column;  // "status", "actual", "note"; "progress" is a text of its own.
};

struct Jump {
  Quantity before, now;
  Unit unit = Unit::count;
  const Period* since = nullptr;  // Whose value `before` is.
};

struct Finding {
  Ask ask = Ask::look;
  bool blocks = false;                   // `publish` refuses.
  const Period* period = nullptr;        // The draft that it belongs to; null: what all periods share.
  const Programme* programme = nullptr;  // Null: it belongs to no single one.
  const Project* project = nullptr;      // Null: likewise.
  Location where;
  std::string subject = {};              // What it is about: "Mensen aan het werk", "T20-27: Voortgang", a sentence.
  std::optional<Date> due = {};          // Of a commitment or an announcement.
  std::size_t words = 0;                 // Of a sentence.
  std::optional<Jump> jump = {};         // Of a jump.
  std::optional<SheetPlace> sheet = {};  // Nothing: it stands in no sheet.
  std::optional<Diagnostic> diagnostic = {};  // When a rule of the program found it: `check` tells the same.
  const Letter* letter = nullptr;             // In which it stands; null: in none.
  const Commitment* commitment = nullptr;     // That it is about; null: about none.
};

// How much of a programme is there in a draft, counted in what every project has to tell: a light, a text, each figure,
// and for a light that needs them a cause and an action.
struct Completeness {
  const Period* period = nullptr;
  const Programme* programme = nullptr;
  int done = 0, all = 0;
};

struct Rehearsal {
  std::vector<const Period*> drafts;  // Newest first.
  std::vector<Completeness> completeness;
  std::vector<Finding> findings;  // Those that block first; then by draft, programme, project and what they ask.
  bool whole = false;             // False: the site folder has errors, and what follows from them was not looked at.
  std::size_t blocking() const;
};

// The periods that are no edition yet, newest first; on a site that never published one, the newest period.
std::vector<const Period*> periods_to_rehearse(const Site& site, const Archive& archive);

// `diagnostics`: all that `check` told of the site folder, of which `site` was made.
Rehearsal rehearse(const Site& site, const Archive& archive, const SiteFolder& folder,
                   const std::vector<Diagnostic>& diagnostics);

}  // namespace stoplicht

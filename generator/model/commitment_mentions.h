#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/placeholders.h"
#include "model/site.h"

namespace stoplicht {

// A text that names a commitment.
struct CommitmentMention {
  TextRange where;
  const Commitment* commitment = nullptr;  // Null: it looks like a number, and none has it.
  // The digits behind the number, when it was pressed together with the mark of a note: "1" of T20-271 for T20-27.
  // The commitment is a guess then.
  std::string mark;
};

// The numbers of commitments in the running text of a Markdown file, in order: with any hyphen or dash, with blanks
// around it, and in any case of letters. What has the form of one and is in no register counts when it begins with the
// same letters as one of the site.
std::vector<CommitmentMention> find_commitment_mentions(std::string_view markdown, const Site& site);

// Warns of a number that no commitment has.
void warn_of_unknown_commitment(std::string_view written, const Site& site, Location where, Diagnostics& diagnostics);

// Whether a letter may still close it: it is open, in progress, or closed by no letter yet.
bool may_be_closed(const Commitment& commitment);

// Those that a letter to this council names for certain, and may close; each once, in order.
std::vector<const Commitment*> commitments_to_close(const std::vector<CommitmentMention>& mentions,
                                                    const Organisation& council);

}  // namespace stoplicht

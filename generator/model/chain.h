#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/signature.h"
#include "load/edition_files.h"
#include "model/edition.h"

namespace stoplicht {

// Reads the seals of all editions and withdrawals, oldest first, and reports every way in which they are not what was
// published: a digest, a part, an attachment, the order of the chain, the bytes of a file. Signatures are another
// matter: see below. Warns of withdrawals that were not finished. `edition` of the links is null. `attachments`: false
// where `files` holds none although editions name them (a built site).
std::vector<ChainLink> read_chain(const EditionFiles& files, Diagnostics& diagnostics, bool attachments = true);

// True when this withdrawal takes the part out of this edition, if it has it. Both are links of `chain`, oldest first.
// What later periods tell of a withdrawn project they tell as the edition of its period that was the newest then; what
// an edition tells of earlier periods goes with the whole edition only.
bool takes_out(const ChainLink& withdrawal, std::string_view part, const ChainLink& edition,
               const std::vector<ChainLink>& chain);

// A signature that does not hold.
struct SignatureFault {
  std::string file;    // Of the document: "data/editions/2020-07/v1.json".
  std::string reason;  // "was made with key …"
};

// Checks every signature with the one of `keys` that it was made with; there is at least one.
std::vector<SignatureFault> check_signatures(const EditionFiles& files, const std::vector<PublicKey>& keys);

// With the one of `keys`, at least one, that the signature was made with, or else the first. "" when it holds, or else
// why not.
std::string fault_in_signature(std::string_view bytes, std::string_view signature, const std::vector<PublicKey>& keys);

}  // namespace stoplicht

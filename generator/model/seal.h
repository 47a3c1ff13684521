#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "load/document.h"

namespace stoplicht {

// Null for a text that there is not.
Json or_null(const std::string& text);

// What every seal says.
struct SealFields {
  std::string period_id;
  int number = 1;  // Of the edition, or of the period's withdrawals.
  int sequence = 1;
  Date published_on;
  std::string published_by;
  std::string previous;  // Digest of the link before it in the chain; empty for the first.
  std::string replaces;  // Digest of the edition that it corrects; empty for the first of the period.
  std::string reason;    // Of a correction or a withdrawal.
};

// The document of an edition (EDITIONS.md): contents, seal and digest. `parts`: see edition_parts. `salt` gives for the
// name of a part what no reader can guess, so that a part that is withdrawn cannot be guessed from its digest either.
Json edition_document(const SealFields& fields, std::map<std::string, Json> parts,
                      const std::function<std::string(const std::string& name)>& salt);

// What a withdrawal takes out of view; see ChainLink.
struct WithdrawnParts {
  std::vector<std::string> parts;
  std::vector<int> editions;
  std::map<std::string, std::string> pages;
};

Json withdrawal_document(const SealFields& fields, const WithdrawnParts& withdrawn);

}  // namespace stoplicht

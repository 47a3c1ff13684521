#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "load/document.h"
#include "model/edition.h"

namespace stoplicht {

// A seal as it stands in its file.
struct Seal {
  ChainLink link;  // `digest` is the one that the file states.
  std::shared_ptr<const Document> document;
  std::string computed;                      // The digest that the seal has.
  std::string replaces;                      // Empty: null.
  std::map<std::string, std::string> parts;  // Of an edition: their digests by name.

  bool is_edition() const { return link.kind == ChainLink::Kind::edition; }
};

// What to do about a file that is not what was published.
inline constexpr const char* put_back_hint =
    "put the file back as it was published, from a copy or from version control; nobody edits an edition by hand";

// Reads the seal of the file at `path` (…/2020-07/v1.json). Nothing after reporting that it has another form or is of
// a format that this program does not know.
std::optional<Seal> read_seal(const std::string& path, std::shared_ptr<const Document> document,
                              Diagnostics& diagnostics);

}  // namespace stoplicht

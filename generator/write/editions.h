#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/output_file.h"

namespace stoplicht {

// One publication or one withdrawal, ready to be written. Addresses are relative to data/editions.
struct EditionWrite {
  // The documents from which it was computed: "2020-07/v1.json". When others have come meanwhile, nothing is written:
  // the chain would split in two.
  std::vector<std::string> standing{};

  std::vector<OutputFile> before{};  // Attachments and the signature.
  OutputFile commit{};               // "2020-07/v2.json": once this stands there, all of it counts.

  // What follows from a withdrawal: editions without the parts, attachments that no edition names any more.
  std::vector<OutputFile> after{};
  std::vector<std::string> remove_after{};
};

struct EditionResult {
  bool ok = false;
  bool committed = false;  // When not ok: the commit stands there, and only what follows from it is not finished.
  std::string failure;     // A plain sentence with the path and the reason, when not ok.
};

// Writes into data/editions of the site folder `site`. The commit is one atomic rename: at every moment, also when the
// process is killed or the power fails, data/editions holds the old editions or the new ones. A kill before the commit
// can leave attachments and a signature that nothing names; the next call removes them. A
// kill after it leaves `after` undone; the same call again, with the same commit, completes it.
//
// A commit that is there already with other bytes is never overwritten. Another command that writes here at the same
// time is refused. Also writes README.md where there is none, and removes what a killed run left.
//
// Errors of the disk come back in `failure`; before the commit, nothing is then left behind.
EditionResult write_editions(const std::filesystem::path& site, const EditionWrite& write);

}  // namespace stoplicht

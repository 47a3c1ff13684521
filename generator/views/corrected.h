#pragma once
#include "views/edition_notes.h"

namespace stoplicht {

// A correction as one page of the period tells it.
struct CorrectedHere {
  Json block =
      false;  // One of the "corrections" of the component "corrected": what it changed on this page, side by side.
  bool nothing = false;    // It changed nothing that this page shows.
  bool withdrawn = false;  // What an edition said here was withdrawn, so that nobody can tell what changed in that.
};

// `edition`: the one that corrected the one before it.
CorrectedHere corrected_here(const Scene& scene, const Edition& edition, const PeriodSubject& subject,
                             const std::string& page_address);

}  // namespace stoplicht

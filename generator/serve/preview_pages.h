#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "serve/preview_words.h"
#include "views/drafts.h"

namespace stoplicht {

inline constexpr std::string_view preview_folder = "/_stoplicht/";         // No address of a site begins so.
inline constexpr std::string_view rehearsal_folder = "/_repetitie/";       // Nor so.
inline constexpr std::string_view rehearsal_stylesheet = "repetitie.css";  // In that folder.

// What the last build found.
struct Faults {
  std::vector<ShownDiagnostic> list;
  std::size_t errors = 0, warnings = 0;
};

// The page that lists faults, whole. `state`: of the preview, by which the page knows that it is no longer right.
// `site_remains`: there is a last good version to look at meanwhile.
std::string faults_page(const PreviewWords& words, const Faults& faults, const std::string& state, bool site_remains);

// The page until the first build is done.
std::string starting_page(const PreviewWords& words);

// A page of the site as the preview shows it: with the script that refreshes it, and marked when it tells of drafts.
// `blocking`: how many things keep a draft from being published; nothing when that is not known.
std::string previewed_page(const std::string& page, const PreviewWords& words, const std::string& site,
                           const std::vector<const Draft*>& drafts, std::optional<std::size_t> blocking);

// The rehearsal as the preview shows it: with its styles, and anew with each build. `state`: as of faults_page.
std::string previewed_rehearsal(const std::string& page, const PreviewWords& words, const std::string& state);

}  // namespace stoplicht

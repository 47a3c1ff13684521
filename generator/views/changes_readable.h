#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/changes.h"
#include "views/wording.h"

// Two texts beside each other, as readers saw them.
namespace stoplicht {

// Markdown as its page showed it: figures filled in with those of the edition, a chart as one line, without the signs
// of headings, bold and links.
std::string as_read(const Scene& scene, const Moment& moment, std::string_view markdown);

// A text without such signs, with its figures filled in.
std::string with_figures(const Scene& scene, const Moment& moment, std::string_view text);

// The changed sentences with one sentence around them, and "…" for the rest that stayed the same.
std::vector<TextPiece> around_changes(const std::vector<TextPiece>& pieces);

}  // namespace stoplicht

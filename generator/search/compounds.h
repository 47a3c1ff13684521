#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// Whether a form is a word by itself: one of the site or of the language.
using IsWord = std::function<bool(std::string_view)>;

// The parts of a Dutch compound, each a known word of four letters or more (at its end also one of a few
// short ones), in order: "scholingsmakelaar" gives
// "scholing" and "makelaar"; as few as possible. What links them (s, en) is left out. Empty for what is no compound.
// A word that `is_listed` knows as a whole is taken apart only where both parts are certain, so that an inflection of
// one word does not become two others ("toezeg" and "ging").
std::vector<std::string> compound_parts(std::string_view form, const IsWord& is_known, const IsWord& is_listed);

}  // namespace stoplicht

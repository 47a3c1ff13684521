#pragma once
#include <string>

#include "views/changes_view.h"

// In which words readers are told of a text or another value that a correction changed.
namespace stoplicht {

// What it is of: "Aanpak GGZ", "Brief ‘Voortgang’". Its id where it has no name.
std::string subject_text(const Scene& scene, const Changes& changes, const TextChange& change);

// What of that: "bron, adres" of "/sources/0/url", "waarde voor Hilversum" of "/totals/0/by_council/hilversum". What
// has no word is passed over; when nothing has one it is another detail.
std::string key_text(const Scene& scene, const Changes& changes, const TextChange& change);

std::string named(const Scene& scene, const Changes& changes,
                  const TextChange& change);  // Both: "Aanpak GGZ: oorzaak".

// Both sides as readers saw them; as they were written where only the writing differs.
TextChange read_change(const Scene& scene, const Changes& changes, const TextChange& change);

// One side of what is no text; `moment` is that side.
std::string other_side(const Scene& scene, const Changes& changes, const Moment& moment, const TextChange& change,
                       const std::string& value);
bool is_unknown(const std::string& value);  // Nothing is there, or it is known not to be known.

}  // namespace stoplicht

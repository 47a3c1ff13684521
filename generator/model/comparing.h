#pragma once
#include <string>
#include <vector>

#include "model/changes.h"

// What the parts of compare() share; for the model room only.
namespace stoplicht {

// Each fills its part of `changes`, of which the moments are known; figures come after projects.
void compare_lights(Changes& changes);
void compare_figures(Changes& changes);
void compare_budgets(Changes& changes);
void compare_commitments(Changes& changes, const Site& present);
void compare_words(Changes& changes);         // Texts and others, between two editions.
void compare_shared_facts(Changes& changes);  // Of these, what shared files say.

}  // namespace stoplicht

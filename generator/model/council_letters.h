#pragma once
#include "model/site.h"

namespace stoplicht {

// The newest letter to this council alone, of a period before this one or else of this one; null when there is none.
const Letter* last_letter_to(const Period& period, const Organisation& council);

// The letter of the period to this council: of several, one in which nobody has written yet. Null when there is none.
const Letter* letter_for(const Period& period, const Organisation& council);

// Whether nobody has written in the letter since a draft of it was made: its title and every line that is no heading
// ask for something.
bool is_untouched_draft(const Letter& letter);

}  // namespace stoplicht

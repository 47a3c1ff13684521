#pragma once
#include <string>

#include "model/rehearsal.h"
#include "views/rehearsal_page.h"
#include "views/wording.h"

namespace stoplicht {

// What a rule of the program says of a place, with the language that it says it in.
struct SaidByRule {
  std::string message, hint, language;
};
SaidByRule said_by_rule(const Diagnostic& diagnostic);

// What the keys of its sentences end in: "fill_in".
std::string key_of(Ask ask);

// One thing to do: what, why, and where.
Json rehearsal_item(const Scene& scene, const Finding& finding, const RehearsalLinks& links);

}  // namespace stoplicht

#pragma once
#include <string>

#include "base/language.h"

namespace stoplicht {

// Whether somebody is there to answer: input and messages are both of a terminal.
bool can_ask();

// Asks on standard error, in the language, until the answer is yes or no, in English or Dutch; an empty line, or the
// end of the input, is no. Only when can_ask().
bool ask(const std::string& question, MessageLanguage language = MessageLanguage::english);

}  // namespace stoplicht

#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

struct FrontMatterSyntaxFault {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
  std::string hint;
};

// Explains a fault that a YAML reader met at `offset` in text[begin, end), by looking for what
// people usually get wrong on that line and, going up, on the lines before it: readers tend to
// stumble after the fault. `what` is the reader's own message, for when nothing is found.
FrontMatterSyntaxFault explain_front_matter_fault(std::string_view text, std::size_t begin, std::size_t end,
                                                  std::size_t offset, std::string_view what);

// Where the quote that opens `text` is closed; npos when it is not.
std::size_t find_closing_quote(std::string_view text);

}  // namespace stoplicht

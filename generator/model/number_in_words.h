#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// A number with words around it: "ca. 2200", "> 100", "26 dagen".
struct NumberInWords {
  std::string number;          // As it is written, with its percent sign; "": there is none, or more than one.
  std::string_view qualifier;  // What the words say of it, as data files do: "about"; "": nothing.
};

// `language`: in which the number is written.
NumberInWords number_in_words(std::string_view text, std::string_view language);

}  // namespace stoplicht

#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

// A token of a JSON text and where it stands. Everything that is not JSON gives a token too, so
// that a fault can be explained.
struct JsonToken {
  enum class Kind {
    begin_object,
    end_object,
    begin_array,
    end_array,
    colon,
    comma,
    string,
    number,
    word,     // true, false, null, or any other bare word.
    comment,  // "// …", "/* … */" or "# …".
    quote,    // A text between single or typographic quotes.
    other,    // One character that begins no token.
    end       // The end of the text; length 0.
  };
  enum class Problem {
    none,
    not_closed,      // The string runs into the end of a line or of the text.
    control,         // A control character inside the string.
    escape,          // A backslash before something that it cannot stand before.
    surrogate,       // Half of a \uD83D\uDE00 pair.
    not_json_number  // A number that is written in another way: 010, +5, 1.000.000, 2024-04-18.
  };

  Kind kind = Kind::end;
  std::size_t offset = 0;
  std::size_t length = 0;
  Problem problem = Problem::none;
  std::size_t problem_offset = 0;  // Where in the text a problem of a string stands.
  std::size_t problem_length = 1;

  std::size_t end_offset() const { return offset + length; }
  std::string_view in(std::string_view text) const { return text.substr(offset, length); }
  bool is(Kind wanted) const { return kind == wanted; }
  bool opens() const { return kind == Kind::begin_object || kind == Kind::begin_array; }
  bool closes() const { return kind == Kind::end_object || kind == Kind::end_array; }
};

// The first token at or after `offset`.
JsonToken next_json_token(std::string_view text, std::size_t offset);

// What a string token without problem says.
std::string string_value(std::string_view text, const JsonToken& token);

}  // namespace stoplicht

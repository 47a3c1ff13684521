#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "load/json_tokens.h"

namespace stoplicht {

// What a reader of JSON waits for.
enum class JsonExpected { first_key, key, colon, member_value, first_element, element, comma_or_close, nothing };

// Where a reader stood when a token did not fit.
struct JsonContext {
  std::string_view text;
  JsonExpected expected = JsonExpected::element;
  JsonToken before_previous;
  JsonToken previous;  // Kind end: the token is the first.
  JsonToken token;     // The one that does not fit.
  bool in_object = false;
  bool at_root = false;
  std::size_t open_offset = 0;  // The innermost bracket that is open, unless at_root.
  std::size_t open_count = 0;
};

struct JsonSyntaxFault {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
  std::string hint;
};

// Explains the fault by what its writer probably meant.
JsonSyntaxFault explain_json_fault(const JsonContext& context);

}  // namespace stoplicht

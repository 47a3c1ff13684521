#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

struct ByteRange {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// Where the value, or the key, of a JSON pointer stands in a text that load_json could read. Of an
// object or a list that is its opening bracket. A pointer that does not exist gives its nearest
// parent. Scans the text.
ByteRange find_json_value(std::string_view text, std::string_view pointer);
ByteRange find_json_key(std::string_view text, std::string_view pointer);

// A key as one part of a JSON pointer: "a/b" gives "a~1b" (RFC 6901). And back.
std::string escape_pointer_part(std::string_view key);
std::string unescape_pointer_part(std::string_view part);

// "/a/b" gives "/a", "/a" gives "".
std::string_view parent_pointer(std::string_view pointer);

}  // namespace stoplicht

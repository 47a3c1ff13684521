#pragma once
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "load/json_tokens.h"

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

// The end of the value that begins with `first`, with all that is in it.
std::size_t end_of_json_value(std::string_view text, const JsonToken& first);

// The same for a text of which many places are asked: the first times by scanning, then from an
// index of all its values, so that thousands of faults in one file stay fast. Thread-safe. The text
// must outlive it.
class JsonPositions {
 public:
  explicit JsonPositions(std::string_view text) : text_(text) {}
  ByteRange value(std::string_view pointer) const;
  ByteRange key(std::string_view pointer) const;

 private:
  struct Member {
    ByteRange key;  // Of an element of a list: the same as value.
    ByteRange value;
  };
  static std::unordered_map<std::string, Member> index_of(std::string_view text);
  // Null as long as there is no index.
  const Member* find(std::string_view& pointer) const;

  std::string_view text_;
  mutable std::mutex mutex_;
  mutable int asked_ = 0;
  mutable std::unordered_map<std::string, Member> index_;
};

// A key as one part of a JSON pointer: "a/b" gives "a~1b" (RFC 6901). And back.
std::string escape_pointer_part(std::string_view key);
std::string unescape_pointer_part(std::string_view part);

// "/a/b" gives "/a", "/a" gives "".
std::string_view parent_pointer(std::string_view pointer);

}  // namespace stoplicht

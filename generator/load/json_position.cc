#include "load/json_position.h"

#include <charconv>
#include <optional>
#include <vector>

#include "load/encoding.h"
#include "load/json_tokens.h"

namespace stoplicht {
namespace {

using TokenKind = JsonToken::Kind;

struct Member {
  JsonToken key;  // Of an element of a list: the element's own first token.
  JsonToken value;
};

std::optional<Member> find_member(std::string_view text, const JsonToken& object, const std::string& wanted) {
  JsonToken key = next_json_token(text, object.end_offset());
  while (key.is(TokenKind::string)) {
    const JsonToken colon = next_json_token(text, key.end_offset());
    const JsonToken value = next_json_token(text, colon.end_offset());
    if (string_value(text, key) == wanted) return Member{key, value};
    const JsonToken comma = next_json_token(text, end_of_json_value(text, value));
    if (!comma.is(TokenKind::comma)) break;
    key = next_json_token(text, comma.end_offset());
  }
  return std::nullopt;
}

std::optional<Member> find_element(std::string_view text, const JsonToken& list, const std::string& wanted) {
  std::size_t index = 0;
  const char* const last = wanted.data() + wanted.size();
  if (const auto read = std::from_chars(wanted.data(), last, index); read.ec != std::errc() || read.ptr != last) {
    return std::nullopt;
  }
  JsonToken value = next_json_token(text, list.end_offset());
  for (; !value.closes() && !value.is(TokenKind::end); --index) {
    if (index == 0) return Member{value, value};
    const JsonToken comma = next_json_token(text, end_of_json_value(text, value));
    if (!comma.is(TokenKind::comma)) break;
    value = next_json_token(text, comma.end_offset());
  }
  return std::nullopt;
}

struct Found {
  Member member;
  bool whole_pointer = false;  // False: only a parent of it exists.
};

Found find(std::string_view text, std::string_view pointer) {
  const JsonToken root = next_json_token(text, byte_order_mark_length(text));
  Found found{{root, root}, pointer.empty()};
  while (!pointer.empty()) {
    if (pointer.front() == '/') pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());

    const JsonToken& inside = found.member.value;
    std::optional<Member> next;
    if (inside.is(TokenKind::begin_object)) next = find_member(text, inside, unescape_pointer_part(part));
    if (inside.is(TokenKind::begin_array)) next = find_element(text, inside, std::string(part));
    if (!next) return found;
    found.member = *next;
    found.whole_pointer = pointer.empty();
  }
  return found;
}

ByteRange range_of(const JsonToken& token) { return {token.offset, token.length}; }

}  // namespace

ByteRange find_json_value(std::string_view text, std::string_view pointer) {
  std::string storage;
  return range_of(find(with_valid_utf8(text, storage), pointer).member.value);
}

ByteRange find_json_key(std::string_view text, std::string_view pointer) {
  std::string storage;
  const Found found = find(with_valid_utf8(text, storage), pointer);
  return range_of(found.whole_pointer ? found.member.key : found.member.value);
}

// Counts brackets instead of recursing, so that no depth of nesting can exhaust the stack.
std::size_t end_of_json_value(std::string_view text, const JsonToken& first) {
  std::size_t depth = first.opens() ? 1 : 0;
  std::size_t offset = first.end_offset();
  while (depth > 0) {
    const JsonToken next = next_json_token(text, offset);
    if (next.is(TokenKind::end)) break;
    if (next.opens()) ++depth;
    if (next.closes()) --depth;
    offset = next.end_offset();
  }
  return offset;
}

// ---- many places of one text ----

std::unordered_map<std::string, JsonPositions::Member> JsonPositions::index_of(std::string_view text) {
  struct Level {
    bool is_list = false;
    std::size_t index = 0;
    std::size_t pointer_length = 0;
  };
  std::unordered_map<std::string, Member> index;
  std::vector<Level> levels;
  std::string pointer;
  JsonToken value = next_json_token(text, byte_order_mark_length(text));
  JsonToken key = value;
  while (!value.is(TokenKind::end)) {
    // Of two equal keys the first counts, with all that is in it.
    const bool is_new = index.emplace(pointer, Member{range_of(key), range_of(value)}).second;
    const bool opens = is_new && value.opens();
    if (opens) levels.push_back({value.is(TokenKind::begin_array), 0, pointer.size()});
    JsonToken next = next_json_token(text, is_new ? value.end_offset() : end_of_json_value(text, value));
    while (!levels.empty() && next.closes()) {
      levels.pop_back();
      next = next_json_token(text, next.end_offset());
    }
    if (levels.empty()) break;
    Level& level = levels.back();
    if (next.is(TokenKind::comma)) {
      ++level.index;
      next = next_json_token(text, next.end_offset());
    }
    key = value = next;
    if (!level.is_list) value = next_json_token(text, next_json_token(text, key.end_offset()).end_offset());
    pointer.resize(level.pointer_length);
    pointer += '/' + (level.is_list ? std::to_string(level.index) : escape_pointer_part(string_value(text, key)));
  }
  return index;
}

// Shortens `pointer` to the nearest that exists.
const JsonPositions::Member* JsonPositions::find(std::string_view& pointer) const {
  constexpr int most_scans = 20;
  const std::lock_guard lock(mutex_);
  if (++asked_ <= most_scans) return nullptr;
  if (index_.empty()) {
    std::string storage;
    index_ = index_of(with_valid_utf8(text_, storage));
  }
  while (true) {
    const auto found = index_.find(std::string(pointer));
    if (found != index_.end()) return &found->second;
    if (pointer.empty()) return nullptr;
    pointer = parent_pointer(pointer);
  }
}

ByteRange JsonPositions::value(std::string_view pointer) const {
  std::string_view nearest = pointer;
  const Member* const member = find(nearest);
  return member == nullptr ? find_json_value(text_, pointer) : member->value;
}

ByteRange JsonPositions::key(std::string_view pointer) const {
  std::string_view nearest = pointer;
  const Member* const member = find(nearest);
  if (member == nullptr) return find_json_key(text_, pointer);
  return nearest == pointer ? member->key : member->value;
}

std::string escape_pointer_part(std::string_view key) {
  std::string part;
  for (const char c : key) {
    if (c == '~') {
      part += "~0";
    } else if (c == '/') {
      part += "~1";
    } else {
      part += c;
    }
  }
  return part;
}

std::string unescape_pointer_part(std::string_view part) {
  std::string key;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const std::string_view two = part.substr(i, 2);
    if (two == "~0" || two == "~1") {
      key += two == "~0" ? '~' : '/';
      ++i;
    } else {
      key += part[i];
    }
  }
  return key;
}

std::string_view parent_pointer(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : pointer.substr(0, slash);
}

}  // namespace stoplicht

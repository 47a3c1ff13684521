#include "load/canonical_json.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "load/json_faults.h"

namespace stoplicht {
namespace {

// In UTF-16 the characters past U+FFFF begin with D800-DBFF and so come before U+E000-U+FFFF; in UTF-8 these begin
// with EE or EF and come before F0-F4. Everything else sorts alike.
bool comes_before(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  if (in_a == a.end() || in_b == b.end()) return a.size() < b.size();
  const auto left = static_cast<unsigned char>(*in_a);
  const auto right = static_cast<unsigned char>(*in_b);
  if (left >= 0xEE && right >= 0xEE && (left >= 0xF0) != (right >= 0xF0)) return left >= 0xF0;
  return left < right;
}

void append_text(std::string& out, std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\f': out += "\\f"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += hexadecimal[static_cast<unsigned char>(c) >> 4];
          out += hexadecimal[static_cast<unsigned char>(c) & 0x0F];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

// ECMAScript's Number::toString: the shortest digits that give the same double, and of those the nearest.
void append_double(std::string& out, double number) {
  assert(std::isfinite(number));
  if (number == 0) {  // Also -0.
    out += '0';
    return;
  }
  if (number < 0) {
    out += '-';
    number = -number;
  }
  char buffer[32];  // "1.7976931348623157e+308" is the longest.
  const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
  const std::string_view written(buffer, static_cast<std::size_t>(end.ptr - buffer));
  const std::size_t e = written.find('e');
  std::string digits(written.substr(0, 1));
  if (e > 1) digits += written.substr(2, e - 2);
  int exponent = 0;
  const char* const sign = written.data() + e + 1;
  std::from_chars(*sign == '+' ? sign + 1 : sign, end.ptr, exponent);

  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // Of how many digits the whole part consists.
  if (count <= point && point <= 21) {
    out += digits + std::string(static_cast<std::size_t>(point - count), '0');
  } else if (0 < point && point <= 21) {
    out += digits.insert(static_cast<std::size_t>(point), 1, '.');
  } else if (-6 < point && point <= 0) {
    out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else {
    if (count > 1) digits.insert(1, 1, '.');
    out += digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
  }
}

void append_number(std::string& out, const Json& value) {
  const double number = value.get<double>();
  const bool exact = value.is_number_integer() && std::abs(number) <= largest_whole_number;
  if (exact && value.is_number_unsigned()) {
    out += std::to_string(value.get<std::uint64_t>());
  } else if (exact) {
    out += std::to_string(value.get<std::int64_t>());
  } else {
    append_double(out, number);
  }
}

class Writer {
 public:
  explicit Writer(bool pretty) : pretty_(pretty) {}

  void append(const Json& value, std::size_t level = 0) {
    switch (value.type()) {
      case Json::value_t::object: return append_object(value.get_ref<const Json::object_t&>(), level);
      case Json::value_t::array: return append_list(value, level);
      case Json::value_t::string: return append_text(out_, value.get_ref<const std::string&>());
      case Json::value_t::boolean: out_ += value.get<bool>() ? "true" : "false"; return;
      case Json::value_t::number_integer:
      case Json::value_t::number_unsigned:
      case Json::value_t::number_float: return append_number(out_, value);
      default: out_ += "null";
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void begin_line(std::size_t level) {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(2 * level, ' ');
  }

  void append_object(const Json::object_t& object, std::size_t level) {
    std::vector<const Json::object_t::value_type*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return comes_before(a->first, b->first); });
    out_ += '{';
    for (const auto* member : members) {
      if (member != members.front()) out_ += ',';
      begin_line(level + 1);
      append_text(out_, member->first);
      out_ += pretty_ ? ": " : ":";
      append(member->second, level + 1);
    }
    if (!members.empty()) begin_line(level);
    out_ += '}';
  }

  void append_list(const Json& list, std::size_t level) {
    out_ += '[';
    bool is_first = true;
    for (const Json& item : list) {
      if (!is_first) out_ += ',';
      is_first = false;
      begin_line(level + 1);
      append(item, level + 1);
    }
    if (!list.empty()) begin_line(level);
    out_ += ']';
  }

  bool pretty_;
  std::string out_;
};

}  // namespace

std::string canonical_json(const Json& value) {
  Writer writer(false);
  writer.append(value);
  return writer.take();
}

std::string pretty_json(const Json& value) {
  Writer writer(true);
  writer.append(value);
  return writer.take() + "\n";
}

}  // namespace stoplicht

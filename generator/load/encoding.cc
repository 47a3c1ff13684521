#include "load/encoding.h"

#include <algorithm>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

// What a byte means in Windows-1252, the usual other encoding of a Dutch text; "" when not telling.
std::string windows_1252(unsigned char byte) {
  switch (byte) {
    case 0x80: return "€";
    case 0x85: return "…";
    case 0x91: return "‘";
    case 0x92: return "’";
    case 0x93: return "“";
    case 0x94: return "”";
    case 0x96: return "–";
    case 0x97: return "—";
    default: break;
  }
  if (byte <= 0xA0) return "";
  std::string letter;
  append_character(letter, byte);  // The same in Unicode.
  return letter;
}

}  // namespace

std::size_t byte_order_mark_length(std::string_view text) {
  return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

bool check_encoding(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diagnostics.error("text-encoding", source.whole(), "the file is UTF-16, not UTF-8", "save it as UTF-8");
    return false;
  }
  if (byte_order_mark_length(text) != 0) {
    diagnostics.warning("text-byte-order-mark", source.at(0), "the file begins with a byte order mark",
                        "save it as 'UTF-8', not as 'UTF-8 with BOM'");
  }
  const std::size_t offset = first_invalid_utf8(text);
  if (offset == std::string_view::npos) return true;

  const unsigned char byte = byte_at(text, offset);
  // Before ASCII, or at the end, a lone byte is a letter of another encoding; else it is anything.
  const bool alone = offset + 1 == text.size() || byte_at(text, offset + 1) < 0x80;
  const std::string meant = alone ? windows_1252(byte) : "";
  diagnostics.error("text-encoding", source.at(offset), "byte " + hexadecimal(byte) + " is not UTF-8",
                    meant.empty() ? "save the file as UTF-8"
                                  : "save the file as UTF-8 (in Windows-1252 this byte is '" + meant + "')");
  return true;
}

std::string_view with_valid_utf8(std::string_view text, std::string& storage) {
  std::size_t invalid = first_invalid_utf8(text);
  if (invalid == std::string_view::npos) return text;
  storage = text;
  for (std::size_t from = 0; invalid != std::string_view::npos;) {
    from += invalid;
    storage[from++] = '?';
    invalid = first_invalid_utf8(text.substr(from));
  }
  return storage;
}

std::string in_quotes(std::string_view piece, int longest) {
  std::size_t end = 0;
  int characters = 0;
  while (end < piece.size() && piece[end] != '\n' && piece[end] != '\r' && characters < longest) {
    next_character(piece, end);
    ++characters;
  }
  return "'" + std::string(piece.substr(0, end)) + (end < piece.size() ? "…'" : "'");
}

int line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
}

}  // namespace stoplicht

#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// Byte offset of the first byte that is not valid UTF-8; npos when all of it is.
std::size_t first_invalid_utf8(std::string_view text);

// The character (code point) at `offset`, which must be before the end, and moves `offset` past it.
// A byte that is not part of valid UTF-8 is one character of its own: U+FFFD.
char32_t next_character(std::string_view text, std::size_t& offset);

// Adds a character as UTF-8; what is none, as U+FFFD.
void append_character(std::string& text, char32_t character);

// Length in characters, counted as next_character does.
std::size_t length_in_characters(std::string_view text);

// What would break a line, move a terminal's cursor or turn the direction of a text: control characters, line ends,
// marks of direction.
bool is_harmful(char32_t character);

// A text as it can be shown on one line: line ends and tabs as blanks, anything else that is harmful as U+FFFD. Cut to
// `most` characters, with "…" where it is cut.
std::string on_one_line(std::string_view text, std::size_t most = std::string_view::npos);

std::string_view raised_digit(char digit);                               // '1' as "¹".
inline constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }  // Of ASCII.
std::string in_lower_case(std::string_view text);                        // Letters of ASCII only.
std::string_view trim(std::string_view text);                            // Spaces, tabs and line ends.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

// Escapes & < > " ' for HTML text and quoted attributes; control characters that HTML forbids
// become U+FFFD.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);

// A path or fragment as it is written in a link: blanks, quotes, letters beyond ASCII and also '%', '?' and '#' as
// "%20". `also_kept`: further characters that stay, for a text that is an address already.
std::string percent_encode(std::string_view path, std::string_view also_kept = "");

// The other way: "%20" becomes a space; a '%' that begins no such code stays. What would not be UTF-8 stays as it is.
std::string percent_decode(std::string_view text);

}  // namespace stoplicht

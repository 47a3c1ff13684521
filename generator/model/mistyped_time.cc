#include "model/mistyped_time.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/next_period.h"

namespace stoplicht {
namespace {

constexpr std::size_t digits_of_year = 4;
constexpr std::size_t digits_of_month = 2;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Its numbers and its words, in order; what stands between them is a separator, whatever it is.
struct Pieces {
  std::vector<std::string> numbers, words;
};

Pieces pieces_of(std::string_view id) {
  const std::string text = in_lower_case(id);
  Pieces out;
  for (std::size_t at = 0; at < text.size();) {
    const bool digits = is_digit(text[at]);
    if (!digits && !is_small_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (digits ? is_digit(text[end]) : is_small_letter(text[end]))) ++end;
    (digits ? out.numbers : out.words).push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

bool is_one_of(const std::string& word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "h" for a half-year, "q" for a quarter, "" for neither: as people write them, in Dutch and in English.
std::string_view part_named(const std::string& word) {
  constexpr std::array<std::string_view, 5> halves{"h", "hj", "halfjaar", "helft", "half"};
  constexpr std::array<std::string_view, 5> quarters{"q", "k", "kw", "kwartaal", "quarter"};
  if (is_one_of(word, halves)) return "h";
  return is_one_of(word, quarters) ? "q" : "";
}

std::string existing_time(const std::string& id) { return time_of(id) ? id : ""; }

// What a year and one more number, or none, are with the mark of a part of the year.
std::string time_with(const std::string& year, std::string number, std::string_view part) {
  if (number.empty()) return part.empty() ? existing_time(year) : "";
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  if (part.empty() && number.size() < digits_of_month) number.insert(0, 1, '0');
  return existing_time(year + "-" + std::string(part) + number);
}

}  // namespace

std::string time_meant_by(std::string_view id) {
  if (time_of(id)) return "";
  auto [numbers, words] = pieces_of(id);
  std::string_view part;
  for (const std::string& word : words) {
    constexpr std::array<std::string_view, 3> endings{"e", "ste", "de"};  // "1e", "2de".
    if (is_one_of(word, endings)) continue;
    if (!part.empty() || part_named(word).empty()) return "";
    part = part_named(word);
  }
  // "202507".
  if (numbers.size() == 1 && numbers[0].size() == digits_of_year + digits_of_month)
    numbers = {numbers[0].substr(0, digits_of_year), numbers[0].substr(digits_of_year)};
  if (numbers.empty() || numbers.size() > 2) return "";
  if (numbers[0].size() != digits_of_year) std::swap(numbers.front(), numbers.back());
  if (numbers[0].size() != digits_of_year) return "";
  return time_with(numbers[0], numbers.size() == 2 ? numbers[1] : "", part);
}

}  // namespace stoplicht

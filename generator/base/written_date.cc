#include "base/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::array<std::string_view, 12> dutch_months{"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> english_months{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

constexpr std::array<std::string_view, 4> dutch_ordinals{"eerste", "tweede", "derde", "vierde"};
constexpr std::array<std::string_view, 4> english_ordinals{"first", "second", "third", "fourth"};

// The number that a word is, without the signs around it; 0: none.
int number_of(std::string_view word) {
  while (!word.empty() && std::string_view(",.;()").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  while (word.starts_with('(')) word.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} && end == word.data() + word.size() && word.size() <= 4 ? value : 0;
}

std::optional<Date> day_of(int year, int month, int day) {
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  if (year < 1900 || month < 1 || month > 12 || day < 1) return std::nullopt;
  return parse_date(to_iso(date));  // Only a day that there is.
}

// "18-10-2023", "1/2/2024", "2024.04.18"
std::optional<Date> day_in_digits(std::string_view word) {
  for (const char sign : {'-', '/', '.'}) {
    const std::vector<std::string_view> parts = split(word, sign);
    if (parts.size() != 3) continue;
    if (const auto date = day_of(number_of(parts[2]), number_of(parts[1]), number_of(parts[0]))) return date;
    if (const auto date = day_of(number_of(parts[0]), number_of(parts[1]), number_of(parts[2]))) return date;
  }
  return std::nullopt;
}

// "18 oktober 2023", "October 18, 2023"
std::optional<Date> day_in_words(std::string_view first, std::string_view second, std::string_view year) {
  if (const int month = month_of(second); month != 0)
    if (const auto date = day_of(number_of(year), month, number_of(first))) return date;
  if (const int month = month_of(first); month != 0) return day_of(number_of(year), month, number_of(second));
  return std::nullopt;
}

// "2", "2e", "2de", "tweede", "2nd"; 0: none of the four.
int ordinal_of(const std::string& word) {
  for (const auto& ordinals : {dutch_ordinals, english_ordinals})
    for (std::size_t i = 0; i < ordinals.size(); ++i)
      if (ordinals[i] == word) return static_cast<int>(i) + 1;
  if (word.empty() || word[0] < '1' || word[0] > '4') return 0;
  const std::string ending = word.substr(1);
  for (const char* each : {"", "e", "de", "ste", "st", "nd", "rd", "th"})
    if (ending == each) return word[0] - '0';
  return 0;
}

// "Q2 2025", "kwartaal 2 2025", "2e kwartaal 2025", "tweede kwartaal van 2025"
std::optional<Date> quarter_in_words(const std::vector<std::string_view>& said) {
  std::vector<std::string> words;
  for (const std::string_view each : said) {
    words.push_back(in_lower_case(each));
    if (words.back() == "van" || words.back() == "of") words.pop_back();
  }
  const auto is_quarter = [&](std::size_t i) { return words[i] == "kwartaal" || words[i] == "quarter"; };
  int quarter = 0;
  if (words.size() == 2 && words[0].size() == 2 && words[0][0] == 'q') quarter = ordinal_of(words[0].substr(1));
  if (words.size() == 3 && is_quarter(0)) quarter = ordinal_of(words[1]);
  if (words.size() == 3 && is_quarter(1)) quarter = ordinal_of(words[0]);
  if (quarter == 0) return std::nullopt;
  return parse_date(to_iso(Date{number_of(words.back()), quarter, 0, 0}));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view each : split(text, ' '))
    if (!trim(each).empty()) words.push_back(trim(each));
  return words;
}

}  // namespace

int month_of(std::string_view word) {
  while (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
  const std::string name = in_lower_case(word);
  if (name.size() < 3) return 0;
  if (name == "mrt") return 3;
  for (const auto& months : {dutch_months, english_months})
    for (std::size_t i = 0; i < months.size(); ++i)
      if (months[i] == name || (name.size() <= 4 && months[i].starts_with(name))) return static_cast<int>(i) + 1;
  return 0;
}

std::optional<Date> find_written_date(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string_view{}; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto date = day_in_words(word(i), word(i + 1), word(i + 2))) return date;
    if (const auto date = day_in_digits(word(i))) return date;
  }
  return std::nullopt;
}

std::optional<Date> parse_written_date(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (const auto quarter = quarter_in_words(words)) return quarter;
  if (words.size() == 3) return day_in_words(words[0], words[1], words[2]);
  if (words.size() == 2) {
    const int month = month_of(words[0]);
    const int year = number_of(words[1]);
    return month != 0 && year >= 1900 ? parse_date(to_iso(Date{year, 0, month, 0})) : std::nullopt;
  }
  if (words.size() != 1) return std::nullopt;
  if (const auto day = day_in_digits(words[0])) return day;
  std::string said(words[0]);
  if (said.size() == 7 && said[5] == 'q') said[5] = 'Q';
  return parse_date(said);
}

}  // namespace stoplicht

#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"

namespace stoplicht {

// Numbers, dates, sorting and addresses as a language writes them (ICU inside). Never reads the
// machine's own locale or time zone. All const members may be called from several threads.
class Locale {
 public:
  // "nl" or "en"; anything else is a bug of the caller.
  explicit Locale(std::string_view language);
  ~Locale();
  Locale(Locale&&) noexcept;
  Locale& operator=(Locale&&) noexcept;

  const std::string& language() const;

  // 21 februari 2020 · februari 2020 · vierde kwartaal van 2020 · 2020
  std::string date(const Date& date) const;

  // 2.000 · 6,5 · -3. Rounds half up to at most `decimals`, without trailing zeros.
  std::string number(double value, int decimals = 2) const;

  // € 41.400 with a no-break space (Dutch) or €41,400 (English); negative: € -41.400 or -€41,400.
  std::string euros(std::int64_t value) const;

  // € 5,6 miljoen · € 1,2 miljard: at most one decimal; below a million as euros() writes it.
  std::string euros_rounded(std::int64_t value) const;

  // 6,5 % with a no-break space (Dutch) or 6.5% (English). 6.5 means 6.5 percent.
  std::string percent(double value, int decimals = 1) const;

  // Less than, equal to, or greater than 0: alphabetical order with numbers by value
  // ("2" before "10") and case and accents last. 0 only when both are the same text.
  int compare(std::string_view a, std::string_view b) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A lower-case ASCII name fit for an address: "Coördinatie & GGZ" gives "coordinatie-ggz".
// Apostrophes leave no hyphen ("foto's" gives "fotos"). Empty when nothing of the text can be kept.
std::string slug(std::string_view text);

// What words are made of, in any script: letters, the marks on them, and digits.
bool is_word_character(char32_t character);
bool is_capital(char32_t character);

// For finding words whatever their case: "Één" and "één" fold to the same. One character stays one.
char32_t fold_case(char32_t character);
std::string fold_case(std::string_view text);

// For searching: adds the compatibility decomposition of a character in lower case, without combining marks: "É" gives
// "e", "ﬁ" gives "fi"; a mark gives nothing. JavaScript's normalize('NFKD') and toLowerCase() do the same by character.
void append_search_fold(char32_t character, std::u32string& out);

}  // namespace stoplicht

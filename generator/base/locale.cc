#include "base/locale.h"

#include <unicode/dtfmtsym.h>
#include <unicode/normalizer2.h>
#include <unicode/numberformatter.h>
#include <unicode/tblcoll.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <array>
#include <cassert>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::uint64_t million = 1'000'000;
constexpr std::size_t prepared_decimals = 7;  // 0 to 6.

// What ICU does not have, or has in a form that reads as an abbreviation ("4e kwartaal", "mln.").
struct Words {
  std::string_view tag;
  std::array<std::string_view, 4> quarters;
  std::string_view quarter_of;
  std::string_view millions;
  std::string_view billions;
  std::string_view before_percent_sign;
};

constexpr Words dutch{"nl-NL",       {"eerste", "tweede", "derde", "vierde"}, " kwartaal van ", " miljoen", " miljard",
                      no_break_space};
constexpr Words english{"en-GB", {"first", "second", "third", "fourth"}, " quarter of ", " million", " billion", ""};

void require_success(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot be used: ") + u_errorName(status));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Locale icu_locale(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(tag.data(), static_cast<std::int32_t>(tag.size()));
  const icu::Locale locale = icu::Locale::forLanguageTag(piece, status);
  require_success(status);
  return locale;
}

icu::number::LocalizedNumberFormatter number_formatter(const icu::Locale& locale, int decimals) {
  // The sign display keeps -0.001 from being written as "-0".
  return icu::number::NumberFormatter::withLocale(locale)
      .roundingMode(UNUM_ROUND_HALFUP)
      .sign(UNUM_SIGN_NEGATIVE)
      .precision(icu::number::Precision::maxFraction(decimals));
}

// For amounts in units of 10^power euros.
icu::number::LocalizedNumberFormatter euro_formatter(const icu::Locale& locale, int power) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::CurrencyUnit euro(u"EUR", status);
  require_success(status);
  return number_formatter(locale, power == 0 ? 0 : 1).unit(euro).scale(icu::number::Scale::powerOfTen(-power));
}

std::string written(const icu::number::FormattedNumber& number, UErrorCode status) {
  const icu::UnicodeString text = number.toString(status);
  require_success(status);
  return to_utf8(text);
}

std::string write(const icu::number::LocalizedNumberFormatter& formatter, double value) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber number = formatter.formatDouble(value, status);
  return written(number, status);
}

std::string write(const icu::number::LocalizedNumberFormatter& formatter, std::int64_t value) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber number = formatter.formatInt(value, status);
  return written(number, status);
}

std::array<std::string, 12> month_names(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, status);
  require_success(status);
  std::int32_t count = 0;
  const icu::UnicodeString* months = symbols.getMonths(count);
  std::array<std::string, 12> names;
  if (count < static_cast<std::int32_t>(names.size())) throw std::runtime_error("ICU has no names of months");
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = to_utf8(months[i]);
  return names;
}

std::unique_ptr<icu::Collator> make_collator(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  require_success(status);
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  require_success(status);
  return collator;
}

}  // namespace

// Everything here is made once and then only read: ICU's formatters and collators may be used by
// several threads as long as nobody changes them. Date formatters are left out on purpose, because
// they load time zones, which costs ten times as much as all of this and looks at TZ.
struct Locale::Impl {
  Impl(std::string_view name, const Words& its_words)
      : language(name),
        words(its_words),
        locale(icu_locale(words.tag)),
        months(month_names(locale)),
        euros(euro_formatter(locale, 0)),
        euro_millions(euro_formatter(locale, 6)),
        euro_billions(euro_formatter(locale, 9)),
        collator(make_collator(locale)) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = number_formatter(locale, static_cast<int>(i));
  }

  std::string language;
  const Words& words;
  icu::Locale locale;
  std::array<std::string, 12> months;
  std::array<icu::number::LocalizedNumberFormatter, prepared_decimals> numbers;  // By decimals.
  icu::number::LocalizedNumberFormatter euros;
  icu::number::LocalizedNumberFormatter euro_millions;
  icu::number::LocalizedNumberFormatter euro_billions;
  std::unique_ptr<icu::Collator> collator;
};

Locale::Locale(std::string_view language) {
  assert(language == "nl" || language == "en");
  impl_ = std::make_unique<Impl>(language, language == "en" ? english : dutch);
}

Locale::~Locale() = default;
Locale::Locale(Locale&&) noexcept = default;
Locale& Locale::operator=(Locale&&) noexcept = default;

const std::string& Locale::language() const { return impl_->language; }

std::string Locale::date(const Date& date) const {
  const std::string year = std::to_string(date.year);
  if (date.quarter != 0) {
    const std::string_view quarter = impl_->words.quarters.at(static_cast<std::size_t>(date.quarter - 1));
    return std::string(quarter) + std::string(impl_->words.quarter_of) + year;
  }
  if (date.month == 0) return year;
  const std::string month = impl_->months.at(static_cast<std::size_t>(date.month - 1)) + " " + year;
  return date.day == 0 ? month : std::to_string(date.day) + " " + month;
}

std::string Locale::number(double value, int decimals) const {
  assert(decimals >= 0);
  const std::size_t index = static_cast<std::size_t>(decimals);
  if (index < impl_->numbers.size()) return write(impl_->numbers[index], value);
  return write(number_formatter(impl_->locale, decimals), value);
}

std::string Locale::euros(std::int64_t value) const { return write(impl_->euros, value); }

std::string Locale::euros_rounded(std::int64_t value) const {
  const std::uint64_t as_unsigned = static_cast<std::uint64_t>(value);
  const std::uint64_t amount = value < 0 ? 0 - as_unsigned : as_unsigned;
  if (amount < million) return euros(value);
  // What rounds to 1,000 million is a billion.
  const bool billions = amount >= 1000 * million - million / 20;
  std::string text = write(billions ? impl_->euro_billions : impl_->euro_millions, value);
  return text += billions ? impl_->words.billions : impl_->words.millions;
}

std::string Locale::percent(double value, int decimals) const {
  return number(value, decimals) + std::string(impl_->words.before_percent_sign) + "%";
}

int Locale::compare(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece_a(a.data(), static_cast<std::int32_t>(a.size()));
  const icu::StringPiece piece_b(b.data(), static_cast<std::int32_t>(b.size()));
  const UCollationResult order = impl_->collator->compareUTF8(piece_a, piece_b, status);
  if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS ? -1 : 1;
  // Texts that sort alike without being the same ("2" and "02") still need one order everywhere.
  return a == b ? 0 : a < b ? -1 : 1;
}

namespace {

// Builds a slug character by character; a run of what cannot be kept is one hyphen.
class SlugBuilder {
 public:
  void add(char32_t c) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (!lower && !upper && !digit) {
      gap_ = true;
      return;
    }
    if (gap_ && !slug_.empty()) slug_ += '-';
    gap_ = false;
    slug_ += static_cast<char>(upper ? c + ('a' - 'A') : c);
  }

  std::string take() { return std::move(slug_); }

 private:
  std::string slug_;
  bool gap_ = false;
};

// Characters within a word that leave no hyphen: "foto's" gives "fotos".
bool is_silent(UChar32 c) {
  if (c == '\'' || c == 0x2018 || c == 0x2019) return true;
  return (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK | U_GC_LM_MASK)) != 0;
}

std::string slug_of_ascii(std::string_view text) {
  SlugBuilder builder;
  for (const char c : text) {
    if (c != '\'') builder.add(static_cast<unsigned char>(c));
  }
  return builder.take();
}

std::string slug_of(const icu::UnicodeString& text) {
  SlugBuilder builder;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!is_silent(c)) builder.add(static_cast<char32_t>(c));
  }
  return builder.take();
}

// Whether a slug loses nothing that a transliteration would keep.
bool is_plain_once_decomposed(const icu::UnicodeString& text) {
  constexpr std::uint32_t punctuation = U_GC_P_MASK | U_GC_Z_MASK | U_GC_SC_MASK | U_GC_CC_MASK;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool plain = c < 0x80 || is_silent(c) || (U_GET_GC_MASK(c) & punctuation) != 0;
    if (!plain) return false;
  }
  return true;
}

// Loading the rules takes milliseconds: only for the rare text that needs them (ø, ß, Cyrillic).
void transliterate(icu::UnicodeString& text) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  static const std::unique_ptr<icu::Transliterator> to_ascii = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    require_success(status);
    return made;
  }();
  to_ascii->transliterate(text);
}

}  // namespace

std::string slug(std::string_view text) {
  bool ascii = true;
  for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) return slug_of_ascii(text);

  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposition = icu::Normalizer2::getNFDInstance(status);
  require_success(status);
  icu::UnicodeString whole = from_utf8(text);
  const icu::UnicodeString decomposed = decomposition->normalize(whole, status);
  require_success(status);
  if (is_plain_once_decomposed(decomposed)) return slug_of(decomposed);
  transliterate(whole);
  return slug_of(whole);
}

bool is_word_character(char32_t character) {
  constexpr std::uint32_t wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & wanted) != 0;
}

bool is_capital(char32_t character) { return u_isUUppercase(static_cast<UChar32>(character)) != 0; }

char32_t fold_case(char32_t character) {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(character), U_FOLD_CASE_DEFAULT));
}

std::string fold_case(std::string_view text) {
  icu::UnicodeString out;
  for (std::size_t i = 0; i < text.size();) out.append(static_cast<UChar32>(fold_case(next_character(text, i))));
  return to_utf8(out);
}

void append_search_fold(char32_t character, std::u32string& out) {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const found = icu::Normalizer2::getNFKDInstance(status);
    require_success(status);
    return found;
  }();
  const auto add = [&](UChar32 c) {
    const bool is_mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
                         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
    if (!is_mark) out += static_cast<char32_t>(u_tolower(c));
  };
  icu::UnicodeString decomposed;
  if (!normalizer->getDecomposition(static_cast<UChar32>(character), decomposed)) {
    add(static_cast<UChar32>(character));
    return;
  }
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) add(decomposed.char32At(i));
}

}  // namespace stoplicht

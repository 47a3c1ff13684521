#include "base/locale.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <limits>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace stoplicht;

namespace {

const Locale nl("nl");
const Locale en("en");

std::string date(const Locale& locale, std::string_view text) {
  const std::optional<Date> parsed = parse_date(text);
  REQUIRE(parsed);
  return locale.date(*parsed);
}

}  // namespace

TEST_CASE("locale: Dutch dates are as precise as they are known") {
  CHECK(date(nl, "2020-02-21") == "21 februari 2020");
  CHECK(date(nl, "2020-03-01") == "1 maart 2020");
  CHECK(date(nl, "2020-02") == "februari 2020");
  CHECK(date(nl, "2020-Q1") == "eerste kwartaal van 2020");
  CHECK(date(nl, "2020-Q2") == "tweede kwartaal van 2020");
  CHECK(date(nl, "2020-Q3") == "derde kwartaal van 2020");
  CHECK(date(nl, "2020-Q4") == "vierde kwartaal van 2020");
  CHECK(date(nl, "2020") == "2020");
}

TEST_CASE("locale: English dates are as precise as they are known") {
  CHECK(date(en, "2020-02-21") == "21 February 2020");
  CHECK(date(en, "2020-02") == "February 2020");
  CHECK(date(en, "2020-Q1") == "first quarter of 2020");
  CHECK(date(en, "2020-Q4") == "fourth quarter of 2020");
  CHECK(date(en, "2020") == "2020");
}

TEST_CASE("locale: every month has its Dutch name") {
  std::string months;
  for (int month = 1; month <= 12; ++month) months += nl.date({2020, 0, month, 0}) + " ";
  CHECK(months ==
        "januari 2020 februari 2020 maart 2020 april 2020 mei 2020 juni 2020 juli 2020 augustus 2020 "
        "september 2020 oktober 2020 november 2020 december 2020 ");
}

TEST_CASE("locale: numbers have the language's own separators") {
  CHECK(nl.number(2000) == "2.000");
  CHECK(nl.number(1234567.89) == "1.234.567,89");
  CHECK(nl.number(6.5) == "6,5");
  CHECK(nl.number(0) == "0");
  CHECK(nl.number(-3) == "-3");
  CHECK(nl.number(-2000.5) == "-2.000,5");
  CHECK(en.number(2000) == "2,000");
  CHECK(en.number(6.5) == "6.5");
}

TEST_CASE("locale: numbers are rounded half up, without trailing zeros") {
  CHECK(nl.number(0.5, 0) == "1");
  CHECK(nl.number(2.5, 0) == "3");
  CHECK(nl.number(-2.5, 0) == "-3");
  CHECK(nl.number(2.45, 1) == "2,5");
  CHECK(nl.number(1.005) == "1,01");
  CHECK(nl.number(2.999) == "3");
  CHECK(nl.number(2.10) == "2,1");
  CHECK(nl.number(0.125, 6) == "0,125");
  CHECK(nl.number(0.123456785, 8) == "0,12345679");
}

TEST_CASE("locale: what rounds to nothing has no sign") {
  CHECK(nl.number(-0.001) == "0");
  CHECK(nl.number(-0.0) == "0");
  CHECK(nl.percent(-0.04) == "0\u00A0%");
}

TEST_CASE("locale: amounts are whole euros") {
  CHECK(nl.euros(41400) == "€\u00A041.400");
  CHECK(nl.euros(0) == "€\u00A00");
  CHECK(nl.euros(999) == "€\u00A0999");
  CHECK(nl.euros(5600000) == "€\u00A05.600.000");
  CHECK(nl.euros(-41400) == "€\u00A0-41.400");
  CHECK(en.euros(41400) == "€41,400");
  CHECK(en.euros(-41400) == "-€41,400");
  CHECK(nl.euros(std::numeric_limits<std::int64_t>::max()) == "€\u00A09.223.372.036.854.775.807");
}

TEST_CASE("locale: only amounts from a million on are rounded") {
  CHECK(nl.euros_rounded(41400) == "€\u00A041.400");
  CHECK(nl.euros_rounded(999999) == "€\u00A0999.999");
  CHECK(nl.euros_rounded(1000000) == "€\u00A01 miljoen");
  CHECK(nl.euros_rounded(5600000) == "€\u00A05,6 miljoen");
  CHECK(nl.euros_rounded(5649999) == "€\u00A05,6 miljoen");
  CHECK(nl.euros_rounded(5650000) == "€\u00A05,7 miljoen");
  CHECK(nl.euros_rounded(-5650000) == "€\u00A0-5,7 miljoen");
  CHECK(nl.euros_rounded(123456789) == "€\u00A0123,5 miljoen");
  CHECK(en.euros_rounded(5600000) == "€5.6 million");
  CHECK(en.euros_rounded(-5600000) == "-€5.6 million");
}

TEST_CASE("locale: what rounds to a thousand million is a billion") {
  CHECK(nl.euros_rounded(999949999) == "€\u00A0999,9 miljoen");
  CHECK(nl.euros_rounded(999950000) == "€\u00A01 miljard");
  CHECK(nl.euros_rounded(1250000000) == "€\u00A01,3 miljard");
  CHECK(en.euros_rounded(1250000000) == "€1.3 billion");
  CHECK(nl.euros_rounded(std::numeric_limits<std::int64_t>::min()) == "€\u00A0-9.223.372.036,9 miljard");
}

TEST_CASE("locale: a percentage is a number of hundredths") {
  CHECK(nl.percent(6.5) == "6,5\u00A0%");
  CHECK(nl.percent(86) == "86\u00A0%");
  CHECK(nl.percent(86.04) == "86\u00A0%");
  CHECK(nl.percent(-1.25) == "-1,3\u00A0%");
  CHECK(nl.percent(6.54, 2) == "6,54\u00A0%");
  CHECK(en.percent(6.5) == "6.5%");
}

TEST_CASE("locale: sorting goes by letters and by the value of numbers, then by accents and case") {
  std::vector<std::string> names{"WaW 10", "wijk", "Één",  "PoW 7", "een",   "WaW 2",
                                 "Zorg",   "één",  "Wijk", "ij",    "aan 2", "aan 02"};
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return nl.compare(a, b) < 0; });
  CHECK(names == std::vector<std::string>{"aan 02", "aan 2", "een", "één", "Één", "ij", "PoW 7", "WaW 2", "WaW 10",
                                          "wijk", "Wijk", "Zorg"});
}

TEST_CASE("locale: only the same text compares as equal") {
  CHECK(nl.compare("een", "een") == 0);
  CHECK(nl.compare("", "") == 0);
  CHECK(nl.compare("a", "b") < 0);
  CHECK(nl.compare("b", "a") > 0);
  CHECK(nl.compare("2", "02") != 0);
  CHECK(nl.compare("2", "02") == -nl.compare("02", "2"));
  CHECK(nl.compare("a\xFF", "a\xFF") == 0);
}

TEST_CASE("locale: the machine's own language and time zone do not matter") {
  setenv("LANG", "tr_TR.UTF-8", 1);
  setenv("LC_ALL", "ar_EG.UTF-8", 1);
  setenv("TZ", "Pacific/Kiritimati", 1);
  const Locale fresh("nl");
  CHECK(fresh.date({2020, 0, 2, 21}) == "21 februari 2020");
  CHECK(fresh.number(1234.5) == "1.234,5");
  CHECK(fresh.euros_rounded(5600000) == "€\u00A05,6 miljoen");
  CHECK(fresh.compare("I", "ı") == nl.compare("I", "ı"));
  CHECK(slug("INITIATIEF Øresund") == "initiatief-oresund");
  unsetenv("LANG");
  unsetenv("LC_ALL");
  unsetenv("TZ");
}

TEST_CASE("locale: it knows its language, also after a move") {
  CHECK(nl.language() == "nl");
  Locale first("en");
  const Locale second = std::move(first);
  CHECK(second.language() == "en");
  CHECK(second.number(1.5) == "1.5");
}

TEST_CASE("locale: several threads may use one") {
  const Locale shared("nl");
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&] {
        for (int i = 0; i < 300; ++i) {
          const bool right = shared.number(1234.5) == "1.234,5" && shared.number(0.123456785, 8) == "0,12345679" &&
                             shared.date({2020, 0, 2, 21}) == "21 februari 2020" &&
                             shared.euros(-41400) == "€\u00A0-41.400" &&
                             shared.euros_rounded(5650000) == "€\u00A05,7 miljoen" &&
                             shared.percent(6.5) == "6,5\u00A0%" && shared.compare("WaW 2", "WaW 10") < 0 &&
                             slug("Coördinatie & GGZ") == "coordinatie-ggz" && slug("Smørrebrød") == "smorrebrod";
          if (!right) ++wrong;
        }
      });
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("slug: a heading becomes a lower-case ASCII name") {
  CHECK(slug("Coördinatie & GGZ") == "coordinatie-ggz");
  CHECK(slug("Hoe staat de economie ervoor?") == "hoe-staat-de-economie-ervoor");
  CHECK(slug("T20-27") == "t20-27");
  CHECK(slug("  -- A  --  b_c/d.e -- ") == "a-b-c-d-e");
  CHECK(slug("ÉÉN ï ü ç ñ Ÿ") == "een-i-u-c-n-y");
  CHECK(slug("e\u0301e\u0301n") == "een");
}

TEST_CASE("slug: apostrophes, accents and invisible characters leave no hyphen") {
  CHECK(slug("Foto's") == "fotos");
  CHECK(slug("Programma’s ’s-Hertogenbosch") == "programmas-s-hertogenbosch");
  CHECK(slug("samen\u00ADwerking\u200B") == "samenwerking");
}

TEST_CASE("slug: other punctuation, no-break spaces and symbols are one hyphen") {
  CHECK(slug("“Werk” – zorg…en €\u00A05,6 miljoen") == "werk-zorg-en-5-6-miljoen");
}

TEST_CASE("slug: letters that have no accent to lose are transliterated") {
  CHECK(slug("Ærø, Straße & Łódź") == "aero-strasse-lodz");
  CHECK(slug("Ĳsselmeer ĳs") == "ijsselmeer-ijs");
  CHECK(slug("Привет мир") == "privet-mir");
  CHECK(slug("Ελλάδα") == "ellada");
}

TEST_CASE("slug: empty when nothing can be kept") {
  CHECK(slug("") == "");
  CHECK(slug(" & ") == "");
  CHECK(slug("€ … 😀") == "");
  CHECK(slug("\xFF\xFE") == "");
}

TEST_CASE("words: made of letters, marks and digits of any script, not of signs") {
  for (const char32_t c : U"aZé\u0301ß9Жλ٣")
    if (c != 0) CHECK(is_word_character(c));
  for (const char32_t c : U"-’' .€_\u00A0😀\uE000")
    if (c != 0) CHECK_FALSE(is_word_character(c));
}

TEST_CASE("words: capitals, and case that is folded character by character") {
  CHECK(is_capital(U'W'));
  CHECK(is_capital(U'É'));
  CHECK_FALSE(is_capital(U'w'));
  CHECK_FALSE(is_capital(U'1'));
  CHECK(fold_case("Één WW Straße ΣΑΣ") == "één ww straße σασ");
  CHECK(fold_case("") == "");
}

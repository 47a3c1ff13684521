#include "model/numbers_in_text.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

namespace stoplicht::test {
namespace {

// "€ 41.400,-" = 41400 euro; …
std::string numbers(std::string_view text, std::string_view language = "nl") {
  std::string out;
  for (const NumberInText& each : numbers_in_text(text, language)) {
    char value[32];
    std::snprintf(value, sizeof value, "%.10g", each.value);
    const char* const unit = each.unit == Unit::euro ? " euro" : each.unit == Unit::percent ? " percent" : "";
    out += (out.empty() ? "" : "; ") + std::string(text.substr(each.where.offset, each.where.length)) + " = " + value +
           unit + (each.may_be_year ? " or a year" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("numbers in text: Dutch ways of writing them") {
  CHECK(numbers("aan 430 inwoners") == "430 = 430");
  CHECK(numbers("1.250 banen en 12.345.678 uren") == "1.250 = 1250; 12.345.678 = 12345678");
  CHECK(numbers("€ 41.400 of €\u00a041.400,- of €41.400") ==
        "€ 41.400 = 41400 euro; €\u00a041.400,- = 41400 euro; €41.400 = 41400 euro");
  CHECK(numbers("€ 5,6 miljoen, 2 mln. euro en € 3 ton") ==
        "€ 5,6 miljoen = 5600000 euro; 2 mln. euro = 2000000 euro; € 3 = 3 euro");
  CHECK(numbers("12,5%, 86 % en 24 procent") == "12,5% = 12.5 percent; 86 % = 86 percent; 24 procent = 24 percent");
  CHECK(numbers("41.400 euro.") == "41.400 euro = 41400 euro");
  CHECK(numbers("in 2020 en 2000 trajecten") == "2020 = 2020 or a year; 2000 = 2000 or a year");
  CHECK(numbers("(430), 500; 60.") == "430 = 430; 500 = 500; 60 = 60");
}

TEST_CASE("numbers in text: English ways of writing them") {
  CHECK(numbers("1,250 jobs, €5.6 million and 12.5%", "en") ==
        "1,250 = 1250; €5.6 million = 5600000 euro; 12.5% = 12.5 percent");
}

TEST_CASE("numbers in text: a number that begins with 0 has no groups") {
  CHECK(numbers("0.125 en 0,125") == "0,125 = 0.125");
  CHECK(numbers("0,125 and 0.125", "en") == "0.125 = 0.125");
}

TEST_CASE("numbers in text: what is a part of something else is none") {
  CHECK(numbers("op 18 oktober") == "");
  CHECK(numbers("8-9-2020 om 10:30, T20-27, GGZ2") == "");
  CHECK(numbers("1217 XS, artikel 12, bijlage 2, 12-jarigen, 1e, 12–15, postbus 9900") == "");
  CHECK(numbers("(035) 06 en 1.25.30") == "");
  CHECK(numbers("October 18, 2023", "en") == "2023 = 2023 or a year");
}

TEST_CASE("numbers in text: only running text counts") {
  CHECK(only_running_text("a [b 1](c2.png) d") == "a [b 1          d");
  CHECK(only_running_text("T20-27[^1] en `12`\n[^1]: 5") == "T20-27     en     \n    : 5");
  CHECK(only_running_text("{{ figure.krimp }} is 6 [vul in: 7]") == "                   is 6            ");
  CHECK(only_running_text("1. een 2\n## 3 kop 4\n## 430 mensen\n12\\. x") ==
        "   een 2\n##   kop 4\n## 430 mensen\n     x");
  CHECK(only_running_text("<https://x.nl/430> en \\[430\\]") == "                   en \\[430\\]");
}

}  // namespace stoplicht::test

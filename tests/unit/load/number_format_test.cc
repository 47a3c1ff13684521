#include "load/number_format.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("number format: codes that programs write") {
  for (const char* code :
       {"General", "0", "#,##0.00", "\"€\" #,##0", "0 \"dagen\"", "[Red]-0;0", "0.00E+00", "\\d0", "_-* #,##0_-"})
    CHECK(number_format_of(code) == NumberFormat::number);
  for (const char* code : {"0%", "0.0%", "[Red]0,0 %"}) CHECK(number_format_of(code) == NumberFormat::percentage);
  for (const char* code : {"d-m-yyyy", "[$-413]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "h:mm", "[h]:mm", "\"op\" d/m"})
    CHECK(number_format_of(code) == NumberFormat::date);
  CHECK(number_format_of("\"niet gesloten") == NumberFormat::number);
  CHECK(number_format_of("[") == NumberFormat::number);
}

TEST_CASE("number format: those that are known by number") {
  CHECK(built_in_number_format(0) == NumberFormat::number);
  CHECK(built_in_number_format(9) == NumberFormat::percentage);
  CHECK(built_in_number_format(10) == NumberFormat::percentage);
  CHECK(built_in_number_format(14) == NumberFormat::date);
  CHECK(built_in_number_format(47) == NumberFormat::date);
  CHECK(built_in_number_format(49) == NumberFormat::number);
}

TEST_CASE("number format: days from 1900, with the day that never was, and from 1904") {
  CHECK(date_of_serial(1, false) == Date{1900, 0, 1, 1});
  CHECK(date_of_serial(59, false) == Date{1900, 0, 2, 28});
  CHECK_FALSE(date_of_serial(60, false));
  CHECK(date_of_serial(61, false) == Date{1900, 0, 3, 1});
  CHECK(date_of_serial(45838.99, false) == Date{2025, 0, 6, 30});
  CHECK(date_of_serial(0, true) == Date{1904, 0, 1, 1});
  CHECK(date_of_serial(44376, true) == Date{2025, 0, 6, 30});
  CHECK_FALSE(date_of_serial(-1, false));
  CHECK_FALSE(date_of_serial(1e300, false));
}

#include "base/date.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace stoplicht;

namespace {

Date date(std::string_view text) {
  const std::optional<Date> parsed = parse_date(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("date: a day, a month, a quarter and a year are read") {
  CHECK(parse_date("2024-04-18") == Date{2024, 0, 4, 18});
  CHECK(parse_date("2024-04") == Date{2024, 0, 4, 0});
  CHECK(parse_date("2024-Q2") == Date{2024, 2, 0, 0});
  CHECK(parse_date("2024") == Date{2024, 0, 0, 0});
  CHECK(date("2024-04-18").is_day());
  CHECK_FALSE(date("2024-04").is_day());
}

TEST_CASE("date: 31 April is not a date") {
  CHECK(parse_date("2024-04-30"));
  CHECK_FALSE(parse_date("2024-04-31"));
  CHECK_FALSE(parse_date("2024-01-32"));
  CHECK_FALSE(parse_date("2024-01-00"));
}

TEST_CASE("date: 29 February exists in leap years only") {
  CHECK(parse_date("2020-02-29"));
  CHECK(parse_date("2000-02-29"));
  CHECK_FALSE(parse_date("2021-02-29"));
  CHECK_FALSE(parse_date("1900-02-29"));
  CHECK_FALSE(parse_date("2100-02-29"));
  CHECK_FALSE(parse_date("2020-02-30"));
}

TEST_CASE("date: months, quarters and years out of range are not dates") {
  for (const char* text : {"2024-13", "2024-00", "2024-Q0", "2024-Q5", "1899", "2200", "0000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
  CHECK(parse_date("1900"));
  CHECK(parse_date("2199-12-31"));
}

TEST_CASE("date: other forms are not dates") {
  for (const char* text :
       {"",         "24",         "2024-",      "2024-4",     "2024-4-1",    "2024-q2", "2024Q2", "2024-Q",
        "2024-Q22", "2024/04",    "2024-04-1",  "2024-04/18", "18-04-2024",  " 2024",   "2024 ",  "+024",
        "2024-0a",  "2024-04-1x", "2024-Q2-01", "20240418",   "2024-04-18T", "２０"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("date: what is read is written the same") {
  for (const char* text : {"2024-04-18", "2024-12-01", "2024-04", "2024-11", "2024-Q2", "2024"}) {
    CHECK(to_iso(date(text)) == text);
  }
}

TEST_CASE("date: the first and the last day that a date can mean") {
  CHECK(date("2024").first_day() == 20240101);
  CHECK(date("2024").last_day() == 20241231);
  CHECK(date("2024-Q1").first_day() == 20240101);
  CHECK(date("2024-Q1").last_day() == 20240331);
  CHECK(date("2024-Q4").first_day() == 20241001);
  CHECK(date("2024-Q4").last_day() == 20241231);
  CHECK(date("2024-02").first_day() == 20240201);
  CHECK(date("2024-02").last_day() == 20240229);
  CHECK(date("2023-02").last_day() == 20230228);
  CHECK(date("2024-04-18").first_day() == 20240418);
  CHECK(date("2024-04-18").last_day() == 20240418);
}

TEST_CASE("date: dates sort by time, and a longer span comes first") {
  std::vector<Date> dates;
  for (const char* text : {"2024-01-02", "2025", "2024-01-01", "2024-Q2", "2024-01", "2023-12-31", "2024-Q1", "2024"}) {
    dates.push_back(date(text));
  }
  std::sort(dates.begin(), dates.end());
  std::string sorted;
  for (const Date& each : dates) sorted += to_iso(each) + " ";
  CHECK(sorted == "2023-12-31 2024 2024-Q1 2024-01 2024-01-01 2024-01-02 2024-Q2 2025 ");
}

TEST_CASE("date: equal dates are neither before nor after each other") {
  CHECK((date("2024-Q2") <=> date("2024-Q2")) == std::strong_ordering::equal);
  CHECK(date("2024-Q2") == date("2024-Q2"));
  CHECK(date("2024-Q2") != date("2024-04"));
  CHECK(date("2024-Q2") < date("2024-04"));
}

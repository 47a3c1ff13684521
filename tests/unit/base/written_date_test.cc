#include "base/written_date.h"

#include <doctest/doctest.h>

#include <string>

namespace stoplicht::test {
namespace {

std::string found(std::string_view line) {
  const auto date = find_written_date(line);
  return date ? to_iso(*date) : "none";
}

}  // namespace

TEST_CASE("written date: as letters write it") {
  CHECK(found("Hilversum, 18 oktober 2023") == "2023-10-18");
  CHECK(found("18 okt. 2023") == "2023-10-18");
  CHECK(found("Datum: 3 MRT 2024.") == "2024-03-03");
  CHECK(found("18-10-2023") == "2023-10-18");
  CHECK(found("verzonden 1/2/2024") == "2024-02-01");
  CHECK(found("2024-04-18") == "2024-04-18");
  CHECK(found("October 18, 2023") == "2023-10-18");
}

TEST_CASE("written date: a day that does not exist is none") {
  CHECK(found("30 februari 2024") == "none");
  CHECK(found("32 mei 2024") == "none");
  CHECK(found("12-2024") == "none");
  CHECK(found("in mei") == "none");
  CHECK(found("in oktober 2023") == "none");
  CHECK(found("") == "none");
}

TEST_CASE("written date: the whole of a text, as exact as it says") {
  CHECK(parse_written_date("30-6-2025") == Date{2025, 0, 6, 30});
  CHECK(parse_written_date("30/06/2025") == Date{2025, 0, 6, 30});
  CHECK(parse_written_date("1.2.2025") == Date{2025, 0, 2, 1});
  CHECK(parse_written_date(" 2025-06-30 ") == Date{2025, 0, 6, 30});
  CHECK(parse_written_date("18 oktober 2025") == Date{2025, 0, 10, 18});
  CHECK(parse_written_date("October 18, 2025") == Date{2025, 0, 10, 18});
  CHECK(parse_written_date("juni 2025") == Date{2025, 0, 6, 0});
  CHECK(parse_written_date("2025-06") == Date{2025, 0, 6, 0});
  CHECK(parse_written_date("2025-q2") == Date{2025, 2, 0, 0});
  CHECK(parse_written_date("2025") == Date{2025, 0, 0, 0});
  for (const char* text :
       {"", "ooit", "31-4-2025", "30-6-25", "juni", "juni 25", "voor 30 juni 2025", "30 juni", "5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_written_date(text));
  }
}

TEST_CASE("written date: a quarter as people write it") {
  for (const char* text :
       {"Q2 2025", "q2 2025", "kwartaal 2 2025", "Kwartaal 2 van 2025", "2e kwartaal 2025", "2de kwartaal van 2025",
        "tweede kwartaal 2025", "2nd quarter 2025", "second quarter of 2025"}) {
    CAPTURE(text);
    CHECK(parse_written_date(text) == Date{2025, 2, 0, 0});
  }
  for (const char* text : {"Q5 2025", "5e kwartaal 2025", "kwartaal 2025", "Q2 25", "Q2", "eind Q2 2025", "Q 2 2025"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_written_date(text));
  }
}

}  // namespace stoplicht::test

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

}  // namespace stoplicht::test

#include "model/mistyped_time.h"

#include <doctest/doctest.h>

namespace stoplicht::test {

TEST_CASE("mistyped time: another separator, case or order, or none, is told as the time that was meant") {
  for (const char* id : {"2025h1", "2025-H1", "2025/h1", "2025_h1", "2025 H1", "h1-2025", "H1 2025", "2025-1h",
                         "2025-h01", "1h2025", "2025‑h1", "../2025-h1"})
    CHECK(time_meant_by(id) == "2025-h1");
  for (const char* id : {"2025q2", "Q2-2025", "2025.Q2", "2025-k2", "2025-kw2"}) CHECK(time_meant_by(id) == "2025-q2");
  for (const char* id : {"202507", "2025-7", "07-2025", "2025/07", "2025_7"}) CHECK(time_meant_by(id) == "2025-07");
  CHECK(time_meant_by("2025-") == "2025");
}

TEST_CASE("mistyped time: the Dutch words for a part of the year are understood") {
  CHECK(time_meant_by("halfjaar-1-2025") == "2025-h1");
  CHECK(time_meant_by("1e halfjaar 2025") == "2025-h1");
  CHECK(time_meant_by("2025-kwartaal-3") == "2025-q3");
}

TEST_CASE("mistyped time: what is a time already, or like none, is not told as another") {
  for (const char* id :
       {"2025-h1", "2025-q2", "2025-07",    "2025",       "2025-h3",    "2025h3",        "2025-13", "13-2025",
        "2025-h",  "25-h1",   "2025-06-30", "zomer-2025", "2025-zomer", "2025-h1-extra", "najaar",  "attachments",
        "A b",     "",        "-",          "20250630",   "h12025",     "2025-h1-q1"})
    CHECK(time_meant_by(id) == "");
}

}  // namespace stoplicht::test

#include "load/front_matter_list.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

std::string letter(const std::string& front_matter) { return "---\n" + front_matter + "---\nGeachte raad,\n- T9\n"; }

std::string with_one(const std::string& front_matter) { return with_list_item(letter(front_matter), "closes", "T1"); }
std::string one_less(const std::string& front_matter, const std::string& item) {
  return without_list_item(letter(front_matter), "closes", item);
}

}  // namespace

TEST_CASE("front matter list: one more, however the list is written") {
  CHECK(with_one("title: x\n") == letter("title: x\ncloses: [\"T1\"]\n"));
  CHECK(with_one("closes: [T20-27]\ntitle: x\n") == letter("closes: [T20-27, \"T1\"]\ntitle: x\n"));
  CHECK(with_one("closes: []\n") == letter("closes: [\"T1\"]\n"));
  CHECK(with_one("closes:\n  - T20-27\n") == letter("closes:\n  - \"T1\"\n  - T20-27\n"));
}

TEST_CASE("front matter list: comments and dates are passed over, and nothing behind the key is an empty list") {
  CHECK(with_one("closes:\n  # - T20-12 later\n  - T20-27\n") ==
        letter("closes:\n  # - T20-12 later\n  - \"T1\"\n  - T20-27\n"));
  CHECK(with_one("closes: # none\ndate: 2025-08-28\n") == letter("closes: [\"T1\"] # none\ndate: 2025-08-28\n"));
  CHECK(with_one("closes:\ndate: 2025-08-28\n") == letter("closes: [\"T1\"]\ndate: 2025-08-28\n"));
  CHECK(with_one("# closes: [T20-27]\ntitle: x\n") == letter("# closes: [T20-27]\ntitle: x\ncloses: [\"T1\"]\n"));
  CHECK(with_one("closes: T20-27\n") == letter("closes: [T20-27, \"T1\"]\n"));
}

TEST_CASE("front matter list: a line more has the line ends of its file") {
  CHECK(with_list_item("---\r\ntitle: x\r\n---\r\nTekst\r\n", "closes", "T1") ==
        "---\r\ntitle: x\r\ncloses: [\"T1\"]\r\n---\r\nTekst\r\n");
  CHECK(with_list_item("---\r\ncloses:\r\n- T2\r\n---\r\n", "closes", "T1") ==
        "---\r\ncloses:\r\n- \"T1\"\r\n- T2\r\n---\r\n");
}

TEST_CASE("front matter list: one less, and an empty list is left of the last") {
  CHECK(one_less("closes: [T1, \"T2\", T3]\n", "T1") == letter("closes: [\"T2\", T3]\n"));
  CHECK(one_less("closes: [T1, \"T2\", T3]\n", "T2") == letter("closes: [T1, T3]\n"));
  CHECK(one_less("closes: [T1]\n", "T1") == letter("closes: []\n"));
  CHECK(one_less("closes:\n  - T1\n  - T2 # ja\ntitle: x\n", "T2") == letter("closes:\n  - T1\ntitle: x\n"));
  CHECK(one_less("closes:\n  - T1\ntitle: x\n", "T1") == letter("closes: []\ntitle: x\n"));
  CHECK(one_less("closes: [T1]\n", "T9") == letter("closes: [T1]\n"));
  CHECK(one_less("title: x\n", "T9") == letter("title: x\n"));
}

TEST_CASE("front matter list: what was added for one text goes with it") {
  CHECK(without_list_item(with_one("title: x\n"), "closes", "T1") == letter("title: x\n"));
  CHECK(one_less("title: x\ncloses: [T1]\n", "T1") == letter("title: x\ncloses: []\n"));
  CHECK(one_less("closes: [\"T1\"]\ntitle: x\n", "T1") == letter("closes: []\ntitle: x\n"));
}

#include "load/file_list.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace stoplicht {
namespace {

TEST_CASE("file list: names that work on any disk are accepted") {
  for (const std::string_view name :
       {"2020-07.json", "T20-27.md", "Bijlage 1.pdf", "één.png", "a.tar.gz", "console.md"}) {
    CAPTURE(name);
    CHECK(fault_in_file_name(name) == "");
  }
}

TEST_CASE("file list: names that some disk or address cannot hold are refused") {
  CHECK(fault_in_file_name("a:b.png") == "contains ':'");
  CHECK(fault_in_file_name("a\\b") == "contains '\\'");
  CHECK(fault_in_file_name("wat?.md") == "contains '?'");
  CHECK(fault_in_file_name("a\nb") == "contains a control character");
  CHECK(fault_in_file_name("caf\xE9.png") == "is not UTF-8");
  CHECK(fault_in_file_name(" a") == "begins with a space");
  CHECK(fault_in_file_name("a ") == "ends with a space");
  CHECK(fault_in_file_name("a.") == "ends with a dot");
  CHECK(fault_in_file_name("Con.md") == "is the name of a device on Windows");
  CHECK(fault_in_file_name("lpt1") == "is the name of a device on Windows");
}

}  // namespace
}  // namespace stoplicht

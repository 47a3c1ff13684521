#include "commands/unexpected_words.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

std::string told(const std::vector<std::string>& words) {
  const CommandLineFault fault = fault_of_unexpected(words, {"help", "site", "strict", "report", "lang"});
  return fault.message.substr(fault.message.find(':') + 2) + " / " + fault.hint;
}

const std::string general = "stoplicht --help tells the commands and their options";
const std::string quotes = "a text with spaces stands between quotation marks: \"two words\"; " + general;

}  // namespace

TEST_CASE("unexpected words: an unknown option is named without its value, and the near one is proposed") {
  CHECK(told({"--taal", "nl"}) == "--taal / did you mean '--lang'?");
  CHECK(told({"--strct"}) == "--strct / did you mean '--strict'?");
  CHECK(told({"-strict"}) == "-strict / did you mean '--strict'?");
  CHECK(told({"—strict"}) == "—strict / did you mean '--strict'?");
  CHECK(told({"--Taal=nl"}) == "--Taal=nl / did you mean '--lang'?");
  CHECK(told({"--nope", "x"}) == "--nope / " + general);
  CHECK(told({"--reden", "x"}) == "--reden / " + general);
  CHECK(told({"extra", "--nope"}) == "--nope / " + general);
}

TEST_CASE("unexpected words: others stand in their order, with what makes one text of them") {
  CHECK(told({"getal"}) == "getal / " + quotes);
  CHECK(told({"getal", "geteld"}) == "getal geteld / " + quotes);
  CHECK(fault_of_unexpected({"a", "b"}, {}).message == "The following arguments were not expected: a b");
}

}  // namespace stoplicht::test

#include "commands/unexpected_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/diagnostics.h"
#include "base/text.h"

namespace stoplicht {
namespace {

// What somebody who writes Dutch calls an option; and names that are no slip of the pen.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> other_names{{{"taal", "lang"},
                                                                                     {"language", "lang"},
                                                                                     {"reden", "reason"},
                                                                                     {"map", "site"},
                                                                                     {"periode", "period"},
                                                                                     {"gemeente", "council"},
                                                                                     {"rapport", "report"},
                                                                                     {"verslag", "report"},
                                                                                     {"naam", "name"},
                                                                                     {"blad", "sheet"},
                                                                                     {"ja", "yes"},
                                                                                     {"van", "from"},
                                                                                     {"streng", "strict"},
                                                                                     {"uitvoer", "output"}}};

// Word processors make a longer dash of two hyphens.
constexpr std::array<std::string_view, 3> dashes{"-", "–", "—"};

// "taal" of "--taal=nl"; empty when it does not look like an option.
std::string option_name(std::string_view word) {
  const std::size_t length = word.size();
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view dash : dashes)
      if (word.starts_with(dash)) word.remove_prefix(dash.size()), found = true;
  }
  return word.size() == length ? "" : std::string(word.substr(0, word.find('=')));
}

std::string near_option(const std::string& name, const std::vector<std::string>& options) {
  const auto has = [&](std::string_view each) {
    return std::find(options.begin(), options.end(), each) != options.end();
  };
  const std::string lower = in_lower_case(name);
  for (const auto& [other, option] : other_names)
    if (lower == other && has(option)) return std::string(option);
  return std::string(closest(name, {options.begin(), options.end()}));
}

}  // namespace

CommandLineFault fault_of_unexpected(const std::vector<std::string>& words, const std::vector<std::string>& options) {
  const std::string one = "The following argument was not expected: ";
  for (const std::string& word : words) {
    const std::string name = option_name(word);
    if (name.empty()) continue;
    // What stands behind an unknown option is its value, and no second fault.
    const std::string near = near_option(name, options);
    return {one + word,
            near.empty() ? "stoplicht --help tells the commands and their options" : "did you mean '--" + near + "'?"};
  }
  return {(words.size() == 1 ? one : "The following arguments were not expected: ") + join(words, " "),
          "a text with spaces stands between quotation marks: \"two words\"; stoplicht --help tells the commands and "
          "their options"};
}

}  // namespace stoplicht

#include "render/starter.h"

#include <array>
#include <string_view>
#include <utility>

#include "render/period_draft.h"

namespace stoplicht {
namespace {

void replace_all(std::string& text, std::string_view mark, std::string_view value) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
}

}  // namespace

std::vector<OutputFile> first_files(std::vector<OutputFile> starter, const std::string& period,
                                    const PeriodTime& time) {
  const std::array<std::pair<std::string_view, std::string>, 5> marks{
      {{"@period@", period},
       {"@period_name@", name_of_time(time, Locale("nl"))},
       {"@period_kind@", word_of_kind(time.kind)},
       {"@period_from@", to_iso(*time.from)},
       {"@period_until@", to_iso(*time.until)}}};
  for (OutputFile& file : starter) {
    for (const auto& [mark, value] : marks) {
      replace_all(file.address, mark, value);
      replace_all(file.bytes, mark, value);
    }
    file.address.insert(0, "/");
    replace_all(file.address, "/dot-", "/.");
    file.address.erase(0, 1);
  }
  return starter;
}

}  // namespace stoplicht

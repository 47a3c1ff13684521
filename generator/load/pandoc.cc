#include "load/pandoc.h"

#include <utility>

#include "base/text.h"
#include "load/child_process.h"

namespace stoplicht {
namespace {

// As values in memory it takes many times its bytes. Pictures are not in it: no letter comes near.
constexpr std::size_t longest_answer = std::size_t{16} << 20;
constexpr int form_of_pandoc = 1;  // The first number of "pandoc-api-version".

std::string first_line(std::string_view text) { return std::string(trim(split(trim(text), '\n').front())); }

std::string reason(const ChildEnd& end) {
  switch (end.kind) {
    case ChildEnd::Kind::out_of_time: return "pandoc did not end within a minute";
    case ChildEnd::Kind::too_much_output: return "pandoc makes too large a text of it";
    case ChildEnd::Kind::killed: return "pandoc was ended by signal " + std::to_string(end.code);
    default: break;
  }
  if (end.messages.find("heap") != std::string::npos) return "pandoc needs more than 512 MB for it";
  return "pandoc cannot read it: " + first_line(end.messages);
}

}  // namespace

std::optional<Json> read_with_pandoc(const WordFile& file, bool& missing, Diagnostics& diagnostics) {
  const ChildEnd end = run_child(
      {"pandoc", "--sandbox", "--from=docx", "--to=json", "--track-changes=all", "--quiet", "+RTS", "-M512m", "-RTS"},
      file.bytes, ChildLimits{.output = longest_answer});
  missing = end.kind == ChildEnd::Kind::not_there;
  if (missing) return std::nullopt;
  const Location where{file.name, 0, 0, 1, ""};
  if (end.kind != ChildEnd::Kind::exited || end.code != 0) {
    diagnostics.error("word-unreadable", where, reason(end),
                      "open it in Word and save it anew; when that does not help, copy its text into a new document");
    return std::nullopt;
  }
  Json document = Json::parse(end.output, nullptr, false);
  const Json version = document.is_object() ? document.value("pandoc-api-version", Json::array()) : Json::array();
  if (!version.is_array() || version.empty() || version.front() != form_of_pandoc || !document.contains("blocks")) {
    diagnostics.error("word-unreadable", where, "pandoc answers in a form that is not known",
                      "use the pandoc of Debian 12: sudo apt-get install pandoc");
    return std::nullopt;
  }
  return document;
}

}  // namespace stoplicht

#include "views/changes_readable.h"

#include "base/text.h"
#include "model/edition.h"
#include "model/figure_marks.h"

namespace stoplicht {
namespace {

std::string value_of(const Scene& scene, const Moment& moment, const std::string& path) {
  if (const Edition* edition = moment.period->edition; edition != nullptr)
    if (const auto sealed = edition->figures.find(path); sealed != edition->figures.end()) return sealed->second;
  FigureFault fault;
  return figure(*moment.site, *moment.period, path, scene.locale, fault).value_or(scene.strings.say("unknown"));
}

// "[woorden](adres)" shows as its words, "**vet**" as "vet".
std::string without_signs(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    if (line.substr(at).starts_with("**")) {
      at += 2;
      continue;
    }
    const std::size_t middle = line[at] == '[' ? line.find("](", at) : std::string_view::npos;
    const std::size_t end = middle == std::string_view::npos ? middle : line.find(')', middle);
    if (end == std::string_view::npos || line.substr(at + 1, middle - at - 1).find('[') != std::string_view::npos) {
      out += line[at++];
      continue;
    }
    out += line.substr(at + 1, middle - at - 1);
    at = end + 1;
  }
  return out;
}

std::string_view without_heading(std::string_view line) {
  const std::size_t words = line.find_first_not_of('#');
  if (words == 0 || words == std::string_view::npos || line[words] != ' ') return line;
  return trim(line.substr(words));
}

constexpr std::string_view fence = "```";
constexpr std::string_view conclusion = "conclusion:";

}  // namespace

std::string with_figures(const Scene& scene, const Moment& moment, std::string_view text) {
  std::string out;
  std::size_t taken = 0;
  for (const FigureMark& mark : find_figures(text)) {
    if (!mark.closed) continue;
    out += text.substr(taken, mark.offset - taken);
    out += value_of(scene, moment, mark.path);
    taken = mark.offset + mark.length;
  }
  out += text.substr(taken);
  return out;
}

std::string as_read(const Scene& scene, const Moment& moment, std::string_view markdown) {
  const std::string filled = with_figures(scene, moment, markdown);
  std::vector<std::string> lines;
  bool in_block = false;
  bool in_chart = false;
  bool names_chart = false;  // The block's first line.
  for (const std::string_view line : split(filled, '\n')) {
    if (trim(line).starts_with(fence)) {
      in_block = !in_block;
      in_chart = names_chart = in_block && trim(line) == "```chart";
    } else if (in_chart && names_chart) {
      lines.push_back(scene.strings.say("text_chart", {{"chart", std::string(trim(line))}}));
      names_chart = false;
    } else if (in_chart) {
      if (trim(line).starts_with(conclusion))
        lines.back() =
            scene.strings.say("text_chart", {{"chart", std::string(trim(trim(line).substr(conclusion.size())))}});
    } else {
      lines.push_back(in_block ? std::string(line) : without_signs(without_heading(line)));
    }
  }
  return join(lines, "\n");
}

namespace {

// Where the first sentence after `at` begins; the text's size when there is none.
std::size_t next_sentence(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\n')
      return text.find_first_not_of(" \n", at) == std::string_view::npos ? text.size()
                                                                         : text.find_first_not_of(" \n", at);
    const bool ends = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (ends && at + 1 < text.size() && text[at + 1] == ' ') return at + 2;
  }
  return text.size();
}

std::vector<std::size_t> sentences_of(std::string_view text) {
  std::vector<std::size_t> out{0};
  for (std::size_t at = next_sentence(text, 0); at < text.size(); at = next_sentence(text, at)) out.push_back(at);
  return out;
}

constexpr std::string_view ellipsis = "…";

std::string near_changes(const std::string& text, bool first, bool last) {
  const std::vector<std::size_t> starts = sentences_of(text);
  // The rest of the changed sentence with the one after it, and the one before the next with its beginning.
  const std::size_t after = first ? 0 : 2;
  const std::size_t before = last ? 0 : 2;
  if (starts.size() <= after + before) return text;
  const std::string head = text.substr(0, starts[after]);
  const std::string tail = last ? "" : text.substr(starts[starts.size() - before]);
  return head + std::string(ellipsis) + (last ? "" : " ") + tail;
}

}  // namespace

std::vector<TextPiece> around_changes(const std::vector<TextPiece>& pieces) {
  std::vector<TextPiece> out = pieces;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i].kind == TextPiece::Kind::same) out[i].text = near_changes(out[i].text, i == 0, i + 1 == out.size());
  return out;
}

}  // namespace stoplicht

#include "base/message_pattern.h"

#include <cassert>

namespace stoplicht {
namespace {

constexpr std::string_view phrase_mark = "nl:";
constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz_";

// The length of the name of the hole whose brace stands before `text`; 0 when it is no hole.
std::size_t hole_name_length(std::string_view text) {
  const std::size_t mark = text.starts_with(phrase_mark) ? phrase_mark.size() : 0;
  const std::size_t end = text.find_first_not_of(small_letters, mark);
  return end != std::string_view::npos && end > mark && text[end] == '}' ? end : 0;
}

}  // namespace

MessagePattern::MessagePattern(std::string_view text) : literals_(1) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t length = text[i] == '{' ? hole_name_length(text.substr(i + 1)) : 0;
    if (length == 0) {
      literals_.back() += text[i];
      continue;
    }
    std::string_view name = text.substr(i + 1, length);
    const bool is_phrase = name.starts_with(phrase_mark);
    if (is_phrase) name.remove_prefix(phrase_mark.size());
    holes_.push_back({std::string(name), is_phrase});
    literals_.emplace_back();
    i += length + 1;
  }
}

std::optional<MessagePattern::Holes> MessagePattern::match(std::string_view sentence) const {
  const std::string& first = literals_.front();
  const std::string& last = literals_.back();
  if (!sentence.starts_with(first)) return std::nullopt;
  if (holes_.empty()) return sentence == first ? std::optional<Holes>(Holes()) : std::nullopt;
  if (sentence.size() < first.size() + last.size() || !sentence.ends_with(last)) return std::nullopt;

  std::string_view rest = sentence.substr(first.size(), sentence.size() - first.size() - last.size());
  Holes filled;
  for (std::size_t i = 0; i < holes_.size(); ++i) {
    const bool is_last = i + 1 == holes_.size();
    const std::size_t end = is_last ? rest.size() : rest.find(literals_[i + 1]);
    if (end == std::string_view::npos) return std::nullopt;
    const auto [hole, is_new] = filled.emplace(holes_[i].name, rest.substr(0, end));
    if (!is_new && hole->second != rest.substr(0, end)) return std::nullopt;
    if (!is_last) rest.remove_prefix(end + literals_[i + 1].size());
  }
  return filled;
}

std::string MessagePattern::fill(const Holes& holes) const {
  std::string out = literals_.front();
  for (std::size_t i = 0; i < holes_.size(); ++i) {
    const auto found = holes.find(holes_[i].name);
    assert(found != holes.end());
    out += found->second;
    out += literals_[i + 1];
  }
  return out;
}

std::vector<std::string> MessagePattern::names() const {
  std::vector<std::string> out;
  for (const Hole& hole : holes_) out.push_back(hole.name);
  return out;
}

std::vector<std::string> MessagePattern::phrase_names() const {
  std::vector<std::string> out;
  for (const Hole& hole : holes_)
    if (hole.is_phrase) out.push_back(hole.name);
  return out;
}

std::size_t MessagePattern::letters() const {
  std::size_t sum = 0;
  for (const std::string& literal : literals_) sum += literal.size();
  return sum;
}

}  // namespace stoplicht

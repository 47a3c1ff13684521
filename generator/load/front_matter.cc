#include "load/front_matter.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <sstream>
#include <vector>

#include "load/encoding.h"
#include "load/front_matter_syntax_fault.h"

namespace stoplicht {
namespace {

constexpr std::size_t deepest_front_matter = 64;
// The YAML reader takes about half a microsecond a byte.
constexpr std::size_t largest_front_matter = 64 * 1024;

// Ends reading after a syntax fault that was reported.
struct Stop {};

bool is_null(std::string_view word) { return word == "~" || word == "null" || word == "Null" || word == "NULL"; }

// Builds values and places from what the YAML reader meets, in one pass.
class Builder : public YAML::EventHandler {
 public:
  // `text` ends where the front matter ends.
  Builder(const SourceText& source, std::string_view text, std::size_t begin, Diagnostics& diagnostics)
      : source_(source), text_(text), begin_(begin), diagnostics_(diagnostics) {}

  FrontMatter take() { return std::move(result_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) {
      stop(offset_of(mark), 3, "a second YAML document", "close the front matter with a line that is exactly ---");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    const std::size_t offset = skip_properties(offset_of(mark));
    const std::string_view word = word_at(offset);
    const bool written = is_null(word);
    if (expects_key()) {
      if (!written) stop(offset, 1, "a key is missing before the colon", "write 'key: value'");
      return begin_member(std::string(word), {offset, word.size()});
    }
    if (written) {
      add(nullptr, {offset, word.size()});
    } else {
      add(nullptr, place_of_nothing(offset_of(mark)));
    }
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const ByteRange range{offset_of(mark), word_at(offset_of(mark)).size()};
    if (expects_key()) stop(range.offset, range.length, "an alias as a key", "write the key out");
    report_unsupported(range, "an alias", "write the value out, or put the text between double quotes");
    // As a text, which is what is meant by most: "*important* news".
    add(text_.substr(range.offset, range.length), range);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    const std::size_t offset = skip_properties(offset_of(mark));
    const ByteRange range = range_of_scalar(offset, value);
    check_end_of_scalar(range);
    if (expects_key()) return begin_member(value, range);
    add(tag == "?" ? plain_scalar(value) : Json(value), range);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, Json::array());
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, Json::object());
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    Json* values = nullptr;  // Null: passed over, because its key occurred before.
    std::string pointer;
    bool is_map = false;
    bool has_key = false;  // A key was read; its value comes next.
    bool skip_value = false;
    std::string key;
    ByteRange key_range;
    ByteRange range;
  };

  std::size_t offset_of(const YAML::Mark& mark) const {
    const std::size_t offset = begin_ + static_cast<std::size_t>(std::max(mark.pos, 0));
    return std::min(offset, text_.size());
  }

  // Up to the next blank, comma or bracket, or a colon that ends a key.
  std::string_view word_at(std::size_t offset) const {
    std::string_view word = text_.substr(offset);
    word = word.substr(0, word.find_first_of(" \t\r\n,[]{}"));
    while (word.ends_with(':')) word.remove_suffix(1);
    return word;
  }

  // Past tags and anchors, which the mark of a node includes; each is reported.
  std::size_t skip_properties(std::size_t offset) {
    while (offset < text_.size() && (text_[offset] == '!' || text_[offset] == '&')) {
      const ByteRange range{offset, std::max<std::size_t>(word_at(offset).size(), 1)};
      report_unsupported(range, text_[offset] == '!' ? "a tag" : "an anchor",
                         "remove it, or put the whole text between double quotes");
      const std::size_t next = text_.find_first_not_of(" \t\r\n", offset + range.length);
      offset = std::min(next, text_.size());
    }
    return offset;
  }

  void report_unsupported(const ByteRange& range, const std::string& what, std::string hint) {
    diagnostics_.error("front-matter-unsupported", source_.at(range.offset, range.length),
                       what + " in front matter: " + in_quotes(text_.substr(range.offset, range.length)),
                       std::move(hint));
  }

  [[noreturn]] void stop(std::size_t offset, std::size_t length, std::string message, std::string hint) {
    diagnostics_.error("front-matter-syntax", source_.at(offset, length), std::move(message), std::move(hint));
    throw Stop();
  }

  ByteRange range_of_scalar(std::size_t offset, const std::string& value) const {
    const std::string_view rest = text_.substr(offset);
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    if (line.empty()) return {offset, 1};
    const char first = line.front();
    if (first == '"' || first == '\'') {
      const std::size_t close = find_closing_quote(line);
      return {offset, close == std::string_view::npos ? line.size() : close + 1};
    }
    if (first == '|' || first == '>') return {offset, 1};
    return {offset, !value.empty() && line.starts_with(value) ? value.size() : line.size()};
  }

  // Two things that the reader lets pass: a quote that is still open at the end of the front
  // matter, and "Plan #3", of which only "Plan" would remain.
  void check_end_of_scalar(const ByteRange& range) {
    const std::string_view rest = text_.substr(std::min(range.offset, text_.size()));
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      if (find_closing_quote(rest) != std::string_view::npos) return;
      stop(range.offset, range.length, "the text is not closed", "write a quote at its end");
    }
    const std::string_view after = rest.substr(std::min(range.length, rest.size()));
    const std::size_t hash = after.find_first_not_of(" \t");
    if (hash == 0 || hash == std::string_view::npos || after[hash] != '#') return;
    if (hash + 1 == after.size() || std::string_view(" \t\r\n#").find(after[hash + 1]) != std::string_view::npos)
      return;
    const std::string_view comment = after.substr(hash, after.find_first_of("\r\n", hash) - hash);
    diagnostics_.warning("front-matter-comment", source_.at(range.offset + range.length + hash, comment.size()),
                         in_quotes(comment) + " is a comment, not a part of the text",
                         "put the whole text between double quotes, or write a space after #");
  }

  // A value that is left out is shown at its key, or at the dash of its list item: the reader's
  // mark is that of the token after it.
  ByteRange place_of_nothing(std::size_t mark) const {
    if (levels_.empty()) return {begin_, 3};
    if (levels_.back().is_map) return levels_.back().key_range;
    const std::size_t last = mark == 0 ? std::string_view::npos : text_.find_last_not_of(" \t\r\n", mark - 1);
    if (last != std::string_view::npos && text_[last] == '-') return {last, 1};
    return levels_.back().range;
  }

  bool expects_key() const { return !levels_.empty() && levels_.back().is_map && !levels_.back().has_key; }

  void begin_member(std::string key, ByteRange range) {
    Level& level = levels_.back();
    level.has_key = true;
    level.key = std::move(key);
    level.key_range = range;
    level.skip_value = true;
    if (level.values == nullptr) return;
    if (level.key == "<<" && text_[range.offset] == '<') {
      report_unsupported(range, "a merge key", "write the values out");
    } else if (level.values->contains(level.key)) {
      const auto first = result_.places.find(level.pointer + "/" + escape_pointer_part(level.key));
      const std::size_t line = first == result_.places.end() ? 0 : first->second.key.offset;
      diagnostics_.error("front-matter-duplicate-key", source_.at(range.offset, range.length),
                         "duplicate key " + in_quotes(level.key),
                         "the first is on line " + std::to_string(line_of(text_, line)) + "; remove one of the two");
    } else {
      level.skip_value = false;
    }
  }

  // The value in its place, or nothing when it is passed over.
  Json* add(Json value, ByteRange range) {
    if (levels_.empty()) {
      result_.values = std::move(value);
      return &result_.values;
    }
    Level& level = levels_.back();
    level.has_key = false;
    if (level.values == nullptr || (level.is_map && level.skip_value)) return nullptr;
    if (level.is_map) {
      result_.places[level.pointer + "/" + escape_pointer_part(level.key)] = {level.key_range, range};
      return &((*level.values)[level.key] = std::move(value));
    }
    result_.places[level.pointer + "/" + std::to_string(level.values->size())] = {range, range};
    level.values->push_back(std::move(value));
    return &level.values->back();
  }

  void open(const YAML::Mark& mark, Json container) {
    const std::size_t offset = skip_properties(offset_of(mark));
    if (expects_key()) {
      const bool figure = offset > 0 && text_.substr(offset - 1).starts_with("{{");
      stop(figure ? offset - 1 : offset, figure ? 2 : 1,
           figure ? "a text may not begin with '{{'" : "a list or a mapping as a key",
           "write the whole text between double quotes");
    }
    if (levels_.size() >= deepest_front_matter) {
      stop(offset, 1, "values are nested deeper than 64 levels", "make the front matter flatter");
    }
    Level level;
    level.is_map = container.is_object();
    if (!levels_.empty()) level.pointer = pointer_of_next();
    level.range = {offset, level.is_map && text_[offset] != '{' ? std::max<std::size_t>(word_at(offset).size(), 1) : 1};
    level.values = add(std::move(container), level.range);
    levels_.push_back(std::move(level));
  }

  std::string pointer_of_next() const {
    const Level& level = levels_.back();
    if (level.values == nullptr) return "";
    return level.pointer + "/" + (level.is_map ? escape_pointer_part(level.key) : std::to_string(level.values->size()));
  }

  void close() { levels_.pop_back(); }

  const SourceText& source_;
  std::string_view text_;
  std::size_t begin_;
  Diagnostics& diagnostics_;
  FrontMatter result_;
  std::vector<Level> levels_;
  int documents_ = 0;
};

// Control characters that YAML forbids; its reader takes 0x04 for the end of the text.
std::string without_control_characters(std::string_view text) {
  std::string clean(text);
  for (char& c : clean) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) c = ' ';
  }
  return clean;
}

}  // namespace

Json plain_scalar(std::string_view text) {
  if (text.empty() || is_null(text)) return nullptr;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;

  const std::string_view digits = text.substr(text.front() == '-' ? 1 : 0);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  const std::string_view fraction = digits.substr(std::min(point + 1, digits.size()));
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  constexpr std::size_t most_digits = 15;  // What a number can hold exactly.
  const bool is_number = all_digits(whole) && (whole.size() == 1 || whole.front() != '0') &&
                         (point == digits.size() || all_digits(fraction)) &&
                         whole.size() + fraction.size() <= most_digits;
  if (!is_number) return text;
  if (point == digits.size()) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<FrontMatter> read_front_matter(const SourceText& source, std::string_view text, std::size_t begin,
                                             std::size_t end, Diagnostics& diagnostics) {
  if (end - begin > largest_front_matter) {
    diagnostics.error("front-matter-large", source.at(begin, 3), "front matter of more than 64 KiB",
                      "put the line --- that closes it under the last key");
    return std::nullopt;
  }
  const auto report = [&](const FrontMatterSyntaxFault& fault) {
    diagnostics.error("front-matter-syntax", source.at(fault.offset, fault.length), fault.message, fault.hint);
  };

  Builder builder(source, text.substr(0, end), begin, diagnostics);
  try {
    std::istringstream stream(without_control_characters(text.substr(begin, end - begin)));
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    const std::size_t offset = begin + static_cast<std::size_t>(std::max(exception.mark.pos, 0));
    report(explain_front_matter_fault(text, begin, end, offset, exception.msg));
    return std::nullopt;
  }

  FrontMatter front_matter = builder.take();
  if (front_matter.values.is_null()) front_matter.values = Json::object();
  if (!front_matter.values.is_object()) {
    const std::size_t offset = text.find('\n', begin) + 1;
    report(explain_front_matter_fault(text, begin, end, offset, "no mapping"));
    return std::nullopt;
  }
  return front_matter;
}

}  // namespace stoplicht

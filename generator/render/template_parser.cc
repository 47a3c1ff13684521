#include "render/template_parser.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "load/encoding.h"

namespace stoplicht {
namespace {

using NodeKind = TemplateNode::Kind;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view tag_blanks = " \t";
constexpr std::string_view whitespace = " \t\r\n\f\v";
constexpr std::string_view sigils = "#^/>&{!=";

// One tag as it stands in the text.
struct Tag {
  std::size_t offset = 0;
  std::size_t end = 0;
  char sigil = 0;            // One of # ^ / > & { ! =, or 0 when the tag is a plain name.
  std::string_view content;  // Without sigil and surrounding whitespace.
};

class Parser {
 public:
  Parser(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics)
      : text_(source->text()), diagnostics_(diagnostics) {
    out_.source = std::move(source);
    if (text_.starts_with(byte_order_mark)) start_ = byte_order_mark.size();
    position_ = start_;
  }

  ParsedTemplate parse() && {
    while (const std::optional<Tag> tag = next_tag()) add_tag(*tag);
    add_text(position_, text_.size());
    for (const std::size_t section : open_sections_) {
      out_.nodes[section].end = out_.nodes.size();
      // Past a tag without end nothing was read, so these sections may well be closed there.
      if (!cut_short_) report_unclosed(out_.nodes[section]);
    }
    return std::move(out_);
  }

 private:
  // Finds the next well-formed tag, which stands at or after position_, and reports those that have no end.
  std::optional<Tag> next_tag() {
    for (std::size_t from = position_;;) {
      Tag tag;
      tag.offset = text_.find(open_, from);
      if (tag.offset == std::string_view::npos) return std::nullopt;

      std::size_t content = text_.find_first_not_of(whitespace, tag.offset + open_.size());
      if (content == std::string_view::npos) content = text_.size();
      // In an empty tag the closing delimiter follows, which may look like a sigil.
      const bool is_empty = content == text_.size() || text_.substr(content).starts_with(close_);
      if (!is_empty && sigils.find(text_[content]) != std::string_view::npos) tag.sigil = text_[content++];
      std::string closer(close_);
      if (tag.sigil == '{') closer.insert(0, "}");
      if (tag.sigil == '=') closer.insert(0, "=");

      const std::size_t content_end = text_.find(closer, content);
      const bool has_end = content_end != std::string_view::npos;
      tag.content = trim(text_.substr(content, has_end ? content_end - content : std::string_view::npos));
      tag.end = has_end ? content_end + closer.size() : text_.size();
      if (has_end && !runs_into_next_tag(tag)) return tag;

      // Only the first line of what was meant as a tag: the rest is hardly part of it.
      std::size_t fault_end = std::min(text_.find_first_of("\r\n", tag.offset), tag.end);
      const std::size_t next_open = text_.find(open_, tag.offset + open_.size());
      fault_end = std::min(fault_end, next_open);
      report(tag.offset, tag.offset + trim(text_.substr(tag.offset, fault_end - tag.offset)).size(),
             "this tag is not closed", "write " + closer + " at its end");
      add_text(position_, tag.offset);
      if (next_open == std::string_view::npos) {
        cut_short_ = true;
        position_ = text_.size();
        return std::nullopt;
      }
      position_ = from = next_open;
    }
  }

  // "{{name <p>{{other}}": the first tag lacks its end, and would swallow the second.
  bool runs_into_next_tag(const Tag& tag) const {
    if (tag.sigil == '!') return false;
    // New delimiters may hold the old ones, but then on the same line.
    if (tag.sigil == '=') return tag.content.find(close_) < tag.content.find_last_of('\n') + 1;
    return tag.content.find(open_) != std::string_view::npos;
  }

  void add_tag(const Tag& tag) {
    std::size_t text_end = tag.offset;
    std::size_t next = tag.end;
    const std::optional<std::size_t> line_start = blank_since(tag.offset);
    const std::optional<std::size_t> line_end = blank_until(tag.end);
    const bool can_stand_alone = tag.sigil != 0 && tag.sigil != '&' && tag.sigil != '{';
    const bool alone = can_stand_alone && line_start && line_end;
    if (alone) {
      text_end = *line_start;
      next = *line_end;
    }
    add_text(position_, text_end);
    position_ = next;

    const bool starts_line = !alone && is_start_of_line(tag.offset);
    const std::size_t before = out_.nodes.size();
    if (tag.sigil == '=') {
      set_delimiters(tag);
    } else if (tag.sigil == '/') {
      // The indent of the line stands before this tag, inside the section.
      if (starts_line) add_node(NodeKind::text, {}, true, tag);
      close_section(tag);
      return;
    } else if (tag.sigil != '!' && is_name(tag)) {
      add_named(tag, starts_line);
      if (alone && tag.sigil == '>') {
        out_.nodes.back().indent = text_.substr(*line_start, tag.offset - *line_start);
        out_.nodes.back().alone_on_line = true;
      }
    }
    // A tag that shows nothing leaves its line's indent.
    if (starts_line && out_.nodes.size() == before) add_node(NodeKind::text, {}, true, tag);
  }

  void add_named(const Tag& tag, bool starts_line) {
    NodeKind kind = NodeKind::escaped;
    if (tag.sigil == '&' || tag.sigil == '{') kind = NodeKind::unescaped;
    if (tag.sigil == '#') kind = NodeKind::section;
    if (tag.sigil == '^') kind = NodeKind::inverted;
    if (tag.sigil == '>') kind = NodeKind::partial;
    if (kind == NodeKind::section || kind == NodeKind::inverted) open_sections_.push_back(out_.nodes.size());
    add_node(kind, tag.content, starts_line, tag);
    if (kind == NodeKind::partial || tag.content == ".") return;
    TemplateNode& node = out_.nodes.back();
    const std::vector<std::string_view> parts = split(tag.content, '.');
    node.first_part = out_.parts.size();
    node.part_count = parts.size();
    out_.parts.insert(out_.parts.end(), parts.begin(), parts.end());
  }

  void add_node(NodeKind kind, std::string_view text, bool starts_line, const Tag& tag) {
    TemplateNode node;
    node.kind = kind;
    node.text = text;
    node.starts_line = starts_line;
    node.offset = tag.offset;
    node.length = tag.end - tag.offset;
    out_.nodes.push_back(node);
  }

  void add_text(std::size_t from, std::size_t until) {
    if (from >= until) return;
    TemplateNode node;
    node.text = text_.substr(from, until - from);
    node.starts_line = is_start_of_line(from);
    out_.nodes.push_back(node);
  }

  // What can never be found is a fault of the template, whatever it is given.
  bool is_name(const Tag& tag) {
    const std::string_view name = tag.content;
    if (name.empty()) {
      report(tag, "this tag holds no name", "write a name in it, or remove it");
      return false;
    }
    if (name.find_first_of(whitespace) != std::string_view::npos) {
      report(tag, "a name cannot hold spaces", "write one name; templates know no helpers and no parameters");
      return false;
    }
    if (name.front() == '<' || name.front() == '$' || (name.front() == '*' && tag.sigil == '>')) {
      report(tag, "inheritance, blocks and dynamic names are not part of this template language",
             "use a partial: " + std::string(open_) + "> name" + std::string(close_));
      return false;
    }
    const bool has_empty_part =
        name != "." && (name.front() == '.' || name.back() == '.' || name.find("..") != name.npos);
    if (tag.sigil != '>' && has_empty_part) {
      report(tag, "the name " + in_quotes(name) + " has an empty part",
             "write one dot between two names, such as page.title");
      return false;
    }
    return true;
  }

  void close_section(const Tag& tag) {
    const std::string_view name = tag.content;
    if (open_sections_.empty()) {
      report(tag, "no section " + in_quotes(name) + " is open here", "remove this tag, or open the section before it");
      return;
    }
    const auto names_it = [&](std::size_t section) { return out_.nodes[section].text == name; };
    const bool is_open = std::any_of(open_sections_.begin(), open_sections_.end(), names_it);
    // A name that no open section has is a typing error for the innermost one; otherwise the
    // sections inside the one that it names were forgotten.
    if (!is_open) {
      const TemplateNode& innermost = out_.nodes[open_sections_.back()];
      report(tag, "the section " + in_quotes(innermost.text) + " is closed by " + in_quotes(name),
             "write " + std::string(open_) + "/" + std::string(innermost.text) + std::string(close_));
    }
    while (is_open && !names_it(open_sections_.back())) {
      report_unclosed(out_.nodes[open_sections_.back()]);
      out_.nodes[open_sections_.back()].end = out_.nodes.size();
      open_sections_.pop_back();
    }
    out_.nodes[open_sections_.back()].end = out_.nodes.size();
    open_sections_.pop_back();
  }

  void set_delimiters(const Tag& tag) {
    const std::string_view content = tag.content;
    const std::size_t gap = std::min(content.find_first_of(whitespace), content.size());
    const std::string_view open = content.substr(0, gap);
    const std::string_view close = trim(content.substr(gap));
    const bool possible = !open.empty() && !close.empty() && content.find('=') == std::string_view::npos &&
                          close.find_first_of(whitespace) == std::string_view::npos;
    if (!possible) {
      report(tag, "delimiters must be two words without '='", "write them with a space between: {{=<% %>=}}");
      return;
    }
    open_ = open;
    close_ = close;
  }

  void report_unclosed(const TemplateNode& section) {
    report(section.offset, section.offset + section.length, "the section " + in_quotes(section.text) + " is not closed",
           "write " + std::string(open_) + "/" + std::string(section.text) + std::string(close_) + " where it ends");
  }

  void report(const Tag& tag, std::string message, std::string hint) {
    report(tag.offset, tag.end, std::move(message), std::move(hint));
  }

  void report(std::size_t offset, std::size_t end, std::string message, std::string hint) {
    diagnostics_.error("template-syntax", out_.source->at(offset, end - offset), std::move(message), std::move(hint));
  }

  bool is_start_of_line(std::size_t offset) const { return offset == start_ || text_[offset - 1] == '\n'; }

  // The start of the line, when only blanks stand between it and `offset`.
  std::optional<std::size_t> blank_since(std::size_t offset) const {
    while (offset > start_ && tag_blanks.find(text_[offset - 1]) != std::string_view::npos) --offset;
    if (!is_start_of_line(offset)) return std::nullopt;
    return offset;
  }

  // The start of the next line, when only blanks stand between `offset` and the line end.
  std::optional<std::size_t> blank_until(std::size_t offset) const {
    const std::size_t end = text_.find_first_not_of(tag_blanks, offset);
    if (end == std::string_view::npos) return text_.size();
    if (text_[end] == '\n') return end + 1;
    if (text_.substr(end).starts_with("\r\n")) return end + 2;
    return std::nullopt;
  }

  std::string_view text_;
  Diagnostics& diagnostics_;
  ParsedTemplate out_;
  std::string_view open_ = "{{";
  std::string_view close_ = "}}";
  std::size_t start_ = 0;     // Past a byte order mark.
  std::size_t position_ = 0;  // Up to here all is in out_.
  std::vector<std::size_t> open_sections_;
  bool cut_short_ = false;
};

}  // namespace

ParsedTemplate parse_template(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics) {
  assert(source != nullptr);
  return Parser(std::move(source), diagnostics).parse();
}

}  // namespace stoplicht

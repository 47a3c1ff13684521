#include "load/json_faults.h"

#include <cmath>
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "load/encoding.h"
#include "load/json_syntax_fault.h"
#include "load/json_tokens.h"

namespace stoplicht {
namespace {

using Expected = JsonExpected;
using TokenKind = JsonToken::Kind;

// A file with more is not JSON that someone can mend by reading on.
constexpr std::size_t most_faults = 100;

bool is_out_of_range(std::string_view number) {
  const double value = std::strtod(std::string(number).c_str(), nullptr);
  if (number.find_first_of(".eE") != std::string_view::npos) return !std::isfinite(value);
  return std::abs(value) > largest_whole_number;
}

// Reads the whole text as JSON, with a stack of its own so that no nesting can exhaust the real one.
class FaultFinder {
 public:
  FaultFinder(const SourceText& source, std::string_view text, Diagnostics& diagnostics)
      : source_(source), text_(text), diagnostics_(diagnostics) {}

  JsonFaults run() {
    std::size_t offset = byte_order_mark_length(text_);
    while (!stopped_) {
      const JsonToken token = next_json_token(text_, offset);
      if (token.is(TokenKind::end) && expected_ == Expected::nothing) break;
      if (!accept(token)) {
        report_syntax(token);
        break;
      }
      before_previous_ = previous_;
      previous_ = token;
      offset = token.end_offset();
    }
    faults_.complete = !faults_.syntax && !stopped_;
    return std::move(faults_);
  }

 private:
  struct Level {
    JsonToken open;
    std::unordered_map<std::string, std::size_t> keys;  // With the offset of each.
    bool is_object() const { return open.is(TokenKind::begin_object); }
  };

  bool accept(const JsonToken& token) {
    switch (expected_) {
      case Expected::first_key:
        if (token.is(TokenKind::end_object)) return close();
        [[fallthrough]];
      case Expected::key:
        if (!token.is(TokenKind::string) || token.problem != JsonToken::Problem::none) return false;
        note_key(token);
        expected_ = Expected::colon;
        return true;
      case Expected::colon:
        if (!token.is(TokenKind::colon)) return false;
        expected_ = Expected::member_value;
        return true;
      case Expected::first_element:
        if (token.is(TokenKind::end_array)) return close();
        return accept_value(token);
      case Expected::element:
      case Expected::member_value: return accept_value(token);
      case Expected::comma_or_close:
        if (token.is(TokenKind::comma)) {
          expected_ = levels_.back().is_object() ? Expected::key : Expected::element;
          return true;
        }
        if (token.is(levels_.back().is_object() ? TokenKind::end_object : TokenKind::end_array)) return close();
        return false;
      default: return false;
    }
  }

  bool accept_value(const JsonToken& token) {
    if (token.opens()) {
      levels_.push_back({token, {}});
      expected_ = token.is(TokenKind::begin_object) ? Expected::first_key : Expected::first_element;
      if (levels_.size() > deepest_nesting) {
        report("json-too-deep", token.offset, 1, "brackets are nested deeper than 64 levels",
               "close a bracket above this one, or make the data flatter");
        stopped_ = true;
      }
      return true;
    }
    if (token.problem != JsonToken::Problem::none) return false;
    const std::string_view piece = token.in(text_);
    if (token.is(TokenKind::number)) {
      note_number(token);
    } else if (token.is(TokenKind::word)) {
      if (piece != "true" && piece != "false" && piece != "null") return false;
    } else if (!token.is(TokenKind::string)) {
      return false;
    }
    value_done();
    return true;
  }

  bool close() {
    levels_.pop_back();
    value_done();
    return true;
  }

  void value_done() { expected_ = levels_.empty() ? Expected::nothing : Expected::comma_or_close; }

  void note_key(const JsonToken& token) {
    const auto [known, is_new] = levels_.back().keys.emplace(string_value(text_, token), token.offset);
    if (is_new) return;
    report("json-duplicate-key", token.offset, token.length, "duplicate key " + in_quotes(known->first),
           "the first is on line " + std::to_string(line_of(text_, known->second)) + "; remove one of the two");
  }

  void note_number(const JsonToken& token) {
    const std::string_view number = token.in(text_);
    if (!is_out_of_range(number)) return;
    report("json-number-range", token.offset, token.length, "number " + in_quotes(number) + " is out of range",
           "write at most 15 digits, or a text between double quotes when it is a code");
    faults_.out_of_range.push_back({token.offset, token.length});
  }

  void report_syntax(const JsonToken& token) {
    JsonContext context;
    context.text = text_;
    context.expected = expected_;
    context.before_previous = before_previous_;
    context.previous = previous_;
    context.token = token;
    context.at_root = levels_.empty();
    context.open_count = levels_.size();
    if (!levels_.empty()) {
      context.in_object = levels_.back().is_object();
      context.open_offset = levels_.back().open.offset;
    }
    const JsonSyntaxFault fault = explain_json_fault(context);
    report("json-syntax", fault.offset, fault.length, fault.message, fault.hint);
    faults_.syntax = true;
  }

  void report(std::string_view id, std::size_t offset, std::size_t length, std::string message, std::string hint) {
    diagnostics_.error(id, source_.at(offset, length), std::move(message), std::move(hint));
    if (++reported_ < most_faults || stopped_) return;
    diagnostics_.error("json-many-faults", source_.whole(), "more than 100 faults in this file",
                       "mend these first; the rest of the file was not checked");
    stopped_ = true;
  }

  const SourceText& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  JsonFaults faults_;
  std::vector<Level> levels_;
  Expected expected_ = Expected::element;
  JsonToken before_previous_;
  JsonToken previous_;
  std::size_t reported_ = 0;
  bool stopped_ = false;
};

}  // namespace

JsonFaults report_json_faults(const SourceText& source, std::string_view text, Diagnostics& diagnostics) {
  return FaultFinder(source, text, diagnostics).run();
}

}  // namespace stoplicht

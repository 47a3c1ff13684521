#include "render/template.h"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "load/encoding.h"
#include "render/template_parser.h"

namespace stoplicht {
namespace {

using Json = nlohmann::json;
using NodeKind = TemplateNode::Kind;
using ParsedTemplates = std::map<std::string, ParsedTemplate, std::less<>>;

constexpr std::size_t deepest_partial = 100;

// "" and [] say no, as false and null do; 0 is a number like any other, and says yes.
bool says_yes(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null: return false;
    case Json::value_t::boolean: return value.get<bool>();
    case Json::value_t::string: return !value.get_ref<const std::string&>().empty();
    case Json::value_t::array: return !value.empty();
    default: return true;
  }
}

// What a value is, in words for someone who writes templates.
std::string_view kind_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null: return "null";
    case Json::value_t::boolean: return "true or false";
    case Json::value_t::string: return "a text";
    case Json::value_t::array: return "a list";
    case Json::value_t::object: return "an object";
    case Json::value_t::binary:
    case Json::value_t::discarded: return "no value";
    default: return "a number";
  }
}

const Json* member(const Json& value, std::string_view name) {
  const auto* const object = value.get_ptr<const Json::object_t*>();
  if (object == nullptr) return nullptr;
  const auto found = object->find(name);
  return found == object->end() ? nullptr : &found->second;
}

// Where a name leads: a value, or the part at which the way ends.
struct Lookup {
  const Json* value = nullptr;
  std::size_t missing_part = 0;  // Within the name.
  const Json* parent = nullptr;  // In which it is missing; null when no context has the first part.
};

// Renders without recursion: what is open stands in frames_, so deep nesting costs no call stack.
class Renderer {
 public:
  Renderer(const ParsedTemplates& templates, std::span<const Json* const> contexts, std::string& out,
           Diagnostics& diagnostics)
      : templates_(templates), contexts_(contexts.begin(), contexts.end()), out_(out), diagnostics_(diagnostics) {}

  void render(const ParsedTemplate& parsed) {
    open_template(parsed, "");
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.next == frame.end) {
        close_frame(frame);
        continue;
      }
      const TemplateNode& node = frame.parsed->nodes[frame.next++];
      if (node.starts_line) out_ += indents_.back();
      switch (node.kind) {
        case NodeKind::text: render_text(node.text); break;
        case NodeKind::escaped:
        case NodeKind::unescaped: render_variable(*frame.parsed, node); break;
        case NodeKind::section:
        case NodeKind::inverted: render_section(frame, node); break;
        case NodeKind::partial:
          if (!render_partial(*frame.parsed, node)) return;
          break;
      }
    }
  }

 private:
  // A template, or the content of a section, with how far it has been rendered.
  struct Frame {
    const ParsedTemplate* parsed = nullptr;
    std::size_t first = 0;
    std::size_t next = 0;
    std::size_t end = 0;
    bool is_section = false;               // A section's frame has put one context on the stack.
    const Json::array_t* items = nullptr;  // Of a section over a list.
    std::size_t item = 0;
  };

  void open_template(const ParsedTemplate& parsed, std::string indent) {
    Frame frame;
    frame.parsed = &parsed;
    frame.end = parsed.nodes.size();
    frames_.push_back(frame);
    indents_.push_back(std::move(indent));
  }

  void close_frame(Frame& frame) {
    if (frame.items != nullptr && ++frame.item < frame.items->size()) {
      contexts_.back() = &(*frame.items)[frame.item];
      frame.next = frame.first;
      return;
    }
    if (frame.is_section) {
      contexts_.pop_back();
    } else {
      indents_.pop_back();
    }
    frames_.pop_back();
  }

  void render_text(std::string_view text) {
    const std::string& indent = indents_.back();
    if (indent.empty()) {
      out_ += text;
      return;
    }
    // A line that begins after this text begins in another node, which sees to its own indent.
    for (;;) {
      const std::size_t line_end = text.find('\n');
      if (line_end == std::string_view::npos || line_end + 1 == text.size()) break;
      out_ += text.substr(0, line_end + 1);
      out_ += indent;
      text.remove_prefix(line_end + 1);
    }
    out_ += text;
  }

  void render_variable(const ParsedTemplate& parsed, const TemplateNode& node) {
    const Lookup found = look_up(parsed, node);
    if (found.value == nullptr) {
      report_unknown(parsed, node, found);
      return;
    }
    const Json& value = *found.value;
    switch (value.type()) {
      case Json::value_t::string:
        if (node.kind == NodeKind::escaped) {
          append_escaped_html(out_, value.get_ref<const std::string&>());
        } else {
          out_ += value.get_ref<const std::string&>();
        }
        break;
      case Json::value_t::boolean: out_ += value.get<bool>() ? "true" : "false"; break;
      case Json::value_t::number_integer: out_ += std::to_string(value.get<Json::number_integer_t>()); break;
      case Json::value_t::number_unsigned: out_ += std::to_string(value.get<Json::number_unsigned_t>()); break;
      case Json::value_t::number_float: out_ += value.dump(); break;
      default: report_no_text(parsed, node, value); break;
    }
  }

  // Opening a frame moves the others: `frame` is not used after that.
  void render_section(Frame& frame, const TemplateNode& node) {
    const ParsedTemplate& parsed = *frame.parsed;
    const Lookup found = look_up(parsed, node);
    if (found.value == nullptr) report_unknown(parsed, node, found);
    const bool yes = found.value != nullptr && says_yes(*found.value);
    if (node.kind == NodeKind::inverted) {
      // Its content is that of the frame it stands in.
      if (yes) frame.next = node.end;
      return;
    }
    Frame content;
    content.parsed = &parsed;
    content.first = frame.next;
    content.next = frame.next;
    content.end = node.end;
    content.is_section = true;
    frame.next = node.end;
    if (!yes) return;
    content.items = found.value->get_ptr<const Json::array_t*>();
    contexts_.push_back(content.items == nullptr ? found.value : &content.items->front());
    frames_.push_back(content);
  }

  // False when rendering has to end here.
  bool render_partial(const ParsedTemplate& parsed, const TemplateNode& node) {
    const auto found = templates_.find(node.text);
    if (found == templates_.end()) {
      report_unknown_partial(parsed, node);
      return true;
    }
    // One indent stands for the template that rendering began with.
    if (indents_.size() > deepest_partial) {
      diagnostics_.error("template-depth", parsed.source->at(node.offset, node.length),
                         "partials are nested more than " + std::to_string(deepest_partial) + " deep",
                         "end the recursion: a partial that includes itself needs a section around the tag that at "
                         "some point says no");
      return false;
    }
    open_template(found->second, node.alone_on_line ? indents_.back() + std::string(node.indent) : std::string());
    return true;
  }

  Lookup look_up(const ParsedTemplate& parsed, const TemplateNode& node) const {
    Lookup result;
    if (node.part_count == 0) {
      if (!contexts_.empty()) result.value = contexts_.back();
      return result;
    }
    const std::span<const std::string_view> parts(&parsed.parts[node.first_part], node.part_count);
    for (auto context = contexts_.rbegin(); context != contexts_.rend() && result.value == nullptr; ++context) {
      result.value = member(**context, parts.front());
    }
    // Further parts are looked up inside what the first one is, and nowhere else.
    for (std::size_t i = 1; i < parts.size() && result.value != nullptr; ++i) {
      result.missing_part = i;
      result.parent = result.value;
      result.value = member(*result.parent, parts[i]);
    }
    return result;
  }

  void report_unknown(const ParsedTemplate& parsed, const TemplateNode& node, const Lookup& found) {
    if (!is_first_report_of(node)) return;
    const std::string unknown = "unknown name " + in_quotes(node.text);
    if (node.part_count == 0) {
      report_variable(parsed, node, "there is no context for '.'", "");
      return;
    }
    const std::string_view missing = parsed.parts[node.first_part + found.missing_part];
    if (found.parent == nullptr) {
      const std::string message = node.part_count == 1 ? unknown : unknown + ": there is no " + in_quotes(missing);
      report_variable(parsed, node, message, one_of_hint(missing, names_in_contexts()));
      return;
    }
    // Views of one source: the parts before the missing one, with the dots between them.
    const auto length = static_cast<std::size_t>(missing.data() - node.text.data()) - 1;
    const std::string parent = in_quotes(node.text.substr(0, length));
    if (!found.parent->is_object()) {
      report_variable(parsed, node, unknown + ": " + parent + " is " + std::string(kind_of(*found.parent)),
                      "only an object has names in it");
      return;
    }
    report_variable(parsed, node, unknown + ": " + parent + " has no " + in_quotes(missing),
                    one_of_hint(missing, names_in(*found.parent)));
  }

  void report_no_text(const ParsedTemplate& parsed, const TemplateNode& node, const Json& value) {
    if (!is_first_report_of(node)) return;
    const std::string name(node.text);
    std::string hint;
    if (value.is_null()) {
      hint = "give a text, or false and a section around this tag";
    } else if (value.is_array()) {
      hint = "show its items with a section: {{#" + name + "}}{{.}}{{/" + name + "}}";
    } else if (value.is_object() && !value.empty()) {
      const std::string prefix = node.part_count == 0 ? "" : name + ".";
      hint = "name a value in it, such as " + prefix + std::string(names_in(value).front());
    }
    report_variable(parsed, node,
                    in_quotes(node.text) + " is " + std::string(kind_of(value)) + " where a text is asked for", hint);
  }

  void report_unknown_partial(const ParsedTemplate& parsed, const TemplateNode& node) {
    if (!is_first_report_of(node)) return;
    std::vector<std::string_view> names;
    for (const auto& [name, unused] : templates_) names.push_back(name);
    diagnostics_.error("template-partial", parsed.source->at(node.offset, node.length),
                       "unknown partial " + in_quotes(node.text), one_of_hint(node.text, names));
  }

  void report_variable(const ParsedTemplate& parsed, const TemplateNode& node, std::string message, std::string hint) {
    diagnostics_.error("template-variable", parsed.source->at(node.offset, node.length), std::move(message),
                       std::move(hint));
  }

  // In a loop a tag is wrong as often as the list is long.
  bool is_first_report_of(const TemplateNode& node) { return reported_.insert(&node).second; }

  static std::vector<std::string_view> names_in(const Json& object) {
    std::vector<std::string_view> names;
    for (const auto& [name, unused] : object.get_ref<const Json::object_t&>()) names.push_back(name);
    return names;
  }

  std::vector<std::string_view> names_in_contexts() const {
    std::set<std::string_view> names;
    for (const Json* const context : contexts_) {
      if (!context->is_object()) continue;
      for (const std::string_view name : names_in(*context)) names.insert(name);
    }
    return {names.begin(), names.end()};
  }

  const ParsedTemplates& templates_;
  std::vector<const Json*> contexts_;
  std::vector<Frame> frames_;
  std::vector<std::string> indents_;  // One for each open template.
  std::string& out_;
  Diagnostics& diagnostics_;
  std::set<const TemplateNode*> reported_;
};

}  // namespace

struct Templates::Impl {
  ParsedTemplates parsed;
};

Templates::Templates() : impl_(std::make_unique<Impl>()) {}
Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;

void Templates::add(std::string name, std::shared_ptr<const SourceText> source, Diagnostics& diagnostics) {
  impl_->parsed.insert_or_assign(std::move(name), parse_template(std::move(source), diagnostics));
}

bool Templates::has(std::string_view name) const { return impl_->parsed.find(name) != impl_->parsed.end(); }

std::set<std::string, std::less<>> Templates::reached_from(std::string_view name) const {
  std::set<std::string, std::less<>> reached;
  std::vector<std::string_view> waiting{name};
  while (!waiting.empty()) {
    const auto found = impl_->parsed.find(waiting.back());
    waiting.pop_back();
    if (found == impl_->parsed.end()) continue;
    for (const TemplateNode& node : found->second.nodes)
      if (node.kind == NodeKind::partial && reached.emplace(node.text).second) waiting.push_back(node.text);
  }
  return reached;
}

void Templates::render(std::string_view name, std::span<const nlohmann::json* const> contexts, std::string& out,
                       Diagnostics& diagnostics) const {
  const auto found = impl_->parsed.find(name);
  if (found == impl_->parsed.end()) {
    std::vector<std::string_view> names;
    for (const auto& [known, unused] : impl_->parsed) names.push_back(known);
    diagnostics.error("template-missing", Location{}, "unknown template " + in_quotes(name), one_of_hint(name, names));
    return;
  }
  Renderer(impl_->parsed, contexts, out, diagnostics).render(found->second);
}

}  // namespace stoplicht

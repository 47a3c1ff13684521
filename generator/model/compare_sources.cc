#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "load/encoding.h"
#include "load/json_position.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"
#include "model/open_archive.h"

namespace stoplicht {
namespace {

std::string without_returns(std::string_view text) {
  std::string out(text);
  std::erase(out, '\r');
  return out;
}

std::string shown(const Json& value) {
  constexpr std::size_t most = 60;
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list of " + std::to_string(value.size());
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (length_in_characters(text) <= most) return text;
  std::size_t end = 0;
  for (std::size_t i = 0; i < most; ++i) next_character(text, end);
  return text.substr(0, end) + "…";
}

class SourceComparison {
 public:
  SourceComparison(const SiteFolder& folder, const Edition& edition, Diagnostics& diagnostics)
      : folder_(folder), edition_(edition), diagnostics_(diagnostics) {}

  void run() {
    compare_period();
    compare_texts();
    compare_attachments();
  }

 private:
  std::string name() const { return "edition " + std::to_string(edition_.number) + " of " + edition_.period_id; }

  void differs(Location where, const std::string& what) {
    diagnostics_.error("edition-differs", std::move(where), what,
                       "put back what was published, or publish the change: stoplicht correct " + edition_.period_id +
                           " --reason \"...\"");
  }

  Location missing(const std::string& path) const { return Location{path, 0, 0, 1, ""}; }

  void compare_period() {
    const std::string path = period_file(edition_.period_id);
    const auto today = folder_.data.find(path);
    if (today == folder_.data.end() || today->second == nullptr) {
      if (!folder_.missed(path)) differs(missing(path), "the file is missing, but " + name() + " was made of it");
      return;
    }
    Json now = today->second->root();
    if (!now.is_object()) return;
    now.erase("$schema");
    compare(*today->second, "", edition_.folder.data.at(path)->root(), now);
  }

  // Of a report that was withdrawn the sources may still tell.
  bool passes_over(const std::string& pointer, const Json& item) const {
    return pointer == "/projects" && item.is_object() && item.contains("project") && item["project"].is_string() &&
           edition_.is_withdrawn(std::string(project_part) + item["project"].get<std::string>());
  }

  void compare(const Document& document, const std::string& pointer, const Json& then, const Json& now) {
    if (then == now) return;
    if (then.is_object() && now.is_object()) {
      for (const auto& [key, value] : then.items()) {
        const std::string inside = pointer + "/" + escape_pointer_part(key);
        if (now.contains(key))
          compare(document, inside, value, now[key]);
        else
          differs(document.at(pointer), in_quotes(key) + " is missing; in " + name() + " it is " + shown(value));
      }
      for (const auto& [key, value] : now.items())
        if (!then.contains(key) && !is_answer(pointer, key))
          differs(document.at_key(pointer + "/" + escape_pointer_part(key)), in_quotes(key) + " is not in " + name());
      return;
    }
    if (then.is_array() && now.is_array()) {
      compare_lists(document, pointer, then, now);
      return;
    }
    differs(document.at(pointer), "this is " + shown(now) + ", but " + shown(then) + " in " + name());
  }

  void compare_lists(const Document& document, const std::string& pointer, const Json& then, const Json& now) {
    std::size_t i = 0;
    for (std::size_t at = 0; at < now.size(); ++at) {
      if (passes_over(pointer, now[at])) continue;
      const std::string inside = pointer + "/" + std::to_string(at);
      if (i < then.size())
        compare(document, inside, then[i], now[at]);
      else
        differs(document.at(inside), "this is not in " + name());
      ++i;
    }
    if (i < then.size())
      differs(document.at(pointer), "the list has " + std::to_string(i) + (i == 1 ? " item" : " items") + ", but " +
                                        std::to_string(then.size()) + " in " + name());
  }

  // What came of an announcement becomes known later; it is no change of what was published.
  static bool is_answer(const std::string& pointer, const std::string& key) {
    return key == "done" && pointer.starts_with("/announces/");
  }

  void compare_texts() {
    for (const auto& [path, then] : edition_.folder.content) {
      if (!is_own_text(edition_, path) || edition_.is_withdrawn(std::string(text_part) + path)) continue;
      const auto today = folder_.content.find(path);
      if (today == folder_.content.end()) {
        if (!folder_.missed(path)) differs(missing(path), "the file is missing, but " + name() + " has it");
        continue;
      }
      const MarkdownDocument& now = *today->second;
      compare(now, "", then->root(), now.root());
      compare_bodies(now, without_returns(then->body()));
    }
    for (const auto& [path, document] : folder_.content)
      if (is_own_text(edition_, path) && !edition_.folder.content.contains(path) &&
          !edition_.is_withdrawn(std::string(text_part) + path))
        differs(document->source().whole(), "this file is not in " + name());
  }

  void compare_bodies(const MarkdownDocument& now, const std::string& then) {
    const std::string body = without_returns(now.body());
    if (body == then) return;
    const auto [end, other_end] = std::mismatch(body.begin(), body.end(), then.begin(), then.end());
    const int line = now.body_line() + static_cast<int>(std::count(body.begin(), end, '\n'));
    const std::size_t start = static_cast<std::size_t>(end - body.begin());
    const std::size_t line_start = start == 0 ? 0 : body.rfind('\n', start - 1) + 1;
    const std::size_t line_end = std::min(body.find('\n', line_start), body.size());
    const std::string excerpt = body.substr(line_start, line_end - line_start);
    const int column =
        static_cast<int>(length_in_characters(std::string_view(body).substr(line_start, start - line_start))) + 1;
    differs(Location{now.source().path(), line, column, 1, excerpt}, "from here on the text is not that of " + name());
  }

  void compare_attachments() {
    for (const auto& [path, then] : edition_.attachments) {
      if (!is_source_of(path, edition_.period_id)) continue;  // The edition has its own copy of what others use, too.
      const auto today = folder_.attachments.find(path);
      if (today == folder_.attachments.end()) {
        if (!folder_.missed(path)) differs(missing(path), "the file is missing, but " + name() + " has it");
      } else if (sha256(today->second) != then) {
        differs(missing(path), "this is not the file of " + name());
      }
    }
    for (const auto& [path, bytes] : folder_.attachments)
      if (is_source_of(path, edition_.period_id) && !edition_.attachments.contains(path) &&
          !edition_.is_withdrawn(std::string(attachment_part) + path))
        differs(missing(path), "this file is not in " + name());
  }

  const SiteFolder& folder_;
  const Edition& edition_;
  Diagnostics& diagnostics_;
};

}  // namespace

void compare_sources(const SiteFolder& folder, const Archive& archive, Diagnostics& diagnostics,
                     std::string_view except) {
  for (const auto& edition : archive.editions)
    if (edition->is_newest() && edition->period_id != except) SourceComparison(folder, *edition, diagnostics).run();
}

}  // namespace stoplicht

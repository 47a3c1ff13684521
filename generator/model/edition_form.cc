#include "model/edition_form.h"

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "load/encoding.h"
#include "load/file_list.h"
#include "load/json_position.h"
#include "model/edition_parts.h"
#include "model/reader.h"

namespace stoplicht {
namespace {

// A path below content/ that every system can have.
bool is_content_path(std::string_view path) {
  if (!path.starts_with("content/") || !is_safe_relative_path(path)) return false;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (!fault_in_file_name(path.substr(0, end)).empty()) return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

bool is_text_path(std::string_view path) { return is_content_path(path) && path.ends_with(".md"); }

bool is_file_name(std::string_view name) {
  return name.find('/') == std::string_view::npos && fault_in_file_name(name).empty();
}

std::string_view after(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

bool is_id(std::string_view text) {
  constexpr std::size_t longest = 80;
  return has_id_form(text) && text.size() <= longest;
}

// "2020-07/ggz".
bool is_history_of_project(std::string_view name) {
  const std::size_t slash = name.find('/');
  return slash != std::string_view::npos && is_id(name.substr(0, slash)) && is_id(name.substr(slash + 1));
}

bool is_part_name(std::string_view name, std::string_view period_id) {
  constexpr std::string_view single[] = {"site", "organisations", "programmes", "glossary", "period"};
  if (std::find(std::begin(single), std::end(single), name) != std::end(single)) return true;
  if (const auto id = after(name, project_part); !id.empty()) return is_id(id);
  if (const auto id = after(name, commitment_part); !id.empty()) return is_file_name(id);
  if (const auto path = after(name, attachment_part); !path.empty()) return is_content_path(path);
  if (const auto path = after(name, text_part); !path.empty())
    return is_text_path(path) && (is_source_of(path, period_id) || path.starts_with("content/commitments/"));
  const auto history = after(name, history_part);
  return (is_id(history) && history != period_id) || is_history_of_project(history);
}

class PartForm {
 public:
  PartForm(const Seal& seal, const std::string& name, Diagnostics& diagnostics)
      : seal_(seal),
        name_(name),
        content_(seal.document->root().at("parts").at(name).at("content")),
        diagnostics_(diagnostics) {}

  void check() {
    if (!is(content_, "", Type::object) || name_ == "site" || name_ == "organisations" || name_ == "programmes") return;
    if (name_ == "period") return check_period();
    if (name_ == "glossary") return check_glossary();
    if (const auto id = after(name_, project_part); !id.empty()) return check_project(id);
    if (const auto id = after(name_, commitment_part); !id.empty()) return expect_text(content_, "", "id", id);
    if (name_.starts_with(text_part)) return check_text();
    if (name_.starts_with(attachment_part)) return check_attachment();
    if (const auto history = after(name_, history_part); !history.empty()) check_history(history);
  }

 private:
  enum class Type { object, list, text, number };

  // `pointer` is relative to the content.
  void fault(const std::string& pointer, const std::string& message) {
    const std::string whole = "/parts/" + escape_pointer_part(name_) + "/content" + pointer;
    diagnostics_.error("edition-form", seal_.document->at(whole), message, put_back_hint);
  }

  bool is(const Json& value, const std::string& pointer, Type type) {
    const bool fits = type == Type::object ? value.is_object()
                      : type == Type::list ? value.is_array()
                      : type == Type::text ? value.is_string()
                                           : value.is_number();
    constexpr const char* names[] = {"an object", "a list", "a text", "a number"};
    if (!fits) fault(pointer, "is " + std::string(kind_of(value)) + ", not " + names[static_cast<int>(type)]);
    return fits;
  }

  // Null after reporting that an object has no such member, or one of another type.
  const Json* member(const Json& object, const std::string& pointer, const std::string& key, Type type) {
    const auto found = object.find(key);
    if (found == object.end()) {
      fault(pointer, in_quotes(key) + " is missing");
      return nullptr;
    }
    return is(*found, pointer + "/" + key, type) ? &*found : nullptr;
  }

  void expect_text(const Json& object, const std::string& pointer, const std::string& key, std::string_view wanted) {
    const Json* text = member(object, pointer, key, Type::text);
    if (text != nullptr && text->get_ref<const std::string&>() != wanted)
      fault(pointer + "/" + key, "is not " + in_quotes(wanted));
  }

  void check_whole_number(const std::string& key, double largest) {
    const Json* number = member(content_, "", key, Type::number);
    if (number == nullptr) return;
    if (!number->is_number_integer() || *number < 0 || *number > largest)
      fault("/" + key, "is no whole number of at least 0, or too large");
  }

  void check_figures() {
    const Json* figures = member(content_, "", "figures", Type::object);
    if (figures == nullptr) return;
    for (const auto& [path, text] : figures->items()) is(text, "/figures/" + escape_pointer_part(path), Type::text);
  }

  void check_period() {
    expect_text(content_, "", "id", seal_.link.period_id);
    std::set<std::string> listed;
    if (content_.contains("projects")) {
      const Json* projects = member(content_, "", "projects", Type::list);
      for (std::size_t i = 0; projects != nullptr && i < projects->size(); ++i) {
        const std::string pointer = "/projects/" + std::to_string(i);
        if (!is(projects->at(i), pointer, Type::text)) continue;
        const std::string id = projects->at(i);
        if (!is_id(id)) fault(pointer, in_quotes(id) + " is no id");
        if (!listed.insert(id).second) fault(pointer, in_quotes(id) + " stands here twice");
      }
    }
    for (const auto& [name, digest] : seal_.parts) {
      const auto id = after(name, project_part);
      if (!id.empty() && !listed.contains(std::string(id)))
        fault("", "does not list project " + in_quotes(id) + " of this edition");
    }
  }

  void check_project(std::string_view id) {
    if (const Json* report = member(content_, "", "report", Type::object))
      expect_text(*report, "/report", "project", id);
    const Json* resolved = member(content_, "", "resolved", Type::object);
    if (resolved == nullptr) return;
    if (const Json* status = member(*resolved, "/resolved", "status", Type::object)) {
      member(*status, "/resolved/status", "label", Type::text);
      member(*status, "/resolved/status", "light", Type::text);
    }
    check_computed(*resolved, "/resolved");
  }

  void check_computed(const Json& object, const std::string& pointer) {
    if (const auto found = object.find("computed"); found != object.end() && found->is_null()) return;
    const Json* computed = member(object, pointer, "computed", Type::object);
    if (computed == nullptr) return;
    member(*computed, pointer + "/computed", "status", Type::text);
    member(*computed, pointer + "/computed", "of_target", Type::number);
    member(*computed, pointer + "/computed", "of_time", Type::number);
  }

  void check_text() {
    member(content_, "", "front_matter", Type::object);
    member(content_, "", "text", Type::text);
    check_figures();
  }

  void check_attachment() {
    const Json* digest = member(content_, "", "sha256", Type::text);
    if (digest != nullptr && !is_digest(digest->get_ref<const std::string&>()))
      fault("/sha256", "is not a digest: that has 64 digits from 0 to f");
    constexpr double largest_file = 1LL << 40;
    check_whole_number("size", largest_file);
  }

  void check_glossary() {
    const Json* path = member(content_, "", "path", Type::text);
    const bool is_own = path != nullptr && is_text_path(path->get_ref<const std::string&>()) &&
                        !path->get_ref<const std::string&>().starts_with("content/periods/") &&
                        !path->get_ref<const std::string&>().starts_with("content/commitments/");
    if (path != nullptr && !is_own) fault("/path", "is not the path of a text of the whole site");
    member(content_, "", "terms", Type::list);
    check_figures();
  }

  void check_history(std::string_view history) {
    const std::size_t slash = history.find('/');
    const auto period = history.substr(0, slash);
    if (slash == std::string_view::npos) {
      const Json* told = member(content_, "", "period", Type::object);
      if (told == nullptr) return;
      expect_text(*told, "/period", "id", period);
      if (told->contains("projects")) fault("/period/projects", "projects are parts of their own");
      return;
    }
    if (!seal_.parts.contains(std::string(history_part) + std::string(period)))
      fault("", "tells of a period that this edition does not tell of");
    if (const Json* report = member(content_, "", "report", Type::object))
      expect_text(*report, "/report", "project", history.substr(slash + 1));
    check_computed(content_, "");
    check_whole_number("place", largest_place);
  }

  static constexpr double largest_place = 999'999;

  const Seal& seal_;
  const std::string& name_;
  const Json& content_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_part_form(const Seal& seal, const std::string& name, Diagnostics& diagnostics) {
  if (is_part_name(name, seal.link.period_id)) PartForm(seal, name, diagnostics).check();
}

void check_part_names(const Seal& seal, Diagnostics& diagnostics) {
  const std::string& period = seal.link.period_id;
  for (const auto& [name, digest] : seal.parts) {
    if (is_part_name(name, period)) continue;
    diagnostics.error("edition-form", seal.document->at_key("/seal/parts/" + escape_pointer_part(name)),
                      in_quotes(name) + " is no name of a part of an edition of " + period, put_back_hint);
  }
  for (const char* name : {"site", "organisations", "programmes", "period"}) {
    if (seal.parts.contains(name)) continue;
    diagnostics.error("edition-form", seal.document->at("/seal/parts"), "part " + in_quotes(name) + " is missing",
                      put_back_hint);
  }
}

bool is_history_of(std::string_view part, std::string_view period_id) {
  const std::string_view history = after(part, history_part);
  return history.substr(0, history.find('/')) == period_id && history.size() > period_id.size();
}

bool may_be_withdrawn(std::string_view part, std::string_view period_id) {
  return is_part_name(part, part.starts_with(history_part) ? std::string_view() : period_id) &&
         part != std::string(history_part) + std::string(period_id);
}

bool may_be_withdrawn_alone(std::string_view part, std::string_view period_id) {
  if (!may_be_withdrawn(part, period_id)) return false;
  if (part.starts_with(history_part)) return is_history_of(part, period_id);
  return part.starts_with(project_part) || part.starts_with(text_part) || part.starts_with(attachment_part);
}

}  // namespace stoplicht

#include "model/compare_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "load/json_position.h"

namespace stoplicht {
namespace {

// What people wrote to be read; in lists that are not below, and of front matter also "kind" and "from".
constexpr std::array text_keys{std::string_view("action"),        std::string_view("also"),
                               std::string_view("basis_note"),    std::string_view("cause"),
                               std::string_view("consequence"),   std::string_view("contradiction"),
                               std::string_view("date_note"),     std::string_view("decision"),
                               std::string_view("description"),   std::string_view("done"),
                               std::string_view("group"),         std::string_view("headline"),
                               std::string_view("label"),         std::string_view("limits"),
                               std::string_view("meaning"),       std::string_view("name"),
                               std::string_view("note"),          std::string_view("number"),
                               std::string_view("outcome"),       std::string_view("override_reason"),
                               std::string_view("reported_note"), std::string_view("role"),
                               std::string_view("short_name"),    std::string_view("summary"),
                               std::string_view("target_label"),  std::string_view("term"),
                               std::string_view("text"),          std::string_view("title"),
                               std::string_view("unit_label"),    std::string_view("what")};

// Where pages show it: what they begin with first, notes last.
std::ptrdiff_t place_in_reading(std::string_view key) {
  constexpr std::array order{
      std::string_view("number"),      std::string_view("name"),    std::string_view("title"),
      std::string_view("headline"),    std::string_view("summary"), std::string_view("cause"),
      std::string_view("consequence"), std::string_view("action"),  std::string_view("contradiction"),
      std::string_view("*"),           std::string_view("note")};
  const auto place = [&](std::string_view wanted) {
    return std::find(order.begin(), order.end(), wanted) - order.begin();
  };
  const std::ptrdiff_t found = place(key);
  return found < std::ssize(order) ? found : place("*");
}

// Lists of which all is told as data, whatever its keys are called.
bool holds_data(std::string_view list) { return list == "sources" || list == "events" || list == "figures"; }

bool is_list_of_objects(const Json* value) {
  return value != nullptr && value->is_array() && !value->empty() &&
         std::all_of(value->begin(), value->end(), [](const Json& item) { return item.is_object(); });
}

// A number that the source qualifies: "about 500".
bool is_quantity(const Json& value) { return value.is_object() && value.contains("value"); }

bool has_members(const Json* value) { return value != nullptr && value->is_object() && !is_quantity(*value); }

// A value as a file has it: a text without its quotes, a list of plain values line by line.
std::string plain(const Json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  const auto of_members = [&](std::string_view separator) {
    std::vector<std::string> parts;
    for (const Json& item : *value) parts.push_back(plain(&item));
    return join(parts, separator);
  };
  if (value->is_array()) return of_members("\n");
  if (is_quantity(*value)) {
    const std::string number = plain(&value->at("value"));
    return value->contains("qualifier") ? plain(&value->at("qualifier")) + " " + number : number;
  }
  if (value->is_object()) return of_members("; ");
  // 1500, and not 1500.0.
  if (value->is_number_float())
    if (const double number = value->get<double>(); std::nearbyint(number) == number && std::abs(number) < 1e15)
      return std::to_string(static_cast<std::int64_t>(number));
  return value->dump();
}

// What tells an item of a list from the others: its id, its reference, or the words that name it.
std::string identity(const Json& item) {
  for (const char* key : {"id", "project", "indicator", "programme", "organisation", "title", "term", "what", "text"})
    if (const auto found = item.find(key); found != item.end() && found->is_string()) return found->get<std::string>();
  return {};
}

bool has_reference(const Json& item) {
  return item.contains("id") || item.contains("project") || item.contains("indicator") || item.contains("organisation");
}

// One item of a list on either side.
struct Pair {
  const Json* before = nullptr;
  const Json* after = nullptr;
  std::size_t index = 0;  // In the newer list, or in the older when it is only there.
};

class Comparison {
 public:
  Comparison(const JsonSubject& subject, Changes& changes) : subject_(subject), changes_(changes) {}

  void members(const Json* before, const Json* after, const std::string& pointer, const std::string& key,
               const std::vector<std::string_view>& passed_over) {
    std::set<std::string> names;
    for (const Json* side : {before, after})
      if (side != nullptr && side->is_object())
        for (const auto& [name, value] : side->items()) names.insert(name);
    std::vector<std::string> keys(names.begin(), names.end());
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto& a, const auto& b) { return place_in_reading(a) < place_in_reading(b); });
    for (const std::string& name : keys) {
      if (std::find(passed_over.begin(), passed_over.end(), name) != passed_over.end()) continue;
      value(name, member(before, name), member(after, name), pointer + "/" + escape_pointer_part(name),
            key.empty() ? name : key + "/" + name);
    }
  }

 private:
  static const Json* member(const Json* object, const std::string& name) {
    if (object == nullptr || !object->is_object()) return nullptr;
    const auto found = object->find(name);
    return found != object->end() ? &*found : nullptr;
  }

  void value(const std::string& name, const Json* before, const Json* after, const std::string& pointer,
             const std::string& key) {
    if (before == after || (before != nullptr && after != nullptr && *before == *after)) return;
    if (is_list_of_objects(before) || is_list_of_objects(after)) {
      const bool was_data = in_data_;
      in_data_ = in_data_ || holds_data(name);
      list(before, after, pointer, key);
      in_data_ = was_data;
    } else if (has_members(before) || has_members(after)) {
      members(before, after, pointer, key, {});
    } else {
      leaf(name, before, after, pointer, key);
    }
  }

  void leaf(const std::string& name, const Json* before, const Json* after, const std::string& pointer,
            const std::string& key) {
    const auto is_null = [](const Json* side) { return side != nullptr && side->is_null(); };
    const bool both_without_text = (before == nullptr || is_null(before)) && (after == nullptr || is_null(after));
    if (is_text(name) && !both_without_text) {
      add_text(changes_, subject_, key, is_null(before) ? "" : plain(before), is_null(after) ? "" : plain(after));
    } else {
      add_other(changes_, subject_, pointer, plain(before), plain(after));
    }
  }

  bool is_text(std::string_view name) const {
    if (in_data_) return false;
    if (subject_.front_matter && (name == "kind" || name == "from")) return true;
    return std::find(text_keys.begin(), text_keys.end(), name) != text_keys.end();
  }

  void list(const Json* before, const Json* after, const std::string& pointer, const std::string& key) {
    const std::vector<Pair> pairs = paired(before, after);
    for (const Pair& pair : pairs) {
      const std::string at = "/" + std::to_string(pair.index);
      if (pair.before != nullptr && pair.after != nullptr) {
        members(pair.before, pair.after, pointer + at, key + at, {});
      } else if (in_data_) {
        add_other(changes_, subject_, pointer + at, whole(pair.before), whole(pair.after));
      } else {
        add_text(changes_, subject_, key + at, whole(pair.before), whole(pair.after));
      }
    }
    compare_order(before, pairs, pointer);
  }

  // An item with what names it first.
  static std::string whole(const Json* item) {
    if (item == nullptr) return {};
    const std::string name = identity(*item);
    std::vector<std::string> parts{name};
    for (const Json& each : *item)
      if (std::string text = plain(&each); text != name) parts.push_back(std::move(text));
    return join(parts, "; ");
  }

  static std::vector<Pair> paired(const Json* before, const Json* after) {
    static const Json none = Json::array();
    const Json& old_items = before != nullptr && before->is_array() ? *before : none;
    const Json& new_items = after != nullptr && after->is_array() ? *after : none;
    std::unordered_map<std::string, std::vector<std::size_t>> places;  // Of old items, the last first.
    for (std::size_t i = old_items.size(); i-- > 0;) places[identity(old_items[i])].push_back(i);
    std::vector<Pair> pairs;
    std::vector<bool> used(old_items.size(), false);
    for (std::size_t i = 0; i < new_items.size(); ++i) {
      Pair pair{nullptr, &new_items[i], i};
      if (const auto found = places.find(identity(new_items[i])); found != places.end() && !found->second.empty()) {
        pair.before = &old_items[found->second.back()];
        used[found->second.back()] = true;
        found->second.pop_back();
      }
      pairs.push_back(pair);
    }
    // What has only words to know it by may have got other words.
    std::size_t next = 0;
    const auto next_unused = [&] {
      while (next < used.size() && (used[next] || has_reference(old_items[next]))) ++next;
      return next < used.size();
    };
    for (Pair& pair : pairs) {
      if (pair.before != nullptr || has_reference(*pair.after) || !next_unused()) continue;
      pair.before = &old_items[next];
      used[next] = true;
    }
    for (std::size_t i = 0; i < old_items.size(); ++i)
      if (!used[i]) pairs.push_back({&old_items[i], nullptr, i});
    return pairs;
  }

  // The order in which items are shown.
  void compare_order(const Json* before, const std::vector<Pair>& pairs, const std::string& pointer) {
    std::vector<std::string> old_order, new_order;
    std::set<const Json*> in_both;
    for (const Pair& pair : pairs) {
      if (pair.before == nullptr || pair.after == nullptr) continue;
      in_both.insert(pair.before);
      new_order.push_back(identity(*pair.before));
    }
    if (in_both.empty()) return;
    for (const Json& item : *before)
      if (in_both.contains(&item)) old_order.push_back(identity(item));
    if (old_order != new_order) add_other(changes_, subject_, pointer, join(old_order, "\n"), join(new_order, "\n"));
  }

  const JsonSubject& subject_;
  Changes& changes_;
  bool in_data_ = false;
};

}  // namespace

void compare_json(const JsonSubject& subject, const Json* before, const Json* after,
                  const std::vector<std::string_view>& passed_over, Changes& changes) {
  Comparison(subject, changes).members(before, after, subject.pointer, "", passed_over);
}

void add_text(Changes& changes, const JsonSubject& subject, std::string key, std::string before, std::string after) {
  if (before == after) return;
  std::vector<TextPiece> pieces = text_difference(before, after);
  changes.texts.push_back(
      {subject.subject, std::move(key), subject.project_id, std::move(before), std::move(after), std::move(pieces)});
}

void add_other(Changes& changes, const JsonSubject& subject, std::string pointer, std::string before,
               std::string after) {
  if (before == after) return;
  changes.others.push_back(
      {subject.subject, std::move(pointer), subject.project_id, std::move(before), std::move(after), {}});
}

}  // namespace stoplicht

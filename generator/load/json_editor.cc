#include "load/json_editor.h"

#include <algorithm>

#include "load/json_position.h"

namespace stoplicht {

namespace {

const Json* next_value(const Json& inside, const JsonStep& step) {
  if (step.item.empty()) return inside.is_object() && inside.contains(step.key) ? &inside.at(step.key) : nullptr;
  if (!inside.is_array()) return nullptr;
  const auto found = std::find_if(inside.begin(), inside.end(), [&](const Json& item) {
    return item.is_object() && item.contains(step.key) && item.at(step.key) == step.item;
  });
  return found == inside.end() ? nullptr : &*found;
}

}  // namespace

const Json* find_value(const Json& root, const JsonPath& path) {
  const Json* at = &root;
  for (const JsonStep& step : path)
    if (at != nullptr) at = next_value(*at, step);
  return at;
}

JsonEditor::JsonEditor(std::string text, std::vector<std::string_view> order)
    : text_(std::move(text)), order_(std::move(order)), root_(Json::parse(text_)) {}

std::string JsonEditor::resolve(const JsonPath& path, std::size_t& steps) const {
  std::string pointer;
  const Json* at = &root_;
  for (steps = 0; steps < path.size(); ++steps) {
    const JsonStep& step = path[steps];
    const Json* next = next_value(*at, step);
    if (next == nullptr) break;
    pointer += "/" + (step.item.empty() ? escape_pointer_part(step.key) : std::to_string(next - &at->front()));
    at = next;
  }
  return pointer;
}

std::string JsonEditor::pointer(const JsonPath& path) const {
  std::size_t steps = 0;
  return resolve(path, steps);
}

JsonEditor::Container JsonEditor::container(const std::string& pointer) const {
  Container container;
  const JsonToken open = next_json_token(text_, find_json_value(text_, pointer).offset);
  container.open = open.offset;
  JsonToken token = next_json_token(text_, open.end_offset());
  while (!token.closes() && !token.is(JsonToken::Kind::end)) {
    Item item{token.offset, token.offset, 0};
    if (open.is(JsonToken::Kind::begin_object)) {
      container.keys.push_back(string_value(text_, token));
      const JsonToken colon = next_json_token(text_, token.end_offset());
      token = next_json_token(text_, colon.end_offset());
      item.value = token.offset;
    }
    item.end = end_of_json_value(text_, token);
    container.items.push_back(item);
    token = next_json_token(text_, item.end);
    if (token.is(JsonToken::Kind::comma)) token = next_json_token(text_, token.end_offset());
  }
  container.close = token.offset;
  return container;
}

std::size_t JsonEditor::rank(std::string_view key) const {
  return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), key) - order_.begin());
}

std::string JsonEditor::written(const Json& value) const {
  if (value.is_array()) {
    std::string out;
    for (const Json& item : value) out += (out.empty() ? " " : ", ") + written(item);
    return out.empty() ? "[]" : "[" + out + " ]";
  }
  if (!value.is_object()) return value.dump();
  std::vector<std::string> keys;
  for (const auto& [key, member] : value.items()) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  std::string out;
  for (const std::string& key : keys)
    out += (out.empty() ? " " : ", ") + Json(key).dump() + ": " + written(value.at(key));
  return out.empty() ? "{}" : "{" + out + " }";
}

void JsonEditor::replace(const std::string& pointer, const Json& value) {
  const JsonToken first = next_json_token(text_, find_json_value(text_, pointer).offset);
  text_.replace(first.offset, end_of_json_value(text_, first) - first.offset, written(value));
  root_.at(Json::json_pointer(pointer)) = value;
}

void JsonEditor::add(const std::string& parent, const JsonStep& step, const Json& value) {
  const Container inside = container(parent);
  Json& object = root_.at(Json::json_pointer(parent));
  const bool is_list = object.is_array();
  const std::string key = is_list ? "" : Json(step.key).dump() + ": ";
  if (inside.items.empty()) {
    text_.replace(inside.open + 1, inside.close - inside.open - 1, " " + key + written(value) + " ");
  } else {
    // Behind the last one that usually stands before it.
    std::size_t after = inside.items.size() - 1;
    if (!is_list && rank(step.key) < order_.size())
      while (after > 0 && rank(inside.keys[after]) > rank(step.key)) --after;
    // As far from it as its neighbours are from each other.
    const std::size_t like = after == 0 && inside.items.size() > 1 ? 1 : after;
    const std::size_t before = inside.items[like].begin;
    const std::size_t space = text_.find_last_not_of(" \t\r\n", before - 1) + 1;
    std::string between = text_.substr(space, before - space);
    if (between.empty() || (like == 0 && between.find('\n') == std::string::npos)) between = " ";
    text_.insert(inside.items[after].end, "," + between + key + written(value));
  }
  if (is_list)
    object.push_back(value);
  else
    object[step.key] = value;
}

void JsonEditor::set(const JsonPath& path, const Json& value) {
  std::size_t steps = 0;
  std::string pointer = resolve(path, steps);
  if (steps == path.size()) return replace(pointer, value);
  for (; steps < path.size(); ++steps) {
    const bool last = steps + 1 == path.size();
    Json added = value;
    if (!last) added = path[steps + 1].item.empty() ? Json::object() : Json::array();
    if (!path[steps].item.empty()) added = {{path[steps].key, path[steps].item}};
    add(pointer, path[steps], added);
    std::size_t now = 0;
    pointer = resolve(JsonPath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps) + 1), now);
  }
}

void JsonEditor::remove(const JsonPath& path) {
  std::size_t steps = 0;
  const std::string pointer = resolve(path, steps);
  if (steps < path.size() || path.empty()) return;
  const std::string parent(parent_pointer(pointer));
  const Container inside = container(parent);
  Json& object = root_.at(Json::json_pointer(parent));
  const std::string& key = path.back().key;
  const auto at = static_cast<std::size_t>(
      path.back().item.empty() ? std::find(inside.keys.begin(), inside.keys.end(), key) - inside.keys.begin()
                               : std::stol(pointer.substr(parent.size() + 1)));
  const Item& item = inside.items[at];
  if (at + 1 < inside.items.size())
    text_.erase(item.begin, inside.items[at + 1].begin - item.begin);
  else if (at > 0)
    text_.erase(inside.items[at - 1].end, item.end - inside.items[at - 1].end);
  else
    text_.erase(inside.open + 1, inside.close - inside.open - 1);
  if (object.is_array())
    object.erase(at);
  else
    object.erase(key);
}

}  // namespace stoplicht

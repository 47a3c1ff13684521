#include "model/reader.h"

#include <algorithm>

#include "base/text.h"
#include "load/json_position.h"

namespace stoplicht {
namespace {

constexpr std::string_view schema_key = "$schema";
constexpr std::int64_t largest_amount = 10'000'000'000'000;  // So that no sum of years can overflow.

// How a key is written in the file at hand.
std::string written(const Document& document, std::string_view key, std::string_view value) {
  if (is_front_matter(document)) return std::string(key) + ": " + std::string(value);
  return '"' + std::string(key) + "\": " + std::string(value);
}

std::string_view how_to_write(std::string_view wanted) {
  if (wanted == "a text") return "write it between quotes";
  if (wanted == "a date") return "write a date between quotes: \"2024-04-18\", \"2024-04\", \"2024-Q2\" or \"2024\"";
  if (wanted == "a number") return "write digits without quotes, with a point for decimals: 6.5";
  if (wanted == "a whole number") return "write digits only, without quotes or points: 2000000";
  if (wanted == "true or false") return "write true or false, without quotes";
  if (wanted == "a list") return "write a list: [ … ]";
  return "write an object: { … }";
}

bool lacks_front_matter(const Document& document) {
  const auto* markdown = dynamic_cast<const MarkdownDocument*>(&document);
  return markdown != nullptr && markdown->body_line() == 1;
}

// In YAML "menu:footer" is a key with nothing behind it.
std::string hint_for_unknown(std::string_view key, const std::vector<std::string_view>& names) {
  const std::size_t colon = std::min(key.find(':'), key.size());
  const bool lacks_space = std::find(names.begin(), names.end(), key.substr(0, colon)) != names.end();
  if (!lacks_space) return one_of_hint(key, names);
  const std::string spaced = std::string(key.substr(0, colon + 1)) + " " + std::string(key.substr(colon + 1));
  return "write " + in_quotes(spaced) + ", with a space";
}

const Json& empty_object() {
  static const Json object = Json::object();
  return object;
}

}  // namespace

bool is_front_matter(const Document& document) { return dynamic_cast<const MarkdownDocument*>(&document) != nullptr; }

// ---- places -------------------------------------------------------------------------------

std::string Place::pointer() const {
  if (parent_ == nullptr) return "";
  std::string pointer = parent_->pointer() + '/';
  if (key_.data() == nullptr) return pointer + std::to_string(index_);
  return pointer + escape_pointer_part(key_);
}

std::string_view kind_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null: return "null";
    case Json::value_t::object: return "an object";
    case Json::value_t::array: return "a list";
    case Json::value_t::string: return "a text";
    case Json::value_t::boolean: return value.get<bool>() ? "true" : "false";
    default: return "a number";
  }
}

// ---- the reader ---------------------------------------------------------------------------

ObjectReader::ObjectReader(const Document& document, Diagnostics& diagnostics)
    : object_(&document.root()),
      place_(document),
      diagnostics_(diagnostics),
      lacks_front_matter_(lacks_front_matter(document)) {
  if (!object_->is_object()) {
    wrong_type(place_, is_front_matter(document) ? "the front matter" : "the file", *object_, "an object");
    object_ = &empty_object();
    is_object_ = false;
  } else if (!is_front_matter(document)) {
    if (const Json* schema = find(schema_key); schema != nullptr && !schema->is_string()) {
      wrong_type(schema_key, *schema, "a text");
    }
  }
}

ObjectReader::ObjectReader(const Json& object, const Place& place, Diagnostics& diagnostics)
    : object_(&object), place_(place), diagnostics_(diagnostics) {}

void ObjectReader::error(std::string_view id, Location where, std::string message, std::string hint) {
  faulty_ = true;
  diagnostics_.error(id, std::move(where), std::move(message), std::move(hint));
}

const Json* ObjectReader::find(std::string_view key, std::string_view form) {
  known_.push_back(key);
  if (!form.empty()) required_ = key;
  const auto found = object_->find(key);
  if (found != object_->end()) {
    ++found_;
    return &*found;
  }
  if (!form.empty()) missing(key, "add " + written(place_.document(), key, form));
  return nullptr;
}

void ObjectReader::missing(std::string_view key, std::string hint) {
  faulty_ = true;
  if (lacks_front_matter_) {
    lacking_.push_back(in_quotes(key));
  } else if (is_object_) {
    diagnostics_.error("key-missing", here(), in_quotes(key) + " is missing", std::move(hint));
  }
}

void ObjectReader::wrong_type(std::string_view key, const Json& value, std::string_view wanted) {
  wrong_type(place_.member(key), in_quotes(key), value, wanted, key != required_);
}

void ObjectReader::wrong_type(const Place& place, std::string_view subject, const Json& value, std::string_view wanted,
                              bool can_be_left_out) {
  error("type-wrong", place.value(),
        std::string(subject) + " is " + std::string(kind_of(value)) + ", not " + std::string(wanted),
        value.is_null() && can_be_left_out ? "leave the key out when there is nothing to tell"
                                           : std::string(how_to_write(wanted)));
}

bool ObjectReader::is_null(std::string_view key) const {
  const auto found = object_->find(key);
  return found != object_->end() && found->is_null();
}

bool ObjectReader::is_text(std::string_view key) const {
  const auto found = object_->find(key);
  return found != object_->end() && found->is_string();
}

bool ObjectReader::has_misspelt(std::string_view key) const {
  if (found_ == object_->size()) return false;
  for (auto member = object_->begin(); member != object_->end(); ++member) {
    const bool asked_for = std::find(known_.begin(), known_.end(), member.key()) != known_.end();
    if (!asked_for && !closest(member.key(), {key}).empty()) return true;
  }
  return false;
}

void ObjectReader::finish() {
  if (!lacking_.empty()) {
    diagnostics_.error("key-missing", here(), "the file has no front matter",
                       "write at its top, between two lines ---: " + join(lacking_, ", "));
  }
  if (found_ == object_->size()) return;
  std::vector<std::string_view> names;
  for (const std::string_view key : known_) {
    if (key != schema_key) names.push_back(key);
  }
  for (auto member = object_->begin(); member != object_->end(); ++member) {
    const std::string& key = member.key();
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    error("key-unknown", place_.member(key).key(), "unknown key " + in_quotes(key), hint_for_unknown(key, names));
  }
}

// ---- lists and objects --------------------------------------------------------------------

void ObjectReader::objects(std::string_view key, const ReadItem& read) { read_objects(key, find(key, "[ … ]"), read); }

void ObjectReader::optional_objects(std::string_view key, const ReadItem& read) { read_objects(key, find(key), read); }

void ObjectReader::read_objects(std::string_view key, const Json* list, const ReadItem& read) {
  if (list == nullptr) return;
  if (!list->is_array()) {
    wrong_type(key, *list, "a list");
    return;
  }
  const Place here = place_.member(key);
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Place place = here.item(i);
    if (!(*list)[i].is_object()) {
      wrong_type(place, "an item of " + in_quotes(key), (*list)[i], "an object");
      continue;
    }
    ObjectReader item((*list)[i], place, diagnostics_);
    read(item);
    item.finish();
    faulty_ = faulty_ || item.faulty();
  }
}

void ObjectReader::object(std::string_view key, const ReadItem& read) { read_object(key, find(key, "{ … }"), read); }

void ObjectReader::optional_object(std::string_view key, const ReadItem& read) { read_object(key, find(key), read); }

void ObjectReader::read_object(std::string_view key, const Json* value, const ReadItem& read) {
  if (value == nullptr) return;
  if (!value->is_object()) {
    wrong_type(key, *value, "an object");
    return;
  }
  const Place place = place_.member(key);
  ObjectReader object(*value, place, diagnostics_);
  read(object);
  object.finish();
  faulty_ = faulty_ || object.faulty();
}

void ObjectReader::optional_members(std::string_view key, const ReadMember& read) {
  optional_object(key, [&](ObjectReader& object) {
    const Json& members = *object.object_;
    for (auto member = members.begin(); member != members.end(); ++member) read(object, member.key());
  });
}

void ObjectReader::texts(std::string_view key, const ReadText& read) {
  read_texts(key, find(key, is_front_matter(place_.document()) ? "[…]" : "[ \"…\" ]"), read);
}

void ObjectReader::optional_texts(std::string_view key, const ReadText& read) { read_texts(key, find(key), read); }

void ObjectReader::read_texts(std::string_view key, const Json* list, const ReadText& read) {
  if (list == nullptr) return;
  if (!list->is_array()) {
    wrong_type(key, *list, "a list");
    return;
  }
  const Place here = place_.member(key);
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Place place = here.item(i);
    const Json& item = (*list)[i];
    if (item.is_string()) {
      read(item.get_ref<const std::string&>(), place);
    } else {
      wrong_type(place, "an item of " + in_quotes(key), item, "a text");
    }
  }
}

bool ObjectReader::years(std::string_view key, std::map<int, std::int64_t>& years) {
  const Json* value = find(key, "{ \"2024\": … }");
  if (value == nullptr) return false;
  if (!value->is_object()) {
    wrong_type(key, *value, "an object");
    return false;
  }
  const Place here = place_.member(key);
  for (auto member = value->begin(); member != value->end(); ++member) {
    const std::string& name = member.key();
    const Place place = here.member(name);
    const auto year = parse_date(name);
    if (!year || year->quarter != 0 || year->month != 0) {
      error("date-impossible", place.key(), in_quotes(name) + " is not a year", "write a year, such as \"2024\"");
      continue;
    }
    if (const auto amount = integer_of(place, name, &member.value(), -largest_amount, largest_amount)) {
      years[year->year] = *amount;
    }
  }
  return years.size() == value->size();
}

}  // namespace stoplicht

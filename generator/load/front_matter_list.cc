#include "load/front_matter_list.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "load/document.h"
#include "load/encoding.h"
#include "load/front_matter.h"

namespace stoplicht {
namespace {

// A list in front matter, as it stands in the text of its file.
struct WrittenList {
  bool has_key = false;
  bool is_null = false;  // Nothing is written behind the key, or a word for nothing.
  ByteRange key, value;
  std::vector<ByteRange> places;  // Of its items,
  std::vector<std::string> items;
  std::size_t closing = 0;  // Where the line begins that closes the front matter.
};

WrittenList find_list(const std::string& text, std::string_view key) {
  Diagnostics unheard;
  const auto source = std::make_shared<const SourceText>("", text);
  const auto document = load_markdown(source, unheard);
  WrittenList list;
  if (document == nullptr) return list;
  const std::size_t body = document->body_offset();
  const std::size_t last = body - (text[body - 1] == '\n' ? 2 : 1);  // In the line that closes.
  list.closing = text.rfind('\n', last) + 1;
  const auto front_matter = read_front_matter(*source, text, byte_order_mark_length(text), list.closing, unheard);
  const std::string pointer = "/" + std::string(key);
  if (!front_matter || !front_matter->places.contains(pointer)) return list;
  list.has_key = true;
  list.key = front_matter->places.at(pointer).key;
  list.value = front_matter->places.at(pointer).value;
  const Json& values = front_matter->values.at(std::string(key));
  list.is_null = values.is_null();
  for (std::size_t i = 0; values.is_array() && i < values.size(); ++i) {
    list.places.push_back(front_matter->places.at(pointer + "/" + std::to_string(i)).value);
    list.items.push_back(values[i].is_string() ? values[i].get<std::string>() : values[i].dump());
  }
  return list;
}

std::size_t end_of(const ByteRange& range) { return range.offset + range.length; }

const char* line_end_of(const std::string& text) { return text.find("\r\n") == std::string::npos ? "\n" : "\r\n"; }

// Where the colon behind the key ends.
std::size_t behind_key(const std::string& text, const WrittenList& list) {
  return text.find(':', end_of(list.key)) + 1;
}

// The dash of an item that has a line of its own.
std::size_t dash_of(const std::string& text, const ByteRange& item) { return text.rfind('-', item.offset - 1); }

std::size_t line_begin(const std::string& text, std::size_t offset) { return text.rfind('\n', offset) + 1; }

// The line that a list gets that was not there.
std::string new_line(const std::string& text, std::string_view key, const std::string& quoted) {
  return std::string(key) + ": [" + quoted + "]" + line_end_of(text);
}

}  // namespace

std::string with_list_item(const std::string& markdown, std::string_view key, const std::string& item) {
  const WrittenList list = find_list(markdown, key);
  const std::string quoted = Json(item).dump();  // In quotes YAML reads it as a text, whatever it looks like.
  std::string text = markdown;
  const bool in_brackets = list.has_key && text[list.value.offset] == '[' && list.value.offset != list.key.offset;
  if (!list.has_key) return text.insert(list.closing, new_line(text, key, quoted));
  if (list.items.empty() && in_brackets) return text.insert(list.value.offset + 1, quoted);
  if (list.items.empty() && !list.is_null) {  // One text, which is a fault: it becomes the first of the list.
    text.insert(end_of(list.value), ", " + quoted + "]");
    return text.insert(list.value.offset, "[");
  }
  if (list.items.empty()) {
    if (list.value.offset != list.key.offset) text.erase(list.value.offset, list.value.length);
    return text.insert(behind_key(text, list), " [" + quoted + "]");
  }
  if (in_brackets) return text.insert(end_of(list.places.back()), ", " + quoted);
  const std::size_t dash = dash_of(text, list.places.front());
  const std::size_t begin = line_begin(text, dash);
  return text.insert(begin, text.substr(begin, dash - begin) + "- " + quoted + line_end_of(text));
}

std::string without_list_item(const std::string& markdown, std::string_view key, const std::string& item) {
  const WrittenList list = find_list(markdown, key);
  const auto found = std::find(list.items.begin(), list.items.end(), item);
  if (found == list.items.end()) return markdown;
  const auto index = static_cast<std::size_t>(found - list.items.begin());
  std::string text = markdown;
  const std::string own = new_line(text, key, Json(item).dump());
  if (list.items.size() == 1 && list.closing == list.key.offset + own.size() &&
      text.compare(list.key.offset, own.size(), own) == 0)
    return text.erase(list.key.offset, own.size());
  const ByteRange& place = list.places[index];
  if (text[list.value.offset] == '[') {
    const std::size_t begin = index > 0 ? end_of(list.places[index - 1]) : place.offset;
    const bool is_first_of_more = index == 0 && list.items.size() > 1;
    return text.erase(begin, (is_first_of_more ? list.places[1].offset : end_of(place)) - begin);
  }
  const std::size_t begin = line_begin(text, dash_of(text, place));
  const std::size_t end = std::min(text.find('\n', place.offset), text.size() - 1) + 1;
  text.erase(begin, end - begin);
  if (list.items.size() == 1) text.insert(behind_key(text, list), " []");
  return text;
}

}  // namespace stoplicht

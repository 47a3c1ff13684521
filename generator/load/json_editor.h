#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "load/document.h"

namespace stoplicht {

// The way to a value: through members of objects, and items of lists that are told by what one of their members says.
struct JsonStep {
  std::string key;
  std::string item{};  // Not empty: the item of a list whose member `key` is this text.
};
using JsonPath = std::vector<JsonStep>;

// The value at the end of a path; null when there is none.
const Json* find_value(const Json& root, const JsonPath& path);

// Changes values of a JSON text, and leaves every other byte of it as it was: indents, line ends, order.
class JsonEditor {
 public:
  // `text`: one that load_json read without a fault. `order`: of keys, so that a new one comes to its usual place; one
  // that is not in it comes last.
  JsonEditor(std::string text, std::vector<std::string_view> order);

  const std::string& text() const { return text_; }
  std::string pointer(const JsonPath& path) const;  // Of the longest part of it that exists.

  // Replaces the value, or adds it with the objects, lists and items that are missing on the way.
  void set(const JsonPath& path, const Json& value);
  void remove(const JsonPath& path);  // No such value is fine.

 private:
  struct Item {
    std::size_t begin = 0;  // Of its key; of an item of a list, of the value.
    std::size_t value = 0;
    std::size_t end = 0;
  };
  struct Container {
    std::size_t open = 0, close = 0;  // Its brackets.
    std::vector<Item> items;
    std::vector<std::string> keys;  // Of an object.
  };

  // The pointer of the longest part of the path that exists, and of how many steps that is.
  std::string resolve(const JsonPath& path, std::size_t& steps) const;
  Container container(const std::string& pointer) const;
  void replace(const std::string& pointer, const Json& value);
  void add(const std::string& parent, const JsonStep& step, const Json& value);
  std::size_t rank(std::string_view key) const;
  std::string written(const Json& value) const;

  std::string text_;
  std::vector<std::string_view> order_;
  Json root_;
};

}  // namespace stoplicht

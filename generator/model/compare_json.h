#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "load/document.h"
#include "model/changes.h"

// The differences of two JSON values, told as texts and other values; for the model room only.
namespace stoplicht {

// What two values are of.
struct JsonSubject {
  std::string subject, project_id;  // As in TextChange.
  std::string pointer;              // Where the values stand in what `others` points into.
  bool front_matter = false;        // "kind" and "from" are words there: "Raadsbrief".
};

// Compares two values key by key; null for one that is not there. Items of a list are the same by their id, title or
// text, and what is left over in order. Texts go to changes.texts, all else to changes.others. `passed_over`: keys that
// are told elsewhere; at the top of the values only.
void compare_json(const JsonSubject& subject, const Json* before, const Json* after,
                  const std::vector<std::string_view>& passed_over, Changes& changes);

// One text or other value, if it differs.
void add_text(Changes& changes, const JsonSubject& subject, std::string key, std::string before, std::string after);
void add_other(Changes& changes, const JsonSubject& subject, std::string pointer, std::string before,
               std::string after);

}  // namespace stoplicht

#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostics.h"
#include "load/document.h"

namespace stoplicht {

// What the site says on screen that no author wrote, from the theme's strings.<language>.json:
// "labels", which templates use as they are, and "sentences", which views fill in: a text with
// {placeholders}, or { "one": …, "other": … } where a number decides.
class Strings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // `file` and `diagnostics` must outlive the Strings. Reports what has another form.
  Strings(const Document& file, Diagnostics& diagnostics);

  // The object that templates see as {{strings.key}}.
  const Json& labels() const;

  // What the search page's script says: an object of texts and of { "one", "other" }. Empty when the theme has none.
  const Json& of_script() const;

  // A sentence with its placeholders filled in. One that the theme does not have, or that
  // has a placeholder without value, is reported [string-missing, string-placeholder].
  std::string say(std::string_view key, Values values = {}) const;

  // The form for `count`; {n} is the count as given in `number`.
  std::string say_count(std::string_view key, long count, std::string_view number, Values values = {}) const;

 private:
  const Json* sentence(std::string_view key) const;
  std::string fill(std::string_view key, const std::string& text, std::string_view number, Values values) const;

  const Document& file_;
  Diagnostics& diagnostics_;
  Json no_labels_ = Json::object();
};

}  // namespace stoplicht

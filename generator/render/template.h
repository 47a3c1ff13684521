#pragma once
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace stoplicht {

// Strict Mustache (https://mustache.github.io/mustache.5.html; the core of the specification:
// comments, delimiters, interpolation, sections, inverted, partials; no lambdas, no inheritance).
// Parsed once, rendered often, from several threads; the JSON is only ever read through pointers.
class Templates {
 public:
  Templates();
  ~Templates();
  Templates(Templates&&) noexcept;
  Templates& operator=(Templates&&) noexcept;

  // Adds a template under the name by which partials ask for it; a second one replaces the first.
  // Reports faults of syntax (a tag or section not closed, closed by another name, an empty tag,
  // impossible names or delimiters) [template-syntax].
  void add(std::string name, std::shared_ptr<const SourceText> source, Diagnostics& diagnostics);

  bool has(std::string_view name) const;

  // The names of the partials that template `name` asks for, and that those ask for; empty when there is no such
  // template.
  std::set<std::string, std::less<>> reached_from(std::string_view name) const;

  // Appends to `out` what template `name` makes of `contexts`: names are looked up in the last
  // one first. Whatever the specification renders as nothing is rendered as nothing, and is
  // reported with file, line and column of the tag: a variable or section name that no context
  // holds, a null, list or object where a text is asked for [template-variable], and a partial
  // that does not exist [template-partial] (in a loop, once). False, null, "" and [] given
  // to a section are not faults: that is how a view says "no"; 0 and {} say "yes". A partial more
  // than 100 deep is reported [template-depth] and ends the rendering there. So is a `name` that
  // was never added [template-missing], which has no place in a file.
  void render(std::string_view name, std::span<const nlohmann::json* const> contexts, std::string& out,
              Diagnostics& diagnostics) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoplicht

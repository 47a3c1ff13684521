#pragma once
#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/source_text.h"
#include "render/template.h"
#include "repeated.h"

namespace stoplicht::test {

using Json = nlohmann::json;

struct Result {
  std::string out;
  std::string faults;
};

using Partials = std::initializer_list<std::pair<std::string, std::string>>;

inline Templates make_templates(const std::string& text, Partials partials, Diagnostics& diagnostics) {
  Templates templates;
  templates.add("page", std::make_shared<const SourceText>("page.mustache", text), diagnostics);
  for (const auto& [name, partial] : partials) {
    templates.add(name, std::make_shared<const SourceText>(name + ".mustache", partial), diagnostics);
  }
  return templates;
}

inline Result render_stack(const std::string& text, const std::vector<const Json*>& contexts, Partials partials = {}) {
  Diagnostics diagnostics;
  const Templates templates = make_templates(text, partials, diagnostics);
  Result result;
  templates.render("page", contexts, result.out, diagnostics);
  result.faults = diagnostics.to_text();
  return result;
}

inline Result render(const std::string& text, const Json& context, Partials partials = {}) {
  return render_stack(text, {&context}, partials);
}

// For templates in which nothing is wrong.
inline std::string rendered(const std::string& text, const Json& context, Partials partials = {}) {
  const Result result = render(text, context, partials);
  CHECK(result.faults == "");
  return result.out;
}

inline std::string faults_of(const std::string& text, const Json& context, Partials partials = {}) {
  return render(text, context, partials).faults;
}

inline std::string syntax_faults(const std::string& text) {
  Diagnostics diagnostics;
  make_templates(text, {}, diagnostics);
  return diagnostics.to_text();
}

inline Json object(const char* text) { return Json::parse(text); }

}  // namespace stoplicht::test

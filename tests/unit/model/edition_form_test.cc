#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>

#include "model/chain.h"
#include "support/chain_faults.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

// The faults of the first edition of 2021-05 with other contents, as a forger would seal these.
std::string faults_in_parts(const std::function<void(std::map<std::string, Json>&)>& edit) {
  std::map<std::string, Json> parts = some_parts("2021-05", 6.5);
  edit(parts);
  const Json document = edition_document(seal_fields("2021-05", 1, 1, ""), std::move(parts), salt_for);
  return faults(
      {{"2021-05/v1.json", pretty_json(document)}, {"attachments/" + sha256(attachment_bytes), attachment_bytes}});
}

Json project(const std::string& id) {
  return {{"report", {{"project", id}}},
          {"resolved", {{"status", {{"label", "Groen"}, {"light", "green"}}}, {"computed", nullptr}}}};
}

Json text_of(const std::string& text) {
  return {{"front_matter", Json::object()}, {"text", text}, {"figures", Json::object()}};
}

// Its message alone.
std::string fault_in_part(const std::function<void(std::map<std::string, Json>&)>& edit) {
  const std::string told = faults_in_parts(edit);
  const std::size_t start = told.find(": ");
  return start == std::string::npos ? told : told.substr(start + 2);
}

}  // namespace

TEST_CASE("edition form: what stoplicht writes has it") {
  CHECK(faults_in_parts([](auto&) {}) == "");
  CHECK(faults_in_parts([](auto& parts) {
          parts["period"]["projects"] = {"ggz"};
          parts["project:ggz"] = project("ggz");
          parts["project:ggz"]["resolved"]["computed"] = {{"status", "x"}, {"of_target", 0.5}, {"of_time", 1}};
          parts["commitment:T20-27"] = {{"id", "T20-27"}};
          parts["text:content/commitments/T20-27.md"] = text_of("Klaar");
          parts["glossary"] = {
              {"path", "content/pages/begrippen.md"}, {"terms", Json::array()}, {"figures", Json::object()}};
          parts["history:2020-07"] = {{"period", {{"id", "2020-07"}}}};
          parts["history:2020-07/ggz"] = {{"report", {{"project", "ggz"}}}, {"computed", nullptr}, {"place", 0}};
        }) == "");
}

TEST_CASE("edition form: parts that every edition has") {
  for (const std::string name : {"site", "organisations", "programmes", "period"})
    CHECK(fault_in_part([&](auto& parts) { parts.erase(name); }) == "part '" + name + "' is missing [edition-form]\n");
  CHECK(fault_in_part([](auto& parts) { parts.erase("text:content/periods/2021-05/summary.md"); }) ==
        "part 'text:content/periods/2021-05/summary.md' is missing [edition-form]\n");
  CHECK(fault_in_part([](auto& parts) { parts["period"]["projects"] = {"ggz"}; }) ==
        "part 'project:ggz' is missing [edition-form]\n");
}

TEST_CASE("edition form: names that no part has") {
  for (const std::string name :
       {"figures", "history", "project:", "project:Ggz", "commitment:a/b", "history:2021-05", "history:2020-07/a/b",
        "text:../x.md", "text:/tmp/x.md", "text:content/periods/2021-05/../x.md", "text:content/periods/2021-05/x.txt",
        "text:content/periods/2020-07/x.md", "text:content/pages/x.md", "attachment:data/x.pdf",
        "attachment:content/a\\b"}) {
    CAPTURE(name);
    CHECK(fault_in_part([&](auto& parts) {
            parts[name] = Json::object();
          }).ends_with(" is no name of a part of an edition of 2021-05 [edition-form]\n"));
  }
}

TEST_CASE("edition form: contents of another form, each told where it stands") {
  CHECK(faults_in_parts([](auto& parts) { parts["site"] = 5; }) ==
        "2021-05/v1.json:27: is a number, not an object [edition-form]\n");
  const auto period = [](const char* key, Json value) {
    return fault_in_part([&](auto& parts) { parts["period"][key] = value; });
  };
  CHECK(period("id", "2020-07") == "is not '2021-05' [edition-form]\n");
  CHECK(period("projects", Json::object()) == "is an object, not a list [edition-form]\n");
  CHECK(period("projects", {5}) == "is a number, not a text [edition-form]\n");
  CHECK(fault_in_part([](auto& parts) { parts["project:ggz"] = project("ggz"); }) ==
        "does not list project 'ggz' of this edition [edition-form]\n");

  const auto in_project = [](const char* pointer, Json value) {
    return fault_in_part([&](auto& parts) {
      parts["period"]["projects"] = {"ggz"};
      parts["project:ggz"] = project("ggz");
      parts["project:ggz"][Json::json_pointer(pointer)] = value;
    });
  };
  CHECK(in_project("/report", 5) == "is a number, not an object [edition-form]\n");
  CHECK(in_project("/report/project", "x") == "is not 'ggz' [edition-form]\n");
  CHECK(in_project("/resolved", Json::array()) == "is a list, not an object [edition-form]\n");
  CHECK(in_project("/resolved/status", Json{{"label", "x"}}) == "'light' is missing [edition-form]\n");
  CHECK(in_project("/resolved/computed", "x") == "is a text, not an object [edition-form]\n");
  CHECK(in_project("/resolved/computed", Json{{"status", "x"}, {"of_target", "1"}, {"of_time", 1}}) ==
        "is a text, not a number [edition-form]\n");

  const auto in_letter = [](const char* key, Json value) {
    return fault_in_part([&](auto& parts) { parts["text:content/periods/2021-05/letters/hilversum.md"][key] = value; });
  };
  CHECK(in_letter("front_matter", {1}) == "is a list, not an object [edition-form]\n");
  CHECK(in_letter("text", 5) == "is a number, not a text [edition-form]\n");
  CHECK(in_letter("figures", {{"total", 5}}) == "is a number, not a text [edition-form]\n");

  const auto set = [](const char* name, Json value) {
    return fault_in_part([&](auto& parts) { parts[name] = value; });
  };
  CHECK(set("attachment:content/bijlage.pdf", {{"sha256", "../x"}, {"size", 3}}).starts_with("is not a digest: "));
  CHECK(set("attachment:content/bijlage.pdf", {{"sha256", sha256(attachment_bytes)}, {"size", 3}}) ==
        "data/editions/attachments/" + sha256(attachment_bytes) + " is 15 bytes long [edition-attachment]\n");
  CHECK(set("commitment:T", {{"id", 5}}) == "is a number, not a text [edition-form]\n");
  const Json none = Json::object();
  CHECK(set("glossary", {{"path", "../x.md"}, {"terms", Json::array()}, {"figures", none}}) ==
        "is not the path of a text of the whole site [edition-form]\n");
  CHECK(set("history:2020-07", {{"period", {{"id", "../x"}}}}) == "is not '2020-07' [edition-form]\n");
  CHECK(set("history:2020-07/ggz", {{"report", {{"project", "ggz"}}}, {"computed", nullptr}, {"place", 0}}) ==
        "tells of a period that this edition does not tell of [edition-form]\n");
}

#include "model/sheet_files.h"

#include <doctest/doctest.h>

#include "model/minimal_site.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

const char* const progress = "content/periods/2020-07/progress/ggz.md";
const char* const period = "data/periods/2020-07.json";

FormField field_at(const char* file, JsonPath path) {
  FormField field;
  field.file = file;
  field.path = std::move(path);
  return field;
}

SheetChange change_of(const FormField& field, std::optional<Json> value) {
  SheetChange change;
  change.field = &field;
  change.where = cell_location("x.xlsx", "Projecten", {3, 12});
  change.value = std::move(value);
  return change;
}

// What a progress text becomes of which all is `before`.
std::string progress_after(const char* before, const char* text) {
  MinimalSite site;
  site.write(progress, before);
  const FormField field = field_at(progress, {});
  const std::vector<SheetChange> changes{change_of(field, text)};
  const SheetFiles files(site.folder(), "2020-07", changes);
  REQUIRE(files.files().size() == 1);
  CHECK(files.files()[0].before == before);
  CHECK_FALSE(files.files()[0].is_new);
  return files.files()[0].after;
}

}  // namespace

TEST_CASE("sheet files: a text is replaced, and what stands around it stays") {
  CHECK(progress_after("Oud.\n", "Nieuw.\n\nTwee.") == "Nieuw.\n\nTwee.\n");
  CHECK(progress_after("\n\nOud.\n\n\n", "Nieuw.") == "\n\nNieuw.\n\n\n");
  CHECK(progress_after("Oud.", "Nieuw.") == "Nieuw.\n");
  CHECK(progress_after("---\ntitle: x\n---\nOud.\n", "Nieuw.") == "---\ntitle: x\n---\nNieuw.\n");
  CHECK(progress_after("", "Nieuw.") == "Nieuw.\n");
}

TEST_CASE("sheet files: a text begins on a line of its own, also where a front matter ends with its file") {
  CHECK(progress_after("---\ntitle: x\n---", "Nieuw.") == "---\ntitle: x\n---\nNieuw.\n");
  CHECK(progress_after("---\r\ntitle: x\r\n---", "Nieuw.") == "---\r\ntitle: x\r\n---\r\nNieuw.\r\n");
  CHECK(progress_after("---\ntitle: x\n---\n", "Nieuw.") == "---\ntitle: x\n---\nNieuw.\n");
}

TEST_CASE("sheet files: a text has the line ends of its file") {
  CHECK(progress_after("Oud.\r\n", "Een.\nTwee.") == "Een.\r\nTwee.\r\n");
}

TEST_CASE("sheet files: three dashes at the top begin no front matter") {
  CHECK(progress_after("Oud.\n", "---\nNieuw.") == "\n---\nNieuw.\n");
  CHECK(progress_after("---\ntitle: x\n---\nOud.\n", "---\nNieuw.") == "---\ntitle: x\n---\n---\nNieuw.\n");
}

TEST_CASE("sheet files: a text that was not there is a new file, and comes before the data") {
  MinimalSite site;
  const FormField text = field_at("content/periods/2020-07/progress/taal.md", {});
  const FormField status = field_at(period, {{"projects"}, {"project", "taal"}, {"status"}});
  const std::vector<SheetChange> changes{change_of(status, "on-track"), change_of(text, "Nieuw.")};
  const SheetFiles files(site.folder(), "2020-07", changes);
  REQUIRE(files.files().size() == 2);
  CHECK(files.files()[0].address == "content/periods/2020-07/progress/taal.md");
  CHECK(files.files()[0].is_new);
  CHECK(files.files()[0].after == "Nieuw.\n");
  CHECK(files.files()[1].address == period);
  CHECK(files.files()[1].after.find(R"("status": "on-track", "basis": "derived")") != std::string::npos);
}

TEST_CASE("sheet files: a letter that closes a commitment names it, however it lists them") {
  const char* const letter = "content/periods/2020-07/letters/hilversum.md";
  const auto with_closes = [&](const char* closes) {
    MinimalSite site;
    site.change(letter, "closes: [T20-27]\n", closes);
    FormField field;
    field.closes = "T21-03";
    FormField other = field;
    other.closes = "T21-04";
    const std::vector<SheetChange> changes{change_of(field, "hilversum"), change_of(other, "hilversum")};
    const SheetFiles files(site.folder(), "2020-07", changes);
    REQUIRE(files.files().size() == 1);
    Diagnostics diagnostics;
    const auto source = std::make_shared<const SourceText>(letter, files.files()[0].after);
    const auto document = load_markdown(source, diagnostics);
    CHECK(diagnostics.to_text() == "");
    CHECK(document->body() == "Geachte raad,\n");
    return document->root().at("closes").dump();
  };
  CHECK(with_closes("closes: [T20-27]\n") == R"(["T20-27","T21-03","T21-04"])");
  CHECK(with_closes("closes: []\n") == R"(["T21-03","T21-04"])");
  CHECK(with_closes("closes:\n  - T20-27\n") == R"(["T21-04","T21-03","T20-27"])");
  CHECK(with_closes("") == R"(["T21-03","T21-04"])");
}

TEST_CASE("sheet files: a letter that closes a commitment no longer asks to name it") {
  const char* const letter = "content/periods/2020-07/letters/hilversum.md";
  MinimalSite site;
  site.change(letter, "Geachte raad,\n",
              "- T21-03: [vul in: hoe staat het? Afgedaan? Voeg dan boven in deze brief T21-03 toe aan 'closes']\n"
              "- T21-031: [vul in: hoe staat het? Afgedaan? Voeg dan boven in deze brief T21-031 toe aan 'closes']\n"
              "[vul in: sluit deze brief T21-03 af? Haal dan boven in dit bestand het teken # voor 'closes' weg]\n");
  FormField field;
  field.closes = "T21-03";
  const std::vector<SheetChange> changes{change_of(field, "hilversum")};
  const SheetFiles files(site.folder(), "2020-07", changes);
  REQUIRE(files.files().size() == 1);
  const std::string& after = files.files()[0].after;
  CHECK(after.substr(after.find("- T21-03:")) ==
        "- T21-03: [vul in: hoe staat het?]\n"
        "- T21-031: [vul in: hoe staat het? Afgedaan? Voeg dan boven in deze brief T21-031 toe aan 'closes']\n"
        "[vul in: sluit deze brief T21-03 af? Haal dan boven in dit bestand het teken # voor 'closes' weg]\n");
}

TEST_CASE("sheet files: parts that do not add up come from the first of them") {
  MinimalSite site;
  const JsonPath parts{{"totals"}, {"indicator", "placements"}, {"by_council"}};
  JsonPath own = parts;
  own.push_back({"hilversum"});
  const FormField part = field_at(period, own);
  const std::vector<SheetChange> changes{change_of(part, 7)};
  const SheetFiles files(site.folder(), "2020-07", changes);
  const SourceText after(period, files.files()[0].after);
  const Location where = after.at(after.text().find("{ \"hilversum\": 7 }"));
  REQUIRE(where.line > 0);
  CHECK(files.cause_of({Severity::error, "council-sum", "wrong", where, ""}) == &changes[0]);
}

TEST_CASE("sheet files: a fault of a value that was filled in comes from its change, another from none") {
  MinimalSite site;
  const FormField status = field_at(period, {{"projects"}, {"project", "taal"}, {"status"}});
  const std::vector<SheetChange> changes{change_of(status, "lila")};
  const SheetFiles files(site.folder(), "2020-07", changes);
  const SourceText after(period, files.files()[0].after);
  const std::size_t offset = after.text().find("\"lila\"");
  const auto cause_of = [&](const Location& where) {
    return files.cause_of({Severity::error, "x", "wrong", where, ""});
  };
  CHECK(cause_of(after.at(offset, 6)) == &changes[0]);
  CHECK(cause_of(after.at(0)) == nullptr);
  CHECK(cause_of(Location{"data/site.json", 1, 1, 1, ""}) == nullptr);
}

TEST_CASE("sheet files: what a letter closes that was not touched comes from the change of its commitment") {
  MinimalSite site;
  const char* const file = "data/commitments.json";
  const FormField due = field_at(file, {{"commitments"}, {"id", "T21-03"}, {"due"}});
  const FormField status = field_at(file, {{"commitments"}, {"id", "T20-27"}, {"status"}});
  const std::vector<SheetChange> changes{change_of(due, "2021"), change_of(status, "open")};
  const SheetFiles files(site.folder(), "2020-07", changes);
  const Location letter{"content/periods/2020-07/letters/hilversum.md", 7, 10, 1, ""};
  const auto cause_of = [&](const char* id, const char* message) {
    return files.cause_of({Severity::error, id, message, letter, ""});
  };
  CHECK(cause_of("commitment-not-closed", "the letter closes commitment 'T20-27', but its status is \"open\"") ==
        &changes[1]);
  CHECK(cause_of("commitment-not-closed", "the letter closes commitment 'T20-2', but it is open") == nullptr);
  CHECK(cause_of("letter-date", "'T20-27' is no date") == nullptr);
}

#include "exports/search_documents.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "load/document.h"
#include "model/minimal_site.h"

namespace stoplicht::test {
namespace {

// The minimal site as it asks for the export.
Site site_with_export(MinimalSite& minimal) {
  minimal.change("data/site.json", R"("theme": "gemeente",)", R"("theme": "gemeente", "search_export": true,)");
  REQUIRE(minimal.faults() == "");
  return minimal.build();
}

FoundPage replaced_report() {
  SearchEntry entry;
  entry.kind = SearchKind::report;
  entry.title = "Taal als opstap";
  entry.identifiers = {"WaW 8"};
  entry.names = {"Taalvaardigheid"};
  entry.summary = "Eén \"pilot\".";
  entry.programme = {"waw", "Werken aan Werk"};
  entry.category = {"waw/scholing", "Scholing"};
  entry.project = {"taal", "Taalvaardigheid"};
  entry.period = {"2020-07", "Juli 2020"};
  entry.councils = {{"baarn", "Baarn"}, {"hilversum", "Hilversum"}};
  entry.status = {"at-risk", "Risico"};
  entry.light = "amber";
  entry.shape = "warning";
  entry.date = "2020-07";
  entry.superseded = "Editie 1, vervangen door editie 2";
  entry.parts = {{"", "", "Eerst dit.\nDan dat.", ""}, {"Aanpak", "aanpak", "Bellen.", ""}, {"Later", "later", "", ""}};
  return {"periodes/2020-07/v1/taal.html", entry};
}

FoundPage home() {
  SearchEntry entry;
  entry.title = "Monitor";
  return {"index.html", entry};
}

TEST_CASE("search documents: a line that says where, a line with the page, and nothing of what it does not have") {
  MinimalSite minimal;
  const std::vector<OutputFile> files = search_documents({replaced_report(), home()}, site_with_export(minimal));

  REQUIRE(files.size() == 2);
  CHECK(files[0].address == "search/documents.ndjson");
  CHECK(files[0].bytes ==
        R"({"index":{"_index":"stoplicht","_id":"https://monitor.example.nl/periodes/2020-07/v1/taal.html"}})"
        "\n"
        R"({"category":{"id":"waw/scholing","label":"Scholing"},)"
        R"("councils":[{"id":"baarn","label":"Baarn"},{"id":"hilversum","label":"Hilversum"}],"date":"2020-07",)"
        R"("headings":["Aanpak","Later"],"identifiers":["WaW 8"],"kind":"report","language":"nl",)"
        R"("names":["Taalvaardigheid"],"period":{"id":"2020-07","label":"Juli 2020"},)"
        R"("programme":{"id":"waw","label":"Werken aan Werk"},"project":{"id":"taal","label":"Taalvaardigheid"},)"
        R"("publisher":"Regio Gooi","sections":[{"text":"Eerst dit.\nDan dat.",)"
        R"("url":"https://monitor.example.nl/periodes/2020-07/v1/taal.html"},{"heading":"Aanpak","text":"Bellen.",)"
        R"("url":"https://monitor.example.nl/periodes/2020-07/v1/taal.html#aanpak"},{"heading":"Later",)"
        R"("url":"https://monitor.example.nl/periodes/2020-07/v1/taal.html#later"}],"site":"Monitor",)"
        R"("status":{"id":"at-risk","label":"Risico"},"summary":"Eén \"pilot\".","superseded":true,)"
        R"("superseded_text":"Editie 1, vervangen door editie 2","text":"Eerst dit.\nDan dat.\nBellen.",)"
        R"("title":"Taal als opstap","url":"https://monitor.example.nl/periodes/2020-07/v1/taal.html"})"
        "\n"
        R"({"index":{"_index":"stoplicht","_id":"https://monitor.example.nl/"}})"
        "\n"
        R"({"kind":"text","language":"nl","publisher":"Regio Gooi","site":"Monitor","superseded":false,)"
        R"("title":"Monitor","url":"https://monitor.example.nl/"})"
        "\n");
}

TEST_CASE("search documents: of a quarter the engine gets the first month, other dates as they are") {
  MinimalSite minimal;
  const Site site = site_with_export(minimal);
  const auto date_of = [&](const std::string& date) {
    FoundPage page = home();
    page.entry.date = date;
    const std::string lines = search_documents({page}, site)[0].bytes;
    return Json::parse(lines.substr(lines.find('\n')))["date"].get<std::string>();
  };

  CHECK(date_of("2020-Q3") == "2020-07");
  CHECK(date_of("2020-Q1") == "2020-01");
  CHECK(date_of("2020") == "2020");
  CHECK(date_of("2020-09") == "2020-09");
  CHECK(date_of("2020-09-30") == "2020-09-30");
}

TEST_CASE("search documents: the index knows every key of a document, and no other") {
  MinimalSite minimal;
  const std::vector<OutputFile> files = search_documents({replaced_report()}, site_with_export(minimal));
  const std::string& lines = files[0].bytes;
  const Json document = Json::parse(lines.substr(lines.find('\n')));

  CHECK(files[1].address == "search/mapping.json");
  const Json mappings = Json::parse(files[1].bytes)["mappings"];
  CHECK(mappings["dynamic"] == "strict");
  std::vector<std::string> written, known;
  for (const auto& [key, value] : document.items()) written.push_back(key);
  for (const auto& [key, value] : mappings["properties"].items()) known.push_back(key);
  CHECK(written == known);
}

TEST_CASE("search documents: the index as both engines are told to make it") {
  MinimalSite minimal;
  const Json mapping = Json::parse(search_documents({}, site_with_export(minimal))[1].bytes);

  CHECK(mapping["settings"] == Json::parse(R"({ "analysis": {
    "filter": {
      "dutch_stop": { "type": "stop", "stopwords": "_dutch_" },
      "dutch_override": { "type": "stemmer_override",
        "rules": [ "fiets=>fiets", "bromfiets=>bromfiets", "ei=>eier", "kind=>kinder" ] },
      "dutch_stemmer": { "type": "stemmer", "language": "dutch" } },
    "analyzer": { "stoplicht_text": { "type": "custom", "tokenizer": "standard",
      "filter": [ "lowercase", "asciifolding", "dutch_stop", "dutch_override", "dutch_stemmer" ] } },
    "normalizer": { "stoplicht_exact": { "type": "custom", "filter": [ "lowercase", "asciifolding" ] } } } })"));
  const Json& properties = mapping["mappings"]["properties"];
  CHECK(properties["title"] == Json::parse(R"({ "type": "text", "analyzer": "stoplicht_text",
    "fields": { "exact": { "type": "keyword", "normalizer": "stoplicht_exact", "ignore_above": 256 } } })"));
  CHECK(properties["identifiers"] == Json::parse(R"({ "type": "text", "analyzer": "standard",
    "fields": { "exact": { "type": "keyword", "normalizer": "stoplicht_exact", "ignore_above": 256 } } })"));
  CHECK(properties["councils"] == Json::parse(R"({ "properties": {
    "id": { "type": "keyword", "normalizer": "stoplicht_exact", "ignore_above": 256 },
    "label": { "type": "text", "analyzer": "stoplicht_text",
      "fields": { "keyword": { "type": "keyword", "ignore_above": 256 } } } } })"));
  CHECK(properties["date"] ==
        Json::parse(R"({ "type": "date", "format": "strict_date_optional_time||yyyy-MM||yyyy" })"));
  CHECK(properties["sections"] == Json::parse(R"({ "type": "nested", "properties": {
    "heading": { "type": "text", "analyzer": "stoplicht_text" }, "url": { "type": "keyword" },
    "text": { "type": "text", "analyzer": "stoplicht_text" } } })"));
}

TEST_CASE("search documents: an English site is read as English") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"("language": "nl")", R"("language": "en")");
  const Json settings = Json::parse(search_documents({}, site_with_export(minimal))[1].bytes)["settings"];

  CHECK(settings["analysis"]["analyzer"]["stoplicht_text"]["filter"] ==
        Json::parse(
            R"([ "english_possessive_stemmer", "lowercase", "asciifolding", "english_stop", "english_stemmer" ])"));
  CHECK(settings["analysis"]["filter"] == Json::parse(R"({
    "english_possessive_stemmer": { "type": "stemmer", "language": "possessive_english" },
    "english_stop": { "type": "stop", "stopwords": "_english_" },
    "english_stemmer": { "type": "stemmer", "language": "english" } })"));
}

TEST_CASE("search documents: a site that does not ask for them has none") {
  MinimalSite minimal;
  CHECK(search_documents({home()}, minimal.build()).empty());

  MinimalSite wrong;
  wrong.change("data/site.json", R"("theme": "gemeente",)", R"("theme": "gemeente", "search_export": "ja",)");
  CHECK(wrong.faults() ==
        R"(data/site.json:6:41: error: 'search_export' is a text, not true or false [type-wrong]
    6 |   "theme": "gemeente", "search_export": "ja",
      |                                         ^~~~
  hint: write true or false, without quotes
)");
}

}  // namespace
}  // namespace stoplicht::test

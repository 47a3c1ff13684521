#include "exports/search_documents.h"

#include <nlohmann/json.hpp>
#include <string>

#include "load/document.h"
#include "views/frame.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// ---- documents ------------------------------------------------------------------------------

void add_text(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json facet_json(const SearchFacet& facet) { return Json{{"id", facet.id}, {"label", facet.label}}; }

void add_facet(Json& object, const char* key, const SearchFacet& facet) {
  if (!facet.id.empty()) object[key] = facet_json(facet);
}

// The words below one heading, or above the first, with the address of that place.
Json section_json(const SearchPart& part, const std::string& url) {
  Json out{{"url", part.fragment.empty() ? url : url + "#" + part.fragment}};
  add_text(out, "heading", part.heading);
  add_text(out, "text", part.text);
  return out;
}

Json document_json(const SearchEntry& entry, const std::string& url, const Site& site) {
  Json out{{"url", url},
           {"site", site.title},
           {"language", site.language},
           {"kind", search_kind_id(entry.kind)},
           {"title", entry.title},
           {"superseded", !entry.superseded.empty()}};
  if (site.publisher != nullptr) add_text(out, "publisher", site.publisher->name);
  if (!entry.identifiers.empty()) out["identifiers"] = entry.identifiers;
  if (!entry.names.empty()) out["names"] = entry.names;
  add_text(out, "summary", entry.summary);
  add_facet(out, "programme", entry.programme);
  add_facet(out, "category", entry.category);
  add_facet(out, "project", entry.project);
  add_facet(out, "period", entry.period);
  add_facet(out, "status", entry.status);
  for (const SearchFacet& council : entry.councils) out["councils"].push_back(facet_json(council));
  add_text(out, "date", date_without_quarter(entry.date));
  add_text(out, "superseded_text", entry.superseded);
  std::string text;
  for (const SearchPart& part : entry.parts) {
    if (!part.heading.empty()) out["headings"].push_back(part.heading);
    if (!part.text.empty()) text += (text.empty() ? "" : "\n") + part.text;
    out["sections"].push_back(section_json(part, url));
  }
  add_text(out, "text", text);
  return out;
}

std::string documents_file(const std::vector<FoundPage>& pages, const Site& site) {
  std::string out;
  for (const FoundPage& page : pages) {
    const std::string url = full_address(site, page.address);
    out += R"({"index":{"_index":"stoplicht","_id":)" + Json(url).dump() + "}}\n";
    out += document_json(page.entry, url, site).dump() + "\n";
  }
  return out;
}

// ---- the index ------------------------------------------------------------------------------

// What the engines' own analyzer of a language is made of, by their documentation, and letters without accents; as an
// analyzer of our own, so that who runs the engine can put more into it.
Json analysis_of(const std::string& language) {
  Json filters, chain;
  if (language == "en") {
    filters = {{"english_possessive_stemmer", {{"type", "stemmer"}, {"language", "possessive_english"}}},
               {"english_stop", {{"type", "stop"}, {"stopwords", "_english_"}}},
               {"english_stemmer", {{"type", "stemmer"}, {"language", "english"}}}};
    chain = {"english_possessive_stemmer", "lowercase", "asciifolding", "english_stop", "english_stemmer"};
  } else {
    filters = {{"dutch_stop", {{"type", "stop"}, {"stopwords", "_dutch_"}}},
               {"dutch_override",
                {{"type", "stemmer_override"},
                 {"rules", {"fiets=>fiets", "bromfiets=>bromfiets", "ei=>eier", "kind=>kinder"}}}},
               {"dutch_stemmer", {{"type", "stemmer"}, {"language", "dutch"}}}};
    chain = {"lowercase", "asciifolding", "dutch_stop", "dutch_override", "dutch_stemmer"};
  }
  return Json{
      {"filter", std::move(filters)},
      {"analyzer", {{"stoplicht_text", {{"type", "custom"}, {"tokenizer", "standard"}, {"filter", std::move(chain)}}}}},
      {"normalizer", {{"stoplicht_exact", {{"type", "custom"}, {"filter", {"lowercase", "asciifolding"}}}}}}};
}

Json text_field() { return Json{{"type", "text"}, {"analyzer", "stoplicht_text"}}; }

Json keyword_field() { return Json{{"type", "keyword"}}; }

// Whatever the case and the accents.
Json exact_field() { return Json{{"type", "keyword"}, {"normalizer", "stoplicht_exact"}, {"ignore_above", 256}}; }

// With a field "exact" beside it, for what is typed in full.
Json named_field() {
  Json out = text_field();
  out["fields"]["exact"] = exact_field();
  return out;
}

// "WaW 6" is found by "6" too, and never stemmed.
Json identifier_field() {
  return Json{{"type", "text"}, {"analyzer", "standard"}, {"fields", {{"exact", exact_field()}}}};
}

// The label has a field "keyword" beside it, to count and show by.
Json facet_field() {
  Json label = text_field();
  label["fields"]["keyword"] = Json{{"type", "keyword"}, {"ignore_above", 256}};
  return Json{{"properties", {{"id", exact_field()}, {"label", std::move(label)}}}};
}

std::string mapping_file(const Site& site) {
  Json properties{
      {"url", keyword_field()},
      {"site", keyword_field()},
      {"publisher", keyword_field()},
      {"language", keyword_field()},
      {"kind", keyword_field()},
      {"title", named_field()},
      {"identifiers", identifier_field()},
      {"names", named_field()},
      {"summary", text_field()},
      {"date", {{"type", "date"}, {"format", "strict_date_optional_time||yyyy-MM||yyyy"}}},
      {"superseded", {{"type", "boolean"}}},
      {"superseded_text", text_field()},
      {"headings", text_field()},
      {"text", text_field()},
      {"sections",
       {{"type", "nested"},
        {"properties", {{"heading", text_field()}, {"url", keyword_field()}, {"text", text_field()}}}}},
  };
  for (const char* facet : {"programme", "category", "project", "period", "councils", "status"})
    properties[facet] = facet_field();
  const Json mapping{{"settings", {{"analysis", analysis_of(site.language)}}},
                     {"mappings", {{"dynamic", "strict"}, {"properties", std::move(properties)}}}};
  return mapping.dump(2) + "\n";
}

}  // namespace

std::vector<OutputFile> search_documents(const std::vector<FoundPage>& pages, const Site& site) {
  if (!site.search_export) return {};
  return {{"search/documents.ndjson", documents_file(pages, site)}, {"search/mapping.json", mapping_file(site)}};
}

}  // namespace stoplicht

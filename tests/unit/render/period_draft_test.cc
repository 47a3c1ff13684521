#include "render/period_draft.h"

#include "model/minimal_site.h"
#include "render/markdown.h"

namespace stoplicht::test {
namespace {

std::vector<OutputFile> files_of(MinimalSite& site, const std::string& id) {
  initialise_markdown();
  const SiteFolder& folder = site.folder();
  Diagnostics diagnostics;
  const Site built = build_model(folder, std::nullopt, diagnostics);
  return period_draft(next_period(built, id, *built.find_period("2020-07")), built, folder);
}

// The files of a draft, by address.
std::map<std::string, std::string> draft_of(MinimalSite& site, const std::string& id) {
  std::map<std::string, std::string> files;
  for (const OutputFile& file : files_of(site, id)) files[file.address] = file.bytes;
  return files;
}

const std::string data = "data/periods/2021-h2.json";
const std::string texts = "content/periods/2021-h2/";

}  // namespace

TEST_CASE("period draft: a site without it has these files, the data last") {
  MinimalSite site;
  std::string addresses;
  for (const OutputFile& file : files_of(site, "2021-h2")) addresses += file.address + "\n";
  CHECK(addresses ==
        "content/periods/2021-h2/summary.md\ncontent/periods/2021-h2/letters/hilversum.md\n"
        "content/periods/2021-h2/progress/ggz.md\ndata/periods/2021-h2.json\n");
}

TEST_CASE("period draft: the data has what runs, and no light, value, note or source of before") {
  MinimalSite site;
  CHECK(draft_of(site, "2021-h2")[data] == R"({
  "id": "2021-h2",
  "name": "Tweede helft van 2021",
  "kind": "half-year",
  "from": "2021-07",
  "until": "2021-12",
  "reported_on": "2021-12",
  "reported_note": "[vul in: de dag van het verslag hoort bij 'reported_on'; wat daar staat, is een schatting]",
  "depth": "projects",
  "scale": "stoplicht",
  "programmes": [
    {
      "programme": "waw",
      "status": "not-reported"
    }
  ],
  "totals": [
    {
      "indicator": "placements",
      "actual": null
    }
  ],
  "figures": [],
  "projects": [
    {
      "project": "ggz",
      "number": "WaW 7",
      "status": "not-reported",
      "values": [
        {
          "indicator": "ggz-trajecten",
          "actual": null
        }
      ]
    },
    {
      "project": "taal",
      "number": "WaW 8",
      "name": "Taal als opstap",
      "status": "not-reported"
    }
  ],
  "sources": [],
  "limits": []
}
)");
}

TEST_CASE("period draft: keys stand in the order of the period before") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"({
  "id": "2020-07",)",
              R"({
  "projects": [ { "number": "7", "values": [ { "forecast": 4, "indicator": "ggz-trajecten" } ], "project": "ggz" } ],
  "$schema": "../x.json", "id": "2020-07",)");
  site.change("data/periods/2020-07.json", R"(  "projects": [
    { "project": "ggz", "number": "WaW 7",
      "status": "on-track", "basis": "reported",
      "values": [ { "indicator": "ggz-trajecten", "actual": 9 } ] },
    { "project": "taal", "number": "WaW 8", "name": "Taal als opstap",
      "status": "at-risk", "basis": "derived",
      "cause": "Corona",
      "consequence": null,
      "action": null }
  ],
)",
              "");
  const std::string draft = draft_of(site, "2021-h2")[data];
  CHECK(draft.substr(0, draft.find("\"name\"")) == R"({
  "projects": [
    {
      "number": "7",
      "status": "not-reported",
      "values": [
        {
          "forecast": null,
          "indicator": "ggz-trajecten",
          "actual": null
        }
      ],
      "project": "ggz"
    },
    {
      "number": "[vul in: nummer van Taalvaardigheid]",
      "status": "not-reported",
      "project": "taal"
    }
  ],
  "$schema": "../x.json",
  "id": "2021-h2",
  )");
}

TEST_CASE("period draft: parts by council stay, without their values") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 9, "by_council": { "hilversum": 9 })");
  CHECK(draft_of(site, "2021-h2")[data].find(R"(          "actual": null,
          "by_council": {
            "hilversum": null
          })") != std::string::npos);
}

TEST_CASE("period draft: where the period before has summaries, each project asks for one") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("summary": "Traag.", "cause": "Corona")");
  const std::string draft = draft_of(site, "2021-h2")[data];
  const std::string asked =
      "\"summary\": \"[vul in: het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat]\"";
  const std::size_t first = draft.find(asked);
  REQUIRE(first != std::string::npos);
  CHECK(draft.find(asked, first + 1) != std::string::npos);
  CHECK(draft.find("Traag") == std::string::npos);
}

TEST_CASE("period draft: an id that tells no time asks for it, and for a name") {
  MinimalSite site;
  const std::string draft = draft_of(site, "najaar")["data/periods/najaar.json"];
  CHECK(draft.substr(0, draft.find("  \"depth\"")) == R"({
  "id": "najaar",
  "name": "[vul in: naam van najaar]",
  "kind": "half-year",
  "reported_on": "2020-08",
  "reported_note": "[vul in: de dag van het verslag hoort bij 'reported_on'; wat daar staat, is een schatting. Voeg ook 'from' en 'until' toe: de tijd waarover het verslag gaat]",
)");
}

TEST_CASE("period draft: a time that has its name already asks for another") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", "Mei 2021", "Tweede helft van 2021");
  CHECK(draft_of(site, "2021-h2")[data].find(R"("name": "[vul in: naam van 2021-h2]")") != std::string::npos);
}

TEST_CASE("period draft: a month, a quarter and a year have their names") {
  MinimalSite site;
  const auto name = [&](const std::string& id) {
    const std::string draft = draft_of(site, id)["data/periods/" + id + ".json"];
    const std::size_t at = draft.find("\"name\": \"") + 9;
    return draft.substr(at, draft.find('"', at) - at);
  };
  CHECK(name("2021-11") == "November 2021");
  CHECK(name("2021-q4") == "Vierde kwartaal van 2021");
  CHECK(name("2022") == "2022");
  site.change("data/site.json", R"("language": "nl")", R"("language": "en")");
  CHECK(name("2022-h1") == "First half of 2022");
}

TEST_CASE("period draft: a project without a report yet asks for its number") {
  MinimalSite site;
  site.change("data/programmes.json", R"("projects": [)", R"("projects": [ { "id": "nieuw", "name": "Nieuw [1]" },)");
  CHECK(draft_of(site, "2021-h2")[data].find(R"("number": "[vul in: nummer van Nieuw (1)]")") != std::string::npos);
}

TEST_CASE("period draft: texts have the headings of before, each its own, and nothing else of them") {
  MinimalSite site;
  site.write("content/periods/2020-07/summary.md",
             "---\nheadline: Op koers\n---\nDe opstart is bijna voorbij.\n\n## Wat *goed* gaat[^1]\n\nVeel.\n\n"
             "```\n## Geen kop\n```\n\n### {{ count.projects }} projecten\n\nMeer.\n\n[^1]: Noot.\n");
  site.write("content/periods/2020-07/progress/ggz.md", "Negen.\n\nWat volgt\n---------\n\nMeer.\n");
  auto files = draft_of(site, "2021-h2");
  CHECK(files[texts + "summary.md"] == R"(---
headline: "[vul in: de conclusie in één zin]"
---
[vul in: de samenvatting van deze periode]

## Wat goed gaat

[vul in]

### … projecten

[vul in]
)");
  CHECK(files[texts + "progress/ggz.md"] == R"([vul in: hoe het gaat met Aanpak GGZ]

## Wat volgt

[vul in]
)");
}

TEST_CASE("period draft: a letter has a list to answer of what was announced and of what is open") {
  MinimalSite site;
  site.change("data/commitments.json", "Cijfers leveren", "Cijfers *per* wijk");
  site.change("content/periods/2020-07/letters/hilversum.md", "kind: Raadsbrief", "kind: 'Brief: kort'");
  CHECK(draft_of(site, "2021-h2")[texts + "letters/hilversum.md"] == R"(---
title: "[vul in: titel van de brief]"
kind: "Brief: kort"
from: College van Hilversum
councils: [hilversum]
date_note: "[vul in: schrijf in plaats van deze regel de datum, zoals 'date: 2024-04-18']"
---
[vul in: de brief]

## Wat wij aankondigden

- “De programma's gaan van start” (termijn: 1 januari 2021): [vul in: wat kwam ervan? Zet het ook bij 'done' in content/periods/2020-07/letters/hilversum.md]
- “Volgende brief”: [vul in: wat kwam ervan? Zet het ook bij 'done' in content/periods/2020-07/letters/hilversum.md]

## Toezeggingen die openstaan

- [T21-03](/toezeggingen/t21-03.html) “Cijfers \*per\* wijk” (termijn: april 2021): [vul in: hoe staat het? Afgedaan? Voeg dan in de gegevens bovenaan T21-03 toe aan 'closes']
)");
}

TEST_CASE("period draft: a letter is untouched until somebody writes in it, wherever that is") {
  MinimalSite site;
  const std::string path = texts + "letters/hilversum.md";
  auto files = draft_of(site, "2021-h2");
  // Whether the draft is, with `from` made `to` in the letter, and a commitment closed since.
  const auto is_untouched = [&](const std::string& from, const std::string& to, bool is_closed = false) {
    MinimalSite with(site);
    for (const auto& [file, text] : files) with.write(file, text);
    with.change(path, from, to);
    if (is_closed) with.change("data/commitments.json", "\"status\": \"open\"", "\"status\": \"closed\"");
    const Site built = with.build();
    return is_untouched_draft(*built.find_period("2021-h2")->letters.front(), built);
  };
  const std::string point = "- “Volgende brief”: ";
  CHECK(is_untouched("kind: Raadsbrief", "kind: Brief\ncloses: [T21-03]"));
  CHECK(is_untouched("[vul in: de brief]", "[vul in: de brief]\r", true));
  CHECK(is_untouched("## Wat wij aankondigden\n", ""));
  CHECK(is_untouched("date_note: \"[vul in: schrijf in plaats van deze regel de datum, zoals 'date: 2024-04-18']\"",
                     "date_note: Eind augustus"));
  CHECK_FALSE(is_untouched("date_note: \"", "date_note: \"Eind augustus "));
  CHECK_FALSE(is_untouched(point, point + "De raad was er op 3 mei. "));
  CHECK_FALSE(is_untouched(point, "- “Volgende brief, op 3 mei”: "));
  CHECK_FALSE(is_untouched("## Wat wij aankondigden", "## Een eigen kop\n\n## Wat wij aankondigden"));
  CHECK_FALSE(is_untouched("[vul in: de brief]", "Een zin."));
  CHECK_FALSE(is_untouched("[vul in: de brief]", "[vul in: de brief van 3 mei]"));
  CHECK_FALSE(is_untouched("[vul in: de brief]", "[vul in: de brief]\n\nEen zin."));
  CHECK_FALSE(is_untouched("[vul in: titel van de brief]", "Voortgang"));
  CHECK_FALSE(is_untouched("[vul in: titel van de brief]", "Voortgang [vul in: titel van de brief]"));
}

TEST_CASE("period draft: an English site is asked in English") {
  MinimalSite site;
  site.change("data/site.json", R"("language": "nl")", R"("language": "en")");
  auto files = draft_of(site, "2021-h2");
  CHECK(files[texts + "progress/ggz.md"] == "[fill in: how it goes with Aanpak GGZ]\n");
  CHECK(files[texts + "summary.md"] ==
        "---\nheadline: \"[fill in: the conclusion in one sentence]\"\n---\n[fill in: the summary of this period]\n");
  CHECK(files[texts + "letters/hilversum.md"].find("## Commitments that are open\n\n- [T21-03]") != std::string::npos);
}

TEST_CASE("period draft: the site has no error with it, and a warning for all that is asked") {
  MinimalSite site;
  auto files = draft_of(site, "2021-h2");
  MinimalSite with(site);
  std::size_t asked = 0;
  for (const auto& [path, text] : files) {
    with.write(path, text);
    for (std::size_t at = text.find("[vul in"); at != std::string::npos; at = text.find("[vul in", at + 1)) ++asked;
  }
  const std::string faults = with.faults();
  CHECK(faults.find(": error: ") == std::string::npos);
  std::size_t told = 0;
  for (std::size_t at = faults.find("[text-placeholder]"); at != std::string::npos;
       at = faults.find("[text-placeholder]", at + 1))
    ++told;
  CHECK(told == asked);
  CHECK(asked == 10);
}

}  // namespace stoplicht::test

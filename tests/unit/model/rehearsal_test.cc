#include "model/rehearsal.h"

#include "minimal_site.h"
#include "published_site.h"

namespace stoplicht::test {
namespace {

// A site of which the newest period reports on projects, complete but for nothing.
MinimalSite complete_site() {
  MinimalSite site;
  site.write("data/periods/2021-05.json", R"({
  "id": "2021-05", "name": "Mei 2021", "kind": "half-year", "from": "2020-08", "until": "2021-05",
  "reported_on": "2021-05", "depth": "projects", "scale": "stoplicht",
  "programmes": [ { "programme": "waw", "status": "on-track" } ],
  "totals": [ { "indicator": "placements", "actual": 430 } ],
  "figures": [ { "id": "krimp", "label": "Krimp", "value": 6.5, "unit": "percent", "source": "CBS" } ],
  "projects": [
    { "project": "ggz", "number": "WaW 7",
      "status": "on-track",
      "values": [ { "indicator": "ggz-trajecten", "actual": 12 } ] },
    { "project": "taal", "number": "WaW 8",
      "status": "at-risk", "summary": "Het loopt.",
      "cause": "Corona", "action": null }
  ],
  "sources": [ { "title": "Monitor" } ]
}
)");
  site.write("content/periods/2021-05/progress/ggz.md", "Twaalf trajecten zijn begonnen.\n");
  site.change("data/commitments.json", R"("due": "2021-04")", R"("due": "2021-06")");
  site.change("content/periods/2020-07/letters/hilversum.md", "    by: 2021-01-01\n",
              "    by: 2021-01-01\n    done: Ze zijn begonnen.\n");
  site.change("content/periods/2020-07/letters/hilversum.md", "  - what: Volgende brief\n", "");
  return site;
}

const char* const draft_file = "data/periods/2021-05.json";

Rehearsal rehearsal_of(MinimalSite& minimal, const Archive& archive, Site& site) {
  const SiteFolder& folder = minimal.folder();
  Diagnostics diagnostics;
  site = build_model(folder, std::nullopt, diagnostics);
  return rehearse(site, archive, folder, diagnostics.sorted());
}

const char* const names[asks] = {"mend",       "fill_in",      "light", "explanation", "justification", "decision",
                                 "commitment", "announcement", "text",  "value",       "source",        "jump",
                                 "number",     "link",         "image", "sentence",    "look"};

// "! explanation waw/taal data/periods/2021-05.json:16 subject", one a line; "!" where it blocks.
std::string text_of(const Rehearsal& rehearsal) {
  std::string out;
  for (const Finding& each : rehearsal.findings) {
    out += std::string(each.blocks ? "! " : "- ") + names[static_cast<std::size_t>(each.ask)];
    out += each.period == nullptr ? " shared" : "";
    if (each.programme != nullptr) out += " " + each.programme->id;
    if (each.project != nullptr) out += "/" + each.project->id;
    out += " " + each.where.file + ":" + std::to_string(each.where.line);
    if (!each.subject.empty()) out += " " + each.subject;
    out += "\n";
  }
  return out;
}

std::string found(MinimalSite site) {
  Site built;
  return text_of(rehearsal_of(site, Archive(), built));
}

std::string completeness_text(const Rehearsal& rehearsal) {
  std::string out;
  for (const Completeness& each : rehearsal.completeness)
    out += each.programme->id + " " + std::to_string(each.done) + " of " + std::to_string(each.all) + "\n";
  return out;
}

}  // namespace

TEST_CASE("rehearsal: of a draft in which all is told nothing is found") {
  MinimalSite minimal = complete_site();
  Site site;
  const Rehearsal rehearsal = rehearsal_of(minimal, Archive(), site);
  CHECK(text_of(rehearsal) == "");
  CHECK(rehearsal.whole);
  CHECK(rehearsal.blocking() == 0);
  CHECK(completeness_text(rehearsal) == "waw 7 of 7\n");
}

TEST_CASE("rehearsal: a project or a programme without a light") {
  MinimalSite site = complete_site();
  site.change(draft_file, "\"status\": \"on-track\",\n      \"values\"", "\"values\"");
  site.change(draft_file, R"("programme": "waw", "status": "on-track")",
              R"("programme": "waw", "status": "not-reported")");
  CHECK(found(site) ==
        "- light waw data/periods/2021-05.json:4 Werken aan Werk\n- light waw/ggz data/periods/2021-05.json:8\n");
}

TEST_CASE("rehearsal: what a sheet can mend has its place there, also when a rule of check told it") {
  MinimalSite minimal = complete_site();
  minimal.change(draft_file, R"("programme": "waw", "status": "on-track")",
                 R"("programme": "waw", "status": "not-reported", "summary": "[vul in: hoe het gaat]")");
  minimal.change(draft_file, R"("cause": "Corona", "action": null)", R"("cause": "Corona")");
  minimal.change(draft_file, R"("summary": "Het loopt.")", R"("summary": "[vul in: hoe het gaat]")");
  minimal.write("content/periods/2021-05/progress/ggz.md", "[vul in: hoe het gaat]\n");
  Site site;
  std::string places;
  for (const Finding& each : rehearsal_of(minimal, Archive(), site).findings)
    places += std::string(names[static_cast<std::size_t>(each.ask)]) +
              (each.sheet ? " " + each.sheet->row + " " + each.sheet->column : "") + "\n";
  CHECK(places ==
        "fill_in programme/waw summary\n"
        "fill_in ggz progress\n"
        "fill_in taal summary\n"
        "explanation taal action\n"
        "light programme/waw status\n");
}

TEST_CASE("rehearsal: a project without a word, of which headings are none") {
  MinimalSite site = complete_site();
  site.write("content/periods/2021-05/progress/ggz.md", "## Stand\n");
  CHECK(found(site) == "- text waw/ggz data/periods/2021-05.json:8\n");
  site.change(draft_file, R"("number": "WaW 7")", R"("number": "WaW 7", "summary": "Het loopt.")");
  CHECK(found(site) == "");
}

TEST_CASE("rehearsal: a figure without value, unless a note says why") {
  MinimalSite site = complete_site();
  site.change(draft_file, R"("ggz-trajecten", "actual": 12)", R"("ggz-trajecten", "actual": null)");
  CHECK(found(site) == "- value waw/ggz data/periods/2021-05.json:10 Trajecten\n");
  site.change(draft_file, R"("ggz-trajecten", "actual": null)",
              R"("ggz-trajecten", "actual": null, "note": "Niet geteld.")");
  CHECK(found(site) == "");
}

TEST_CASE("rehearsal: a figure that the period before had and this one does not list") {
  MinimalSite site = complete_site();
  site.change(draft_file, ",\n      \"values\": [ { \"indicator\": \"ggz-trajecten\", \"actual\": 12 } ]", "");
  CHECK(found(site) == "- value waw/ggz data/periods/2021-05.json:8 Trajecten\n");
}

TEST_CASE("rehearsal: a figure without source, and a period without any") {
  MinimalSite site = complete_site();
  site.change(draft_file, R"(, "source": "CBS")", "");
  site.change(draft_file, ",\n  \"sources\": [ { \"title\": \"Monitor\" } ]", "");
  CHECK(found(site) == "- source data/periods/2021-05.json:0\n- source data/periods/2021-05.json:6 Krimp\n");
}

TEST_CASE("rehearsal: a value three times the one before it, or a third, unless a note says why") {
  MinimalSite site = complete_site();
  site.change(draft_file, R"("ggz-trajecten", "actual": 12)", R"("ggz-trajecten", "actual": 26)");
  CHECK(found(site) == "");
  site.change(draft_file, R"("ggz-trajecten", "actual": 26)", R"("ggz-trajecten", "actual": 27)");
  CHECK(found(site) == "- jump waw/ggz data/periods/2021-05.json:10 Trajecten\n");
  site.change(draft_file, R"("ggz-trajecten", "actual": 27)", R"("ggz-trajecten", "actual": 27, "note": "Geteld.")");
  CHECK(found(site) == "");
}

TEST_CASE("rehearsal: a number of a letter is compared with the figures of its period") {
  const auto found_with = [](const std::string& text) {
    MinimalSite site = complete_site();
    site.write("content/periods/2021-05/letters/hilversum.md",
               "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-05-20\n---\n" +
                   text + "\n");
    return found(site);
  };
  CHECK(found_with("Er zijn {{ total.placements.actual }} plaatsingen.") == "");
  CHECK(found_with("Er zijn 1.234 meldingen.") == "");
  // Swapped digits, and the first of two that are figures for sure.
  CHECK(found_with("Er zijn 403 mensen.") == "- number content/periods/2021-05/letters/hilversum.md:8\n");
  CHECK(found_with("Het zijn er 430.\n\nEr zijn 430 mensen.\n\nDus 430 mensen.") ==
        "- number content/periods/2021-05/letters/hilversum.md:10\n");
  CHECK(found_with("Er zijn nu 520 mensen.") == "");
}

TEST_CASE("rehearsal: a number of the conclusion or the summary is compared with the figures of its period") {
  const char* const summary = "content/periods/2021-05/summary.md";
  const auto found_with = [&](const std::string& headline, const std::string& text) {
    MinimalSite site = complete_site();
    site.write(summary, "---\nheadline: \"" + headline + "\"\n---\n" + text + "\n");
    return found(site);
  };
  const std::string found_at = "- number " + std::string(summary);
  CHECK(found_with("Er zijn {{ total.placements.actual }} mensen", "Er zijn 1.234 meldingen.") == "");
  CHECK(found_with("Boven verwachting", "Er zijn 425 mensen.") == found_at + ":4\n");
  CHECK(found_with("Boven verwachting", "Er zijn 430 mensen.") == found_at + ":4\n");
  CHECK(found_with("Er zijn 403 mensen", "Goed.") == found_at + ":2\n");
}

TEST_CASE("rehearsal: a number of a progress text is told when it is nearly a figure of the project or the period") {
  const auto found_with = [](const std::string& project, const std::string& text) {
    MinimalSite site = complete_site();
    site.write("content/periods/2021-05/progress/" + project + ".md", text + "\n");
    return found(site);
  };
  CHECK(found_with("ggz", "Er zijn 12 trajecten.") == "");
  CHECK(found_with("ggz", "Er zijn 21 trajecten.") == "- number waw/ggz content/periods/2021-05/progress/ggz.md:1\n");
  CHECK(found_with("ggz", "Er zijn 403 mensen.") == "- number waw/ggz content/periods/2021-05/progress/ggz.md:1\n");
  CHECK(found_with("taal", "Er zijn 21 trajecten.") == "");
}

TEST_CASE("rehearsal: a number of a letter or the summary that looks like that of a commitment, and is of none") {
  const auto found_with = [](const std::string& letter, const std::string& summary) {
    MinimalSite site = complete_site();
    site.write("content/periods/2021-05/letters/hilversum.md",
               "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-05-20\n---\n" +
                   letter + "\n");
    site.write("content/periods/2021-05/summary.md", "---\nheadline: Boven verwachting\n---\n" + summary + "\n");
    return found(site);
  };
  CHECK(found_with("Over T20-27.", "Zie T21 – 03, en artikel B12-1.") == "");
  CHECK(found_with("Over T20-27 en T99-01.", "Goed.") == "- look content/periods/2021-05/letters/hilversum.md:8\n");
  CHECK(found_with("Goed.", "Zie T20-271.") == "- look content/periods/2021-05/summary.md:4\n");
}

TEST_CASE("rehearsal: a value that falls to nothing jumps, unless it was small") {
  MinimalSite site = complete_site();
  site.change(draft_file, "\"status\": \"on-track\",\n      \"values\"",
              "\"status\": \"off-track\", \"cause\": \"Ziekte\", \"action\": null,\n      \"values\"");
  site.change(draft_file, R"("ggz-trajecten", "actual": 12)", R"("ggz-trajecten", "actual": 0)");
  CHECK(found(site) == "");  // From 9.
  site.change("data/periods/2020-07.json", R"("ggz-trajecten", "actual": 9)", R"("ggz-trajecten", "actual": 10)");
  CHECK(found(site) == "- jump waw/ggz data/periods/2021-05.json:10 Trajecten\n");
}

TEST_CASE("rehearsal: a commitment that was due by the day of the report and is not closed") {
  MinimalSite site = complete_site();
  site.change("data/commitments.json", R"("due": "2021-06")", R"("due": "2021-05")");
  CHECK(found(site) == "- commitment data/commitments.json:11 T21-03: Cijfers leveren\n");
  site.change("data/commitments.json", R"("status": "open")",
              R"("status": "lapsed", "lapsed_reason": "Niet meer nodig.")");
  CHECK(found(site) == "");
}

TEST_CASE("rehearsal: an announcement that came due, or of the last letter without a day") {
  MinimalSite site = complete_site();
  const char* const letter = "content/periods/2020-07/letters/hilversum.md";
  site.change(letter, "    done: Ze zijn begonnen.\n", "  - what: Een brief\n  - what: Later\n    by: 2022\n");
  CHECK(found(site) ==
        "- announcement content/periods/2020-07/letters/hilversum.md:9 De programma's gaan van start\n"
        "- announcement content/periods/2020-07/letters/hilversum.md:11 Een brief\n");
}

TEST_CASE("rehearsal: a sentence of more than twenty-five words, in a text or in the data") {
  std::string words = "Wij";
  for (int i = 0; i < 24; ++i) words += " zien";
  MinimalSite site = complete_site();
  site.write("content/periods/2021-05/progress/ggz.md", "Goed.\n" + words + ".\n");
  CHECK(found(site) == "");
  site.write("content/periods/2021-05/progress/ggz.md", "Goed.\n" + words + " dat.\n");
  CHECK(found(site) == "- sentence waw/ggz content/periods/2021-05/progress/ggz.md:2 " + words + " dat.\n");
  site.write("content/periods/2021-05/progress/ggz.md", "Goed.\n");
  site.change(draft_file, "Het loopt.", words + " dat.");
  CHECK(found(site) == "- sentence waw/taal data/periods/2021-05.json:12 " + words + " dat.\n");
}

TEST_CASE("rehearsal: what check tells comes first, with the project in which it stands") {
  MinimalSite site = complete_site();
  site.change(draft_file, "\"cause\": \"Corona\", \"action\": null", "\"cause\": \"[vul in: waarom]\"");
  site.change("content/periods/2021-05/progress/ggz.md", "Twaalf", "[vul in] Twaalf");
  site.change(draft_file, R"("source": "CBS")", R"("source": "[vul in]")");
  site.write("content/pages/about.md", "---\ntitle: Over\nslug: over\n---\n[vul in]\n");
  CHECK(found(site) ==
        "! fill_in data/periods/2021-05.json:6\n"
        "! fill_in waw/ggz content/periods/2021-05/progress/ggz.md:1\n"
        "! fill_in waw/taal data/periods/2021-05.json:13\n"
        "! explanation waw/taal data/periods/2021-05.json:12\n"
        "! fill_in shared content/pages/about.md:5\n");
  Site built;
  const Rehearsal rehearsal = rehearsal_of(site, Archive(), built);
  CHECK(rehearsal.blocking() == 5);
  CHECK(rehearsal.whole);
  CHECK(completeness_text(rehearsal) == "waw 4 of 7\n");  // Not the text of ggz, nor cause and action of taal.
}

TEST_CASE("rehearsal: a light that is not the computed one asks for a reason") {
  MinimalSite site = complete_site();
  site.change(draft_file, R"("ggz-trajecten", "actual": 12)", R"("ggz-trajecten", "actual": 4)");
  CHECK(found(site) == "! justification waw/ggz data/periods/2021-05.json:9\n");
}

TEST_CASE("rehearsal: what publish passes over does not block") {
  const Diagnostic left{Severity::warning, "edition-file-unknown", "is a file that no edition names", {}, ""};
  const Diagnostic other{Severity::warning, "edition-attachment", "is not there", {}, ""};
  CHECK(text_of(rehearse(Site(), Archive(), SiteFolder(), {left, other})) == "! look shared :0\n- look shared :0\n");
}

TEST_CASE("rehearsal: with an error not all was looked at") {
  MinimalSite site = complete_site();
  site.change(draft_file, R"("status": "at-risk")", R"("status": "at-rsk")");
  Site built;
  const Rehearsal rehearsal = rehearsal_of(site, Archive(), built);
  CHECK_FALSE(rehearsal.whole);
  CHECK(text_of(rehearsal) ==
        "! mend waw/taal data/periods/2021-05.json:12\n- light waw/taal data/periods/2021-05.json:12\n");
}

TEST_CASE("rehearsal: of a site that publishes, each period that is no edition yet is rehearsed") {
  MinimalSite minimal = complete_site();
  PublishedSite published;
  published.publish(minimal.folder(), "2020-07");
  const Archive archive = published.archive();
  Site site;
  const Rehearsal rehearsal = rehearsal_of(minimal, archive, site);
  REQUIRE(rehearsal.drafts.size() == 1);
  CHECK(rehearsal.drafts.front()->id == "2021-05");

  published.publish(minimal.folder(), "2021-05");
  const Archive all = published.archive();
  CHECK(rehearsal_of(minimal, all, site).drafts.empty());
}

TEST_CASE("rehearsal: each place that stands in a sheet says which row and column") {
  MinimalSite minimal = complete_site();
  minimal.change(draft_file, "\"status\": \"on-track\",\n      \"values\"", "\"values\"");
  minimal.change(draft_file, R"("ggz-trajecten", "actual": 12)", R"("ggz-trajecten", "actual": null)");
  minimal.change("data/commitments.json", R"("due": "2021-06")", R"("due": "2021-05")");
  Site site;
  std::string places;
  for (const Finding& each : rehearsal_of(minimal, Archive(), site).findings)
    places +=
        std::to_string(static_cast<int>(each.sheet->sheet)) + " " + each.sheet->row + " " + each.sheet->column + "\n";
  CHECK(places == "2 T21-03 status\n0 ggz status\n1 ggz-trajecten actual\n");
}

}  // namespace stoplicht::test

#include <algorithm>

#include "minimal_site.h"
#include "model/changes.h"
#include "model/edition.h"

// Between two editions of one period nothing that its pages tell may differ without being told.
namespace stoplicht::test {
namespace {

struct Corrected {
  Corrected(MinimalSite& first, MinimalSite& second, const char* period)
      : old_site(first.build()), new_site(second.build()) {
    REQUIRE(old_site.find_period(period) != nullptr);
    REQUIRE(new_site.find_period(period) != nullptr);
    changes = compare({&old_site, old_site.find_period(period)}, {&new_site, new_site.find_period(period)}, new_site);
  }

  // "ggz summary: [Oud] → [Nieuw]", a line for each.
  static std::string lines(const std::vector<TextChange>& all) {
    std::string out;
    for (const TextChange& change : all)
      out += change.subject + " " + change.key + ": [" + change.before + "] → [" + change.after + "]\n";
    return out;
  }

  Site old_site, new_site;
  Changes changes;
};

// Every key of the formats stands in it once, so that each can be changed by itself.
struct FullSite : MinimalSite {
  FullSite() {
    change("data/site.json", R"("links")", R"("tagline": "Regio", "description": "Hoe staat het ervoor", "links")");
    change(
        "data/organisations.json", R"({ "id": "regio", "name": "Regio Gooi", "kind": "region" })",
        R"({ "id": "regio", "name": "Regio Gooi", "kind": "region", "short_name": "De Regio", "description": "Samen", "url": "https://regio.example.nl" },
    { "id": "huizen", "name": "Huizen", "kind": "municipality" })");
    change("data/organisations.json", R"(    { "id": "hilversum")",
           R"(    { "id": "weesp", "name": "Weesp", "kind": "municipality" },
    { "id": "hilversum")");
    change("data/organisations.json", "  ]\n}\n", R"(  ],
  "landscape": { "title": "Wie helpt wie", "groups": [ { "id": "kort", "name": "Kort zonder werk", "description": "Pas" } ],
    "parties": [ { "organisation": "regio", "serves": [ "kort" ], "note": "in oprichting" } ],
    "partners": [ "Ondernemers" ], "source": "De praatplaat", "note": "Een beeld" }
}
)");
    change("data/programmes.json", R"("name": "Werken aan Werk", "short_name": "WaW",)",
           R"("name": "Werken aan Werk", "short_name": "WaW", "description": "Het plan",)");
    change("data/programmes.json", R"({ "id": "scholing", "name": "Scholing" })",
           R"({ "id": "scholing", "name": "Scholing", "description": "Leren" }, { "id": "anders", "name": "Anders" })");
    change("data/programmes.json", R"("level": "board")", R"("level": "board", "role": "Besluit")");
    change("data/programmes.json", R"("financer": "regio" } ],
      "projects")",
           R"("financer": "regio", "note": "Geschat", "source": "Het raadsvoorstel" } ],
      "projects")");
    change("data/programmes.json", R"("name": "Aanpak GGZ",)",
           R"("name": "Aanpak GGZ", "description": "Samen sterk",)");
    change("data/programmes.json", R"("period": "2020-07" } ])",
           R"("period": "2020-07", "note": "Werd eigen project" } ])");
    change("data/programmes.json", R"("total": 97000)",
           R"("total": 97000, "source": "De begroting", "note": "Met btw")");
    change("data/programmes.json", R"("cumulative": true,)", R"("cumulative": true, "description": "Wie werk vond",)");
    change("data/periods/2020-07.json", R"("reported_on": "2020-07",)",
           R"("reported_on": "2020-07", "reported_note": "Geen dag",)");
    change("data/periods/2020-07.json", R"("status": "on-track" } ])",
           R"("status": "on-track", "summary": "Het gaat goed" } ])");
    change("data/periods/2020-07.json", R"("note": "Meten kan nog niet." })",
           R"("forecast": 450, "note": "Meten kan nog niet.", "by_council": { "hilversum": 74, "huizen": null } })");
    change("data/periods/2020-07.json", R"("qualifier": "about", "unit": "percent" })",
           R"("qualifier": "about", "unit": "percent", "source": "RaboResearch" },
    { "id": "mensen", "label": "Mensen", "value": 12, "unit_label": "inwoners" })");
    change("data/periods/2020-07.json", R"("basis": "reported",)",
           R"("basis": "reported", "summary": "Kort gezegd", "contradiction": "De brief zegt iets anders",)");
    change("data/periods/2020-07.json", R"("actual": 9 })", R"("actual": 9, "note": "Tot juli" })");
    change("data/periods/2020-07.json", R"({ "title": "Monitor juli 2020",)",
           R"({ "title": "Monitor juli 2020", "publisher": "De Regio", "date": "juli 2020", "note": "Een scan",)");
    change(
        "data/periods/2020-07.json", R"("limits": [)",
        R"("events": [ { "title": "Webinar", "date": "2020-06-18", "description": "Voor raden", "url": "https://example.nl/webinar" } ],
  "limits": [)");
    change("content/periods/2020-07/letters/hilversum.md", "date: 2020-09\n", "date: 2020-09\ndate_note: Zonder dag\n");
    change("content/periods/2020-07/letters/hilversum.md", "    by: 2021-01-01\n",
           "    by: 2021-01-01\n    done: Gestart\n");
    change("content/periods/2020-07/letters/hilversum.md", "    file: monitor.pdf\n",
           "    file: monitor.pdf\n    note: Vijf bladen\n");
    write(
        "content/periods/2020-07/voorstel.md",
        "---\ntitle: Het voorstel\nslug: voorstel\ndescription: Over geld\nkind: Raadsvoorstel\nfrom: Het "
        "college\ncouncils: [hilversum]\n"
        "date: 2019\ndate_note: Zonder maand\ndecisions:\n  - text: Stel vast\n    outcome: Aangenomen\nattachments:\n"
        "  - title: Het plan\n    note: Op papier\n    url: https://example.nl/plan.pdf\n---\nHet voorstel zelf.\n");
    write("content/periods/2020-07/councils/hilversum.md", "Onze eigen regel.\n");
    write("content/pages/begrippen.md",
          "---\ntitle: Begrippen\nterms:\n  - term: Uitstroom\n    also: [uitgestroomd]\n    meaning: Wie werk vond\n  "
          "  group: Werk\n---\n");
    write("data/periods/2019-12.json",
          R"({ "id": "2019-12", "name": "December 2019", "kind": "year", "reported_on": "2019-12",
  "depth": "projects", "projects": [ { "project": "ggz", "number": "1", "status": "on-track",
    "values": [ { "indicator": "ggz-trajecten", "actual": 4 } ] } ] })");
    write("content/periods/2019-12/summary.md", "---\nheadline: Begonnen\n---\n");
  }
};

struct Edit {
  const char* file;
  const char* from;
  const char* to;
};

// A change of each key that can be given, of each file of which a period's pages tell.
const Edit edits[] = {
    {"data/site.json", R"("title": "Monitor")", R"("title": "Ons beeld")"},
    {"data/site.json", R"("tagline": "Regio")", R"("tagline": "Wij")"},
    {"data/site.json", "Hoe staat het ervoor", "Waar staan wij"},
    {"data/site.json", R"("name": "Stoplicht")", R"("name": "Lichten")"},
    {"data/site.json", R"("label": "Risico")", R"("label": "Let op")"},
    {"data/site.json", R"("meaning": "Let op.")", R"("meaning": "Kijk uit.")"},
    {"data/site.json", R"("shape": "cross")", R"("shape": "flag")"},
    {"data/organisations.json", "Regio Gooi", "Regio Gooi en Vechtstreek"},
    {"data/organisations.json", "De Regio", "Regio"},
    {"data/organisations.json", R"("Samen")", R"("Met elkaar")"},
    {"data/organisations.json", "https://regio.example.nl", "https://www.example.nl"},
    {"data/organisations.json", R"("id": "huizen", "name": "Huizen", "kind": "municipality")",
     R"("id": "huizen", "name": "Gemeente Huizen", "kind": "municipality")"},
    {"data/organisations.json", R"("from": "2015")", R"("from": "2016")"},
    {"data/organisations.json", R"("until": "2030")", R"("until": "2031")"},
    {"data/organisations.json", "Wie helpt wie", "De praatplaat zelf"},
    {"data/organisations.json", "Kort zonder werk", "Even zonder werk"},
    {"data/organisations.json", R"("Pas")", R"("Onlangs")"},
    {"data/organisations.json", R"("serves": [ "kort" ], )", ""},
    {"data/organisations.json", "in oprichting", "bestaat"},
    {"data/organisations.json", "Ondernemers", "Bedrijven"},
    {"data/organisations.json", "De praatplaat\"", "Een tekening\""},
    {"data/organisations.json", "Een beeld", "Een plaat"},
    {"data/programmes.json", "Werken aan Werk", "Werk voor allen"},
    {"data/programmes.json", R"("WaW")", R"("WvA")"},
    {"data/programmes.json", "Het plan", "Het hele plan"},
    {"data/programmes.json", R"("from": "2020", "until": "2023")", R"("from": "2020", "until": "2024")"},
    {"data/programmes.json", R"("name": "Scholing")", R"("name": "Leren")"},
    {"data/programmes.json", R"("description": "Leren")", R"("description": "Alles over leren")"},
    {"data/programmes.json", R"("level": "board")", R"("level": "strategic")"},
    {"data/programmes.json", "Besluit", "Adviseert"},
    {"data/programmes.json", "5600000", "5700000"},
    {"data/programmes.json", R"("qualifier": "about", "from": "2019")", R"("from": "2019")"},
    {"data/programmes.json", R"("from": "2019", "until": "2022")", R"("from": "2018", "until": "2022")"},
    {"data/programmes.json", "Geschat", "Geraamd"},
    {"data/programmes.json", "Het raadsvoorstel", "De brief"},
    {"data/programmes.json", "Aanpak GGZ", "Samen aan het werk"},
    {"data/programmes.json", "Samen sterk", "Met de zorg"},
    {"data/programmes.json", R"("category": "scholing")", R"("category": "anders")"},
    {"data/programmes.json", R"("from": "2020", "until": "2021",)", R"("from": "2020", "until": "2022",)"},
    {"data/programmes.json", "split-from", "continues"},
    {"data/programmes.json", "Werd eigen project", "Ging verder"},
    {"data/programmes.json", R"("at_risk_below": 0.9)", R"("at_risk_below": 0.8)"},
    {"data/programmes.json", R"("off_track_below": 0.5)", R"("off_track_below": 0.4)"},
    {"data/programmes.json", R"("name": "Taalvaardigheid")", R"("name": "Taal en rekenen")"},
    {"data/programmes.json", R"("followed_by": "words")", R"("followed_by": "figures")"},
    {"data/programmes.json", R"("name": "GGZ", "project": "ggz", "financer": "regio")",
     R"("name": "GGZ", "project": "ggz", "financer": "hilversum")"},
    {"data/programmes.json", R"("name": "GGZ", "project": "ggz")", R"("name": "GGZ")"},
    {"data/programmes.json", R"("name": "Taal", "years")", R"("name": "Taalles", "years")"},
    {"data/programmes.json", "De begroting", "De nieuwe begroting"},
    {"data/programmes.json", "Met btw", "Zonder btw"},
    {"data/programmes.json", R"("name": "Trajecten")", R"("name": "Gestarte trajecten")"},
    {"data/programmes.json", R"("unit_label": "trajecten")", R"("unit_label": "mensen")"},
    {"data/programmes.json", R"("value": 12)", R"("value": 14)"},
    {"data/programmes.json", "Wie werk vond", "Wie een baan kreeg"},
    {"data/programmes.json", R"("cumulative": true)", R"("cumulative": false)"},
    {"data/programmes.json", R"("cumulative": true,)", R"("cumulative": true, "direction": "down",)"},
    {"data/programmes.json", R"("cumulative": true,)", R"("cumulative": true, "target_label": "beschikbaar",)"},
    {"data/programmes.json", R"({ "value": 0, "date": "2020" })", R"({ "value": 5, "date": "2020" })"},
    {"data/programmes.json", R"({ "value": 0, "date": "2020" })", R"({ "value": 0, "date": "2019" })"},
    {"data/programmes.json", R"("qualifier": "about", "from_period")", R"("from_period")"},
    {"data/commitments.json", "Voortgang bespreken", "Over de voortgang praten"},
    {"data/commitments.json", "De wethouder komt terug.", "De wethouder vertelt meer."},
    {"data/commitments.json", "2020-02-21", "2020-02-22"},
    {"data/commitments.json", R"("due": "2020-Q3")", R"("due": "2020-Q4")"},
    {"data/commitments.json", R"("projects": [ "ggz" ])", R"("projects": [ "taal" ])"},
    {"data/periods/2020-07.json", "Juli 2020\", \"kind", "Zomer 2020\", \"kind"},
    {"data/periods/2020-07.json", R"("kind": "half-year")", R"("kind": "incidental")"},
    {"data/periods/2020-07.json", R"("from": "2020-01")", R"("from": "2020-02")"},
    {"data/periods/2020-07.json", R"("until": "2020-07")", R"("until": "2020-06")"},
    {"data/periods/2020-07.json", R"("reported_on": "2020-07")", R"("reported_on": "2020-08")"},
    {"data/periods/2020-07.json", "Geen dag", "De dag is niet bekend"},
    {"data/periods/2020-07.json", "Afgeleid uit de tekst.", "Uit de tekst gehaald."},
    {"data/periods/2020-07.json", R"("stated_projects": 22)", R"("stated_projects": 23)"},
    {"data/periods/2020-07.json", R"("programme": "waw", "status": "on-track")",
     R"("programme": "waw", "status": "off-track")"},
    {"data/periods/2020-07.json", R"("programme": "waw", "status": "on-track")",
     R"("programme": "waw", "basis": "derived", "status": "on-track")"},
    {"data/periods/2020-07.json", "Het gaat goed", "Het gaat heel goed"},
    {"data/periods/2020-07.json", R"("actual": null)", R"("actual": { "value": 400, "qualifier": "about" })"},
    {"data/periods/2020-07.json", R"("forecast": 450)", R"("forecast": 460)"},
    {"data/periods/2020-07.json", R"("forecast": 450)", R"("forecast": null)"},
    {"data/periods/2020-07.json", "Meten kan nog niet.", "Meten kan later."},
    {"data/periods/2020-07.json", R"("hilversum": 74)", R"("hilversum": 75)"},
    {"data/periods/2020-07.json", R"("huizen": null)", R"("huizen": 0)"},
    {"data/periods/2020-07.json", R"(, "huizen": null)", ""},
    {"data/periods/2020-07.json", R"("label": "Krimp")", R"("label": "Daling")"},
    {"data/periods/2020-07.json", R"("value": 6.5)", R"("value": 6.6)"},
    {"data/periods/2020-07.json", R"("qualifier": "about", "unit": "percent")", R"("unit": "percent")"},
    {"data/periods/2020-07.json", R"(, "unit": "percent")", R"(, "unit": "euro")"},
    {"data/periods/2020-07.json", "RaboResearch", "Rabobank"},
    {"data/periods/2020-07.json", R"("unit_label": "inwoners")", R"("unit_label": "mensen")"},
    {"data/periods/2020-07.json", R"("number": "WaW 7")", R"("number": "WaW 6")"},
    {"data/periods/2020-07.json", R"("number": "WaW 7")", R"("number": "WaW 7", "name": "GGZ")"},
    {"data/periods/2020-07.json", "Taal als opstap", "Taal voor werk"},
    {"data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)",
     R"("status": "not-reported", "basis": "reported",)"},
    {"data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)",
     R"("status": "off-track", "basis": "reported",)"},
    {"data/periods/2020-07.json", R"("basis": "reported")", R"("basis": "derived")"},
    {"data/periods/2020-07.json", "Kort gezegd", "In het kort"},
    {"data/periods/2020-07.json", "De brief zegt iets anders", "De brief spreekt dat tegen"},
    {"data/periods/2020-07.json", R"("basis": "reported",)",
     R"("basis": "reported", "override_reason": "De wethouder weet meer",)"},
    {"data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": "De sluiting")"},
    {"data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": null)"},
    {"data/periods/2020-07.json", R"("consequence": null)", R"("consequence": "Later klaar")"},
    {"data/periods/2020-07.json", R"("consequence": null,)", ""},
    {"data/periods/2020-07.json", R"("action": null)", R"("action": "Bellen")"},
    {"data/periods/2020-07.json", R"("actual": 9)", R"("actual": 10)"},
    {"data/periods/2020-07.json", R"("actual": 9)", R"("actual": null)"},
    {"data/periods/2020-07.json", R"("actual": 9,)", ""},
    {"data/periods/2020-07.json", R"("actual": 9)", R"("actual": { "value": 9, "qualifier": "at-least" })"},
    {"data/periods/2020-07.json", "Tot juli", "Tot augustus"},
    {"data/periods/2020-07.json", "Monitor juli 2020", "De monitor"},
    {"data/periods/2020-07.json", R"("publisher": "De Regio")", R"("publisher": "Regio")"},
    {"data/periods/2020-07.json", R"("date": "juli 2020")", R"("date": "augustus 2020")"},
    {"data/periods/2020-07.json", "Een scan", "Een kopie"},
    {"data/periods/2020-07.json", "https://example.nl/monitor.pdf", "https://example.nl/m.pdf"},
    {"data/periods/2020-07.json", R"("Webinar")", R"("Avond")"},
    {"data/periods/2020-07.json", "2020-06-18", "2020-06-19"},
    {"data/periods/2020-07.json", "Voor raden", "Voor alle raden"},
    {"data/periods/2020-07.json", "https://example.nl/webinar", "https://example.nl/avond"},
    {"data/periods/2020-07.json", "De kleuren zijn verloren gegaan.", "De kleuren zijn weg."},
    {"data/periods/2020-07.json", R"("De kleuren zijn verloren gegaan.")",
     R"("De kleuren zijn verloren gegaan.", "En de bijlagen ook.")"},
    {"content/periods/2020-07/summary.md", "headline: Op koers", "headline: Goed op weg"},
    {"content/periods/2020-07/summary.md", "bijna voorbij", "voorbij"},
    {"content/periods/2020-07/letters/hilversum.md", "title: Voortgang", "title: De voortgang"},
    {"content/periods/2020-07/letters/hilversum.md", "kind: Raadsbrief", "kind: Infosheet"},
    {"content/periods/2020-07/letters/hilversum.md", "College van Hilversum", "De wethouder"},
    {"content/periods/2020-07/letters/hilversum.md", "councils: [hilversum]", "councils: [hilversum, huizen]"},
    {"content/periods/2020-07/letters/hilversum.md", "date: 2020-09", "date: 2020-10"},
    {"content/periods/2020-07/letters/hilversum.md", "Zonder dag", "De dag ontbreekt"},
    {"content/periods/2020-07/letters/hilversum.md", "closes: [T20-27]\n", ""},
    {"content/periods/2020-07/letters/hilversum.md", "gaan van start", "beginnen"},
    {"content/periods/2020-07/letters/hilversum.md", "by: 2021-01-01", "by: 2021-02-01"},
    {"content/periods/2020-07/letters/hilversum.md", "done: Gestart", "done: Begonnen"},
    {"content/periods/2020-07/letters/hilversum.md", "  - what: Volgende brief\n", ""},
    {"content/periods/2020-07/letters/hilversum.md", "title: Monitor\n", "title: De monitor\n"},
    {"content/periods/2020-07/letters/hilversum.md", "Vijf bladen", "Zes bladen"},
    {"content/periods/2020-07/letters/hilversum.md", "file: monitor.pdf", "url: https://example.nl/monitor.pdf"},
    {"content/periods/2020-07/letters/hilversum.md", "Geachte raad", "Beste raad"},
    {"content/periods/2020-07/progress/ggz.md", "Negen", "Tien"},
    {"content/periods/2020-07/economie.md", "title: De economie", "title: Economie"},
    {"content/periods/2020-07/economie.md", "Krimp.", "Groei."},
    {"content/periods/2020-07/voorstel.md", "slug: voorstel", "slug: het-voorstel"},
    {"content/periods/2020-07/voorstel.md", "Over geld", "Over de kosten"},
    {"content/periods/2020-07/voorstel.md", "kind: Raadsvoorstel", "kind: Voorstel"},
    {"content/periods/2020-07/voorstel.md", "from: Het college", "from: De wethouder"},
    {"content/periods/2020-07/voorstel.md", "date: 2019", "date: 2020"},
    {"content/periods/2020-07/voorstel.md", "Zonder maand", "De maand ontbreekt"},
    {"content/periods/2020-07/voorstel.md", "Stel vast", "Stel het vast"},
    {"content/periods/2020-07/voorstel.md", "Aangenomen", "Verworpen"},
    {"content/periods/2020-07/voorstel.md", "Op papier", "Ter inzage"},
    {"content/periods/2020-07/councils/hilversum.md", "eigen", "nieuwe"},
    {"content/commitments/T20-27.md", "webinar", "avond"},
    {"content/pages/begrippen.md", "term: Uitstroom", "term: Doorstroom"},
    {"content/pages/begrippen.md", "[uitgestroomd]", "[uitstromen]"},
    {"content/pages/begrippen.md", "Wie werk vond", "Wie een baan kreeg"},
    {"content/pages/begrippen.md", "group: Werk", "group: Woorden"},
    {"data/periods/2019-12.json", R"("status": "on-track")", R"("status": "at-risk")"},
    {"data/periods/2019-12.json", R"("actual": 4)", R"("actual": 5)"},
    {"data/periods/2019-12.json", "December 2019", "Eind 2019"},
};

TEST_CASE("changes between editions: every key that the pages of a period tell is compared") {
  FullSite original;
  CHECK(original.faults() == "");
  for (const Edit& edit : edits) {
    CAPTURE(edit.file);
    CAPTURE(edit.from);
    CAPTURE(edit.to);
    FullSite before;
    FullSite after;
    after.change(edit.file, edit.from, edit.to);
    const Corrected corrected(before, after, "2020-07");
    const Changes& changes = corrected.changes;
    CHECK_FALSE(changes.empty());
    // And little else: the light of a status that got another label is compared in each of the two scales.
    CHECK(changes.texts.size() + changes.others.size() <= 5);
  }
}

TEST_CASE("changes between editions: a text that is added or removed is told whole") {
  FullSite before;
  FullSite after;
  after.remove("content/periods/2020-07/progress/ggz.md");
  after.write("content/periods/2020-07/progress/taal.md", "Nieuw.\n");
  after.remove("content/periods/2020-07/councils/hilversum.md");
  const Corrected corrected(before, after, "2020-07");

  CHECK(Corrected::lines(corrected.changes.texts) ==
        "progress/taal text: [] → [Nieuw.]\n"
        "progress/ggz text: [Negen trajecten zijn begonnen.] → []\n"
        "councils/hilversum text: [Onze eigen regel.] → []\n");
  CHECK(corrected.changes.texts[0].project_id == "taal");
  CHECK(Corrected::lines(corrected.changes.others) == "");
}

TEST_CASE("changes between editions: texts have their pieces, other values their place in the file") {
  FullSite before;
  FullSite after;
  after.change("data/periods/2020-07.json", "Meten kan nog niet.", "Meten kan nu wel.");
  after.change("data/periods/2020-07.json", R"("hilversum": 74)",
               R"("hilversum": { "value": 75, "qualifier": "about" })");
  after.change("data/periods/2020-07.json", R"("basis": "reported")", R"("basis": "derived")");
  after.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": null)");
  after.change("data/periods/2020-07.json", R"("until": "2020-07")", R"("until": "2020-06")");
  after.change("content/periods/2020-07/letters/hilversum.md", "title: Monitor\n", "title: De monitor\n");
  after.change("content/periods/2020-07/letters/hilversum.md", "councils: [hilversum]",
               "councils: [hilversum, huizen]");
  const Corrected corrected(before, after, "2020-07");

  CHECK(Corrected::lines(corrected.changes.texts) ==
        "placements note: [Meten kan nog niet.] → [Meten kan nu wel.]\n"
        "taal cause: [Corona] → []\n"
        "letters/hilversum attachments/0/title: [Monitor] → [De monitor]\n");
  CHECK(Corrected::lines(corrected.changes.others) ==
        "2020-07 /until: [2020-07] → [2020-06]\n"
        "placements /totals/0/by_council/hilversum: [74] → [about 75]\n"
        "ggz /projects/0/basis: [reported] → [derived]\n"
        "letters/hilversum /councils: [hilversum] → [hilversum\nhuizen]\n");
  REQUIRE(corrected.changes.texts[0].pieces.size() == 3);
  CHECK(corrected.changes.texts[0].pieces[1].text == "nog niet.");
  CHECK(corrected.changes.texts[0].pieces[2].text == "nu wel.");
}

TEST_CASE("changes between editions: what a file writes in another way is no difference") {
  FullSite before;
  FullSite after;
  after.change("data/periods/2020-07.json", R"("hilversum": 74)", R"("hilversum": { "value": 74 })");
  after.change("data/periods/2020-07.json", R"("number": "WaW 7")", R"("number": "WaW 7", "name": "Aanpak GGZ")");
  after.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": { "value": 9 })");
  CHECK(Corrected(before, after, "2020-07").changes.empty());
}

TEST_CASE("changes between editions: what came after the period is no difference") {
  FullSite before;
  FullSite after;
  before.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                "");
  after.change("data/periods/2021-05.json", R"("value": 430)", R"("value": 440)");
  after.change("data/commitments.json", "Cijfers leveren", "Cijfers sturen");
  CHECK(Corrected(before, after, "2020-07").changes.empty());
}

TEST_CASE("changes between editions: the order in which projects and sources stand is compared") {
  FullSite before;
  FullSite after;
  before.change("data/periods/2020-07.json", R"("url": "https://example.nl/monitor.pdf" })",
                R"("url": "https://example.nl/monitor.pdf" }, { "title": "Brief" })");
  after.change("data/periods/2020-07.json", R"("sources": [ {)", R"("sources": [ { "title": "Brief" }, {)");
  CHECK(Corrected::lines(Corrected(before, after, "2020-07").changes.others) ==
        "2020-07 /sources: [Monitor juli 2020\nBrief] → [Brief\nMonitor juli 2020]\n");
}

TEST_CASE("changes between editions: attachments are compared by their bytes") {
  FullSite before;
  FullSite after;
  const Site old_site = before.build();
  const Site new_site = after.build();
  const std::map<std::string, std::string> first{{"content/a.pdf", "11"}, {"content/b.pdf", "22"}};
  const std::map<std::string, std::string> second{
      {"content/a.pdf", "11"}, {"content/b.pdf", "33"}, {"content/c.pdf", "44"}};
  const Changes changes = compare({&old_site, old_site.find_period("2020-07"), &first},
                                  {&new_site, new_site.find_period("2020-07"), &second}, new_site);
  CHECK(Corrected::lines(changes.others) == "content/b.pdf /sha256: [22] → [33]\ncontent/c.pdf /sha256: [] → [44]\n");
}

}  // namespace
}  // namespace stoplicht::test

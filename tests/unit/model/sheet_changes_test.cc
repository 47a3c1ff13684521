#include "model/sheet_changes.h"

#include <doctest/doctest.h>

#include "model/filled_form.h"

using namespace stoplicht;
using namespace stoplicht::test;

TEST_CASE("sheet changes: what was not touched changes nothing") {
  CHECK(FilledForm("2020-07").changes() == "");
  CHECK(FilledForm("2021-05").changes() == "");
}

TEST_CASE("sheet changes: values of every kind, old and new") {
  FilledForm form("2020-07");
  form.put("Projecten", "ggz", "Stand", "Risico")
      .put("Projecten", "ggz", "Voortgang", "Tien trajecten.")
      .put("Projecten", "taal", "Gevolg", "Minder taal.")
      .put("Projecten", "programme/waw", "Samenvatting", "Goed.")
      .put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 10)
      .put("Cijfers", "ggz/ggz-trajecten", "Hoe precies", "ongeveer")
      .put("Toezeggingen", "T21-03", "Termijn", "2021-Q2");
  CHECK(form.changes() ==
        "Projecten!G2 WaW, Samenvatting:  -> Goed.\n"
        "Projecten!E3 WaW 7 Aanpak GGZ, Stand: Op koers -> Risico\n"
        "Projecten!L3 WaW 7 Aanpak GGZ, Voortgang: Negen trajecten zijn begonnen. -> Tien trajecten.\n"
        "Projecten!I4 WaW 8 Taal als opstap, Gevolg: niet bekend -> Minder taal.\n"
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> ongeveer 10\n"
        "Toezeggingen!E2 T21-03, Termijn: april 2021 -> tweede kwartaal van 2021 (postpones)\n");
}

TEST_CASE("sheet changes: what is lost, and what jumps, is marked") {
  FilledForm form("2020-07");
  form.put("Projecten", "taal", "Oorzaak", "")
      .put("Projecten", "ggz", "Voortgang", "")
      .put("Projecten", "ggz", "Stand", "Niet gemeld")
      .put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 28);
  CHECK(form.changes() ==
        "Projecten!E3 WaW 7 Aanpak GGZ, Stand: Op koers -> Niet gemeld (removes)\n"
        "Projecten!L3 WaW 7 Aanpak GGZ, Voortgang: Negen trajecten zijn begonnen. ->  (removes)\n"
        "Projecten!H4 WaW 8 Taal als opstap, Oorzaak: Corona ->  (removes)\n"
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> 28 (jump)\n");
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 26).changes().find("jump") ==
        std::string::npos);
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 2).changes().find("jump") ==
        std::string::npos);
  CHECK(FilledForm("2021-05").put("Cijfers", "total/placements", "Realisatie", 43).changes().find("(jump)") !=
        std::string::npos);
}

TEST_CASE("sheet changes: a count below zero, and a part of one, is marked") {
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", -3).changes() ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> -3 (below zero)\n");
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 8.5).changes() ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> 8,5 (in parts)\n");
  MinimalSite of_parts;
  of_parts.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": 9.5");
  CHECK(FilledForm("2020-07")
            .put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 8.5)
            .changes_in(of_parts)
            .find("in parts") == std::string::npos);
}

TEST_CASE("sheet changes: a later date than was promised, and none, is marked, and an earlier one is not") {
  const auto due = [](const char* text) {
    return FilledForm("2020-07").put("Toezeggingen", "T21-03", "Termijn", text).changes();
  };
  CHECK(due("31-12-2021") == "Toezeggingen!E2 T21-03, Termijn: april 2021 -> 31 december 2021 (postpones)\n");
  CHECK(due("") == "Toezeggingen!E2 T21-03, Termijn: april 2021 ->  (removes)\n");
  CHECK(due("30-4-2021") == "Toezeggingen!E2 T21-03, Termijn: april 2021 -> 30 april 2021\n");
  CHECK(due("maart 2021") == "Toezeggingen!E2 T21-03, Termijn: april 2021 -> maart 2021\n");
}

TEST_CASE("sheet changes: emptied and not known are one and the same for a figure, and not for a text") {
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", "").changes() ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> niet bekend (removes)\n");
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", "niet bekend").changes() ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> niet bekend (removes)\n");
  CHECK(FilledForm("2020-07").put("Cijfers", "total/placements", "Realisatie", "niet bekend").changes() == "");
  CHECK(FilledForm("2020-07").put("Projecten", "ggz", "Oorzaak", "niet bekend").changes() ==
        "Projecten!H3 WaW 7 Aanpak GGZ, Oorzaak:  -> niet bekend\n");
}

TEST_CASE("sheet changes: what the site changed since the form was made stays, unless the form was changed as well") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": 11");
  site.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\"",
              "\"status\": \"at-risk\", \"basis\": \"reported\"");
  site.write("content/periods/2020-07/progress/ggz.md", "Met de hand.\n");
  const auto note = [](const std::string& cells, const std::string& places) {
    return "note: " + cells + " what the form said when it was made, while the site says something else by now (" +
           places + "): the site's stays; to take something back, make a new form\n";
  };
  CHECK(FilledForm("2020-07").changes_in(site) == note("3 cells say", "Projecten!E3, Projecten!L3, Cijfers!G3"));
  CHECK(FilledForm("2020-07")
            .put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 11)
            .put("Projecten", "ggz", "Samenvatting", "Goed.")
            .changes_in(site) ==
        "Projecten!G3 WaW 7 Aanpak GGZ, Samenvatting:  -> Goed.\n" + note("2 cells say", "Projecten!E3, Projecten!L3"));
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 10).changes_in(site) ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 11 -> 10 (was 9)\n" +
            note("2 cells say", "Projecten!E3, Projecten!L3"));
}

TEST_CASE("sheet changes: without what the form said when it was made all differences count, and that is told") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": 11");
  FilledForm form("2020-07");
  form.sheet(form_sheet).rows.clear();
  CHECK(form.changes_in(site) ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 11 -> 9\n"
        "note: the file does not tell what the form said when it was made: all differences count\n");
}

TEST_CASE("sheet changes: a row that lost its key is told by its name, and one that says two things is told") {
  FilledForm form("2020-07");
  form.put("Projecten", "ggz", "Stand", "Risico").put("Projecten", "ggz", "Sleutel", "");
  CHECK(form.changes() == "Projecten!E3 WaW 7 Aanpak GGZ, Stand: Op koers -> Risico\n");
  form.put("Projecten", "ggz", "Deelproject", "Iets anders");
  CHECK(form.changes() ==
        "note: 1 row is not in sheet 'Projecten': nothing of it changes\n"
        "x.xlsx:Projecten!M3: error: the row does not say what it is about [sheet-row]\n"
        "  hint: put its 'Sleutel' back, or empty the row\n");
  FilledForm mixed("2020-07");
  mixed.put("Projecten", "ggz", "Sleutel", "taal").put("Projecten", "taal", "Sleutel", "ggz");
  CHECK(mixed.changes().find(
            "x.xlsx:Projecten!M3: error: the key is that of 'WaW 8 Taal als opstap', but the name is that of "
            "'WaW 7 Aanpak GGZ' [sheet-row-mixed]\n") != std::string::npos);
}

TEST_CASE("sheet changes: a row of something new is told where that is written") {
  FilledForm form("2020-07");
  form.sheet("Toezeggingen").rows.push_back({9, {{SheetCell::Kind::text, 1, "Nieuw", 0, {}}}});
  form.sheet("Toezeggingen").rows.push_back({10, {{SheetCell::Kind::text, 1, "T21-04", 0, {}}}});
  form.sheet("Projecten").rows.push_back({9, {{SheetCell::Kind::text, 13, "iets-anders", 0, {}}}});
  CHECK(form.changes() ==
        "x.xlsx:Projecten!M9: error: the form has no row 'iets-anders' [sheet-row]\n"
        "  hint: empty the row; a new project is written into data/programmes.json (guide: "
        "/_handleiding/toevoegen.html)\n"
        "x.xlsx:Toezeggingen!A9: error: the form has no row 'Nieuw' [sheet-row]\n"
        "  hint: empty the row; a new commitment is written into data/commitments.json (guide: "
        "/_handleiding/toezegging.html)\n"
        "x.xlsx:Toezeggingen!A10: error: the form has no row 'T21-04' [sheet-row]\n"
        "  hint: did you mean 'T21-03'? If not, empty the row; a new commitment is written into data/commitments.json "
        "(guide: /_handleiding/toezegging.html)\n");
}

TEST_CASE("sheet changes: a name that was written over changes nothing, and is told") {
  CHECK(FilledForm("2020-07").put("Projecten", "ggz", "Deelproject", "GGZ nieuw").changes() ==
        "x.xlsx:Projecten!B3: warning: 'GGZ nieuw' was written over 'Aanpak GGZ'; that changes nothing [sheet-fixed]\n"
        "  hint: a name or a number of this row is changed in the files of the site\n");
}

TEST_CASE("sheet changes: what was filled in where nothing is asked is not lost in silence") {
  CHECK(FilledForm("2020-07").put("Projecten", "programme/waw", "Oorzaak", "Corona").changes() ==
        "x.xlsx:Projecten!H2: error: nothing is asked for in this cell, and it was filled in [sheet-fixed]\n"
        "  hint: empty it, and write it in the row that it is about\n");
}

TEST_CASE("sheet changes: without its column how exact a number is stays as it was") {
  FilledForm form("2021-05");
  for (SheetCell& cell : form.sheet("Cijfers").rows[0].cells)
    if (cell.text == "Hoe precies") cell.text = "iets anders";
  form.put("Cijfers", "total/placements", "Realisatie", 431);
  CHECK(form.changes() ==
        "Cijfers!G2 Totaal, Mensen aan het werk, Realisatie: ten minste 430 -> ten minste 431\n"
        "note: there is no column 'Hoe precies' in sheet 'Cijfers': nothing of it changes\n"
        "x.xlsx:Cijfers!H1: warning: nothing reads the column 'iets anders' [sheet-column-unused]\n"
        "  hint: the form has no such column\n");
}

TEST_CASE("sheet changes: one sheet only, one that is not there, and none at all") {
  FilledForm form("2020-07");
  form.put("Projecten", "ggz", "Stand", "Risico").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", 10);
  CHECK(form.changes("cijfers") == "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> 10\n");
  form.sheet("Projecten").rows.clear();
  form.sheet("Projecten").name = "Weg";
  CHECK(form.changes() ==
        "Cijfers!G3 WaW 7 Aanpak GGZ, Trajecten, Realisatie: 9 -> 10\n"
        "note: there is no sheet 'Projecten': nothing of it changes\n");
  CHECK(
      form.changes("Wegen").starts_with("x.xlsx: error: there is no sheet of the form in this file [sheet-missing]\n"));
}

TEST_CASE("sheet changes: a file of one sheet with too few headings is told which it probably is") {
  FilledForm form("2020-07");
  form.keep_only("Cijfers").name.clear();
  for (SheetCell& cell : form.keep_only("").rows[0].cells)
    if (cell.text != "Sleutel" && cell.text != "Realisatie") cell.text += "?";
  const std::string told = form.changes();
  CHECK(told.starts_with("x.xlsx: error: the file does not tell which sheet of the form it is [sheet-missing]\n"));
  CHECK(told.find("  hint: say it: --sheet Cijfers\n") != std::string::npos);
}

TEST_CASE("sheet changes: what a letter of this draft closes is still asked about") {
  CHECK(FilledForm("2020-07")
            .put("Toezeggingen", "T20-27", "Stand", "open")
            .put("Toezeggingen", "T20-27", "Afgedaan met brief", "")
            .changes() ==
        "Toezeggingen!F3 T20-27, Stand: afgedaan -> open\n"
        "Toezeggingen!G3 T20-27, Afgedaan met brief: hilversum ->  (removes)\n");
}

TEST_CASE("sheet changes: a commitment that was settled since the form was made is told, and is no fault") {
  MinimalSite site;
  site.change("data/commitments.json", "\"status\": \"open\"", "\"status\": \"lapsed\", \"lapsed_reason\": \"Weg.\"");
  CHECK(FilledForm("2020-07").changes_in(site) == "note: 'T21-03' is closed or lapsed by now: nothing of it changes\n");
}

TEST_CASE("sheet form: a letter without front matter closes no commitment") {
  MinimalSite site;
  site.write("content/periods/2020-07/letters/los.md", "Geachte raad,\n---\nTekst.\n");
  Diagnostics diagnostics;
  const SiteFolder folder = site.folder();
  const Site built = build_model(folder, std::nullopt, diagnostics);
  SheetForm form;
  make_sheet_form(form, built, folder, *built.find_period("2020-07"));
  REQUIRE(form.letters.size() == 1);
  CHECK(form.letters[0].label == "hilversum");
}

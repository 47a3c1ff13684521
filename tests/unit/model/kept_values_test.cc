#include "model/kept_values.h"

#include <doctest/doctest.h>

#include "model/filled_form.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

const char* const progress_of_ggz = "content/periods/2020-07/progress/ggz.md";

MinimalSite with_long_progress() {
  MinimalSite site;
  site.write(progress_of_ggz, std::string(longest_cell + 1, 'a') + "\n");
  return site;
}

}  // namespace

TEST_CASE("kept values: two cells say the same in whatever way a program saves them") {
  using Kind = SheetCell::Kind;
  const SheetCell text{Kind::text, 1, "een\ntwee", 0, {}}, saved{Kind::text, 4, " een\r\ntwee\n", 0, {}};
  const SheetCell number{Kind::number, 1, "", 0.3, {}}, sum{Kind::number, 1, "", 0.1 + 0.2, {}};
  const SheetCell percentage{Kind::percentage, 1, "", 0.3, {}}, other{Kind::number, 1, "", 0.31, {}};
  const SheetCell day{Kind::date, 1, "", 44000, {2025, 0, 6, 30}}, next{Kind::date, 1, "", 44000, {2025, 0, 7, 1}};
  CHECK(is_same_cell(&text, &saved));
  CHECK(is_same_cell(&number, &sum));
  CHECK(is_same_cell(&day, &day));
  CHECK(is_same_cell(nullptr, nullptr));
  CHECK_FALSE(is_same_cell(&number, &other));
  CHECK_FALSE(is_same_cell(&number, &percentage));
  CHECK_FALSE(is_same_cell(&day, &next));
  CHECK_FALSE(is_same_cell(&text, nullptr));
  CHECK_FALSE(is_same_cell(nullptr, &text));
}

TEST_CASE("kept values: what stood in the place of a long text is no text once the site has a shorter one") {
  MinimalSite site;
  CHECK(FilledForm("2020-07", with_long_progress()).changes_in(site).find("Te lang") == std::string::npos);
  CHECK(FilledForm("2020-07", with_long_progress())
            .put("Projecten", "ggz", "Voortgang", "Tien.")
            .changes_in(site)
            .starts_with("Projecten!L3 WaW 7 Aanpak GGZ, Voortgang: Negen trajecten zijn begonnen. -> Tien. (was "));
}

TEST_CASE("kept values: a cell that nobody touched is no fault where the site asks for nothing by now") {
  MinimalSite site = with_long_progress();
  CHECK(FilledForm("2020-07").changes_in(site) == "");
  CHECK(
      FilledForm("2020-07")
          .put("Projecten", "ggz", "Voortgang", "Tien.")
          .changes_in(site)
          .find("x.xlsx:Projecten!L3: error: nothing is asked for in this cell, and it was filled in [sheet-fixed]") !=
      std::string::npos);
}

TEST_CASE("kept values: a status or a letter that the site renamed is no fault of a cell that nobody touched") {
  MinimalSite site;
  site.change("data/site.json", "\"label\": \"Op koers\"", "\"label\": \"Volgens plan\"");
  const std::string letter(site.folder().content.at("content/periods/2020-07/letters/hilversum.md")->source().text());
  site.remove("content/periods/2020-07/letters/hilversum.md");
  site.write("content/periods/2020-07/letters/raadsbrief.md", letter);
  CHECK(FilledForm("2020-07").changes_in(site) == "");
  CHECK(FilledForm("2020-07").put("Projecten", "ggz", "Stand", "Risico").changes_in(site) ==
        "Projecten!E3 WaW 7 Aanpak GGZ, Stand: Volgens plan -> Risico\n");
}

TEST_CASE("kept values: a project that the site renamed was not written over in the form") {
  MinimalSite site;
  site.change("data/programmes.json", "\"name\": \"Aanpak GGZ\"", "\"name\": \"Aanpak zorg\"");
  CHECK(FilledForm("2020-07").changes_in(site) == "");
  CHECK(FilledForm("2020-07")
            .put("Projecten", "ggz", "Deelproject", "Iets anders")
            .changes_in(site)
            .find("warning: 'Iets anders' was written over 'Aanpak zorg'; that changes nothing") != std::string::npos);
}

TEST_CASE("kept values: a cell that was put back is told, also in another spelling, and by how exact it is") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": { \"value\": 9, \"qualifier\": \"about\" }");
  const std::string note =
      "note: 1 cell says what the form said when it was made, while the site says something else by now "
      "(Cijfers!G3): the site's stays; to take something back, make a new form\n";
  CHECK(FilledForm("2020-07").changes_in(site) == note);
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Realisatie", "9,0").changes_in(site) == note);
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Hoe precies", "precies").changes_in(site) == note);
  CHECK(FilledForm("2020-07").put("Cijfers", "ggz/ggz-trajecten", "Hoe precies", "ongeveer").changes_in(site) == "");
}

TEST_CASE("kept values: what the site writes in its own way was not changed") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Niet bekend\"");
  CHECK(FilledForm("2020-07", site).changes_in(site) == "");
}

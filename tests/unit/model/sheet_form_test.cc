#include "model/sheet_form.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "load/workbook.h"
#include "model/minimal_site.h"

namespace stoplicht::test {
namespace {

// A third period, whose lights and one of whose figures were last told two periods ago.
MinimalSite site_of_three() {
  MinimalSite site;
  site.write("data/periods/2022-01.json", R"({
  "id": "2022-01", "name": "Januari 2022", "kind": "half-year", "from": "2021-06", "until": "2022-01",
  "reported_on": "2022-01", "depth": "projects", "scale": "stoplicht",
  "totals": [ { "indicator": "placements", "actual": null } ],
  "projects": [ { "project": "ggz", "number": "WaW 7", "status": "not-reported" } ]
}
)");
  return site;
}

}  // namespace

TEST_CASE("sheet form: the value before is the last that is known, with its period where that is longer ago") {
  MinimalSite minimal = site_of_three();
  Diagnostics diagnostics;
  const SiteFolder folder = minimal.folder();
  const Site site = build_model(folder, std::nullopt, diagnostics);
  SheetForm form;
  make_sheet_form(form, site, folder, *site.find_period("2022-01"));

  const FormRow* total = form.sheets[1].find("total/placements");
  REQUIRE(total != nullptr);
  CHECK(total->cells[5].text == "ten minste 430");
  CHECK(total->fields[0].before == 430);
  const FormRow* project = form.sheets[1].find("ggz/ggz-trajecten");
  REQUIRE(project != nullptr);
  CHECK(project->cells[5].text == "9 (Juli 2020)");
  CHECK(project->fields[0].before == 9);

  CHECK(form.sheets[0].find("ggz")->cells[3].text == "Op koers");
  CHECK(form.sheets[0].columns[3].note.ends_with(" (Juli 2020)"));
}

TEST_CASE(
    "sheet form: a text that no cell can hold closes its cell, which names the file, in the data as in Markdown") {
  const std::string fits(longest_cell, 'a'), is_long(longest_cell + 1, 'a');
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"",
                 "\"summary\": \"" + fits + "\", \"cause\": \"" + is_long + "\"");
  minimal.write("content/periods/2020-07/progress/ggz.md", is_long);
  Diagnostics diagnostics;
  const SiteFolder folder = minimal.folder();
  const Site site = build_model(folder, std::nullopt, diagnostics);
  SheetForm form;
  make_sheet_form(form, site, folder, *site.find_period("2020-07"));

  const FormRow* taal = form.sheets[0].find("taal");
  REQUIRE(taal != nullptr);
  CHECK(taal->cells[6].text == fits);
  CHECK(taal->cells[6].open);
  CHECK(taal->cells[7].text == "Te lang voor een cel; staat in data/periods/2020-07.json");
  CHECK_FALSE(taal->cells[7].open);
  const FormRow* ggz = form.sheets[0].find("ggz");
  REQUIRE(ggz != nullptr);
  CHECK(ggz->cells[11].text == "Te lang voor een cel; staat in content/periods/2020-07/progress/ggz.md");
  CHECK_FALSE(ggz->cells[11].open);
  const auto asks = [](const FormRow& row, std::size_t column) {
    return std::any_of(row.fields.begin(), row.fields.end(),
                       [&](const FormField& each) { return each.column == column; });
  };
  CHECK(asks(*taal, 6));
  CHECK_FALSE(asks(*taal, 7));
  CHECK(asks(*taal, 8));
  CHECK_FALSE(asks(*ggz, 11));
}

}  // namespace stoplicht::test

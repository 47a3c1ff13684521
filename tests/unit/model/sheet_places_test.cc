#include "model/sheet_places.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

FormRow row_of(const std::string& key, std::size_t column, const std::string& asked) {
  FormRow row;
  row.key = key;
  FormField field;
  field.column = column;
  field.path = {{"values"}, {"indicator", key}, {asked}};
  row.fields.push_back(field);
  return row;
}

TEST_CASE("sheet places: a value is in the row of what it is about, and the column that asks for it") {
  SheetForm form;
  form.sheets.resize(2);
  form.sheets[0].name = "Projecten";
  form.sheets[0].rows = {row_of("programme/ggz", 4, "status"), row_of("ggz", 4, "status")};
  FormField text;
  text.column = 11;
  text.file = "content/periods/2020-07/progress/ggz.md";
  form.sheets[0].rows[1].fields.push_back(text);
  form.sheets[1].name = "Cijfers";
  form.sheets[1].rows = {row_of("total/all", 6, "actual"), row_of("ggz/placements", 6, "actual")};
  using Sheet = SheetPlace::Sheet;

  CHECK(cell_of(form, {Sheet::projects, "ggz", "status"}) == "Projecten!E3");
  CHECK(cell_of(form, {Sheet::projects, "programme/ggz", "status"}) == "Projecten!E2");
  CHECK(cell_of(form, {Sheet::projects, "ggz", "progress"}) == "Projecten!L3");
  CHECK(cell_of(form, {Sheet::projects, "programme/ggz", "progress"}) == "");
  CHECK(cell_of(form, {Sheet::figures, "placements", "actual"}) == "Cijfers!G3");
  CHECK(cell_of(form, {Sheet::figures, "all", "actual"}) == "Cijfers!G2");
  CHECK(cell_of(form, {Sheet::figures, "placements", "note"}) == "");
  CHECK(cell_of(form, {Sheet::figures, "ments", "actual"}) == "");
  CHECK(cell_of(form, {Sheet::commitments, "T20-27", "status"}) == "");
}

}  // namespace
}  // namespace stoplicht::test

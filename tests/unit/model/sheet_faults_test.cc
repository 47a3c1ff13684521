#include "model/sheet_faults.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

FormField field_of(std::size_t column, const char* key) {
  FormField field;
  field.column = column;
  field.path = {{"projects"}, {"project", "ggz"}, {key}};
  return field;
}

// A row with a status that was changed, a cause and an action.
struct Filled {
  SheetForm form;
  std::vector<SheetChange> changes;

  Filled() {
    form.language = "nl";
    form.sheets.resize(1);
    FormSheet& sheet = form.sheets[0];
    sheet.name = "Projecten";
    sheet.columns.resize(3);
    sheet.columns[1].header = "Oorzaak";
    sheet.columns[2].header = "Maatregel";
    sheet.rows.resize(1);
    sheet.rows[0].fields = {field_of(0, "status"), field_of(1, "cause"), field_of(2, "action")};
    SheetChange status;
    status.field = &sheet.rows[0].fields[0];
    status.row = &sheet.rows[0];
    status.sheet = sheet.name;
    status.value = "at-risk";
    for (int column = 1; column <= 3; ++column)
      status.cells.push_back(cell_location("x.xlsx", "Projecten", {2, column}));
    status.where = status.cells[0];
    changes.push_back(status);
  }

  std::string faults(const char* id) const {
    Diagnostics out;
    for (Diagnostic& each :
         faults_in_form({Severity::error, id, "wrong", {}, "add 'cause'"}, &changes[0], form, changes))
      out.add(std::move(each));
    return out.to_text();
  }
};

TEST_CASE("sheet faults: what lacks is told at its own cell, in words of the form") {
  Filled filled;
  CHECK(filled.faults("light-unexplained") ==
        "x.xlsx:Projecten!B2: error: wrong [light-unexplained]\n"
        "  hint: fill in the column 'Oorzaak', or write there when nobody knows: niet bekend\n"
        "x.xlsx:Projecten!C2: error: wrong [light-unexplained]\n"
        "  hint: fill in the column 'Maatregel', or write there when nobody knows: niet bekend\n");
}

TEST_CASE("sheet faults: what is told, known or not, lacks nothing") {
  Filled filled;
  filled.form.sheets[0].rows[0].fields[1].now = Json();
  CHECK(filled.faults("light-unexplained").find("!B2") == std::string::npos);
  filled.form.sheets[0].rows[0].fields[2].now = "[vul in: de maatregel]";
  CHECK(filled.faults("light-unexplained").find("!C2") != std::string::npos);
}

TEST_CASE("sheet faults: what a closure left behind is told at its own cells when it is taken back") {
  Filled filled;
  filled.form.commitment_statuses = {{"open", "open"}, {"afgedaan", "closed"}};
  std::vector<FormField>& fields = filled.form.sheets[0].rows[0].fields;
  fields[1].path.clear();
  fields[1].closes = "T25-01";
  fields[1].now = "raadsbrief";
  fields[2].path.clear();
  fields[2].now = "De raad was er.";
  CHECK(filled.faults("commitment-not-closed") ==
        "x.xlsx:Projecten!B2: error: wrong [commitment-not-closed]\n"
        "  hint: empty the column 'Oorzaak', or choose 'afgedaan' in the column 'Stand'\n"
        "x.xlsx:Projecten!C2: error: wrong [commitment-not-closed]\n"
        "  hint: empty the column 'Maatregel', or choose 'afgedaan' in the column 'Stand'\n");
}

TEST_CASE("sheet faults: what is told at a column that the file does not have is told at the cell that asks for it") {
  Filled filled;
  filled.changes[0].cells[1].column = 0;
  filled.form.sheets[0].rows[0].fields[2].now = "Werven.";
  CHECK(filled.faults("light-unexplained") ==
        "x.xlsx:Projecten!A2: error: wrong [light-unexplained]\n"
        "  hint: the column 'Oorzaak' is not in this file: hand in the form with that column\n");
}

TEST_CASE("sheet faults: any other fault is told at the cell that it comes from, as it is") {
  CHECK(Filled().faults("council-sum") == "x.xlsx:Projecten!A2: error: wrong [council-sum]\n  hint: add 'cause'\n");
}

}  // namespace
}  // namespace stoplicht::test

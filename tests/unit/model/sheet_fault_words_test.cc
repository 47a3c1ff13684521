#include "model/sheet_fault_words.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

// A change of a row, and how a fault that comes from it is told.
struct Changed {
  SheetForm form;
  FormField field;
  FormRow row;
  SheetChange change;

  explicit Changed(JsonPath path) {
    form.language = "nl";
    form.statuses = {{"Risico", "at-risk"}};
    form.commitment_statuses = {{"afgedaan", "closed"}};
    form.sheets.resize(1);
    form.sheets[0].name = "Cijfers";
    form.sheets[0].columns.resize(2);
    form.sheets[0].columns[0].header = "Cijfer";
    form.sheets[0].columns[1].header = "Gemeente";
    field.path = std::move(path);
    row.subject = "3 Jongerenloket";
    row.cells.resize(2);
    row.cells[0].text = "Bereikte jongeren";
    row.cells[1].text = "Hilversum";
    change.field = &field;
    change.row = &row;
    change.sheet = "Cijfers";
  }

  Changed& says(double number, Unit unit) {
    field.kind = FieldKind::quantity;
    field.unit = unit;
    change.value = number;
    return *this;
  }

  std::string told(const char* id, const char* message, const char* hint = "") const {
    Diagnostic fault{Severity::error, id, message, {}, hint};
    put_in_words_of_form(fault, change, form);
    return fault.message + (fault.hint.empty() ? "" : " / " + fault.hint);
  }
};

const JsonPath path_of_actual{{"projects"}, {"project", "loket"}, {"values"}, {"indicator", "bereikt"}, {"actual"}};

}  // namespace

TEST_CASE("sheet fault words: a key is told by the heading of its column, an id by its label or name") {
  const Changed of_project({{"projects"}, {"project", "loket"}, {"status"}});
  CHECK(of_project.told("light-unexplained", "'loket' is 'at-risk', with no cause") ==
        "'3 Jongerenloket' is 'Risico', with no cause");
  CHECK(of_project.told("x", "'cause' is too long") == "'Oorzaak' is too long");
  CHECK(Changed(path_of_actual).told("council-sum", "the parts of 'bereikt' add up to 7, but 'actual' is 9") ==
        "the parts of 'Bereikte jongeren' add up to 7, but 'Realisatie' is 9");
  const Changed part({{"totals"}, {"indicator", "bereikt"}, {"by_council"}, {"hilversum"}});
  CHECK(part.told("number-range", "'hilversum' is 1, outside 2 to 3") == "'Hilversum' is 1, outside 2 to 3");
}

TEST_CASE("sheet fault words: a commitment has statuses of its own") {
  Changed commitment({{"commitments"}, {"id", "T25-01"}, {"status"}});
  CHECK(commitment.told("x", "the status is \"closed\"") == "the status is \"closed\"");
  commitment.change.sheet = "Toezeggingen";
  CHECK(commitment.told("x", "the status is \"closed\"") == "the status is \"afgedaan\"");
}

TEST_CASE("sheet fault words: a percentage that is a hundred times too much is told as the cell shows it") {
  CHECK(Changed(path_of_actual)
            .says(6400, Unit::percent)
            .told("number-range", "'actual' is 6400, which is no likely percentage", "write 6.5 for 6,5 %") ==
        "'Realisatie' is 6.400\u00a0%, which is no likely percentage / write 64%");
  CHECK(Changed(path_of_actual)
            .says(6450, Unit::percent)
            .told("number-range", "'actual' is 6450, which is no likely percentage", "write 6.5 for 6,5 %") ==
        "'Realisatie' is 6.450\u00a0%, which is no likely percentage / write 64,5%");
}

TEST_CASE("sheet fault words: a thousand that became a decimal is told with the comma of the form") {
  CHECK(
      Changed(path_of_actual)
          .says(1.275, Unit::count)
          .told("number-range", "'actual' is 1.275: a dot is read as the decimal comma", "write a thousand as 1000") ==
      "'Realisatie' is 1,275, not a whole number / write 1275 when that is meant");
}

}  // namespace stoplicht::test

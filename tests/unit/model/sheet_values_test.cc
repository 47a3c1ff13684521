#include "model/sheet_values.h"

#include <doctest/doctest.h>

using namespace stoplicht;
using CellKind = SheetCell::Kind;

namespace {

struct Asked {
  SheetForm form;
  FormField field;
  Locale locale{"nl"};

  Asked(FieldKind kind, Unit unit = Unit::count) {
    form.language = "nl";
    form.statuses = {{"Op koers", "on-track"}, {"Risico", "at-risk"}};
    form.qualifiers = {{"precies", "exactly"}, {"ongeveer", "about"}};
    field.kind = kind;
    field.unit = unit;
    field.nullable = true;
    field.choices = kind == FieldKind::choice ? &form.statuses : nullptr;
  }

  // The value as JSON, "empty", or the fault.
  std::string read(const SheetCell* cell, const SheetCell* qualifier = nullptr) const {
    std::optional<CellFault> fault;
    const auto value = read_field(field, form, locale, cell, qualifier, fault);
    if (fault) return fault->message + (fault->of_qualifier ? " (beside)" : "");
    return value ? value->dump() : "empty";
  }
  std::string hint(const char* text) const {
    const SheetCell cell{CellKind::text, 1, text, 0, {}};
    std::optional<CellFault> fault;
    read_field(field, form, locale, &cell, nullptr, fault);
    return fault ? fault->hint : "";
  }
  std::string read(CellKind kind, double number) const {
    const SheetCell cell{kind, 1, "", number, {}};
    return read(&cell);
  }
  std::string read(const char* text) const {
    const SheetCell cell{CellKind::text, 1, text, 0, {}};
    return read(&cell);
  }
};

std::optional<double> number_in(std::string_view text, std::string_view language) {
  const auto number = parse_number(text, language);
  return number ? std::optional(number->value) : std::nullopt;
}

}  // namespace

TEST_CASE("sheet values: numbers as Dutch people write them") {
  for (const auto& [text, number] : std::vector<std::pair<const char*, double>>{{"1250", 1250},
                                                                                {"1.250", 1250},
                                                                                {"1.250.000", 1250000},
                                                                                {"1.250,5", 1250.5},
                                                                                {"6,5", 6.5},
                                                                                {"6.5", 6.5},
                                                                                {"0,065", 0.065},
                                                                                {"0.125", 0.125},
                                                                                {"1 250,5", 1250.5},
                                                                                {"- € 3", -3},
                                                                                {"€ -3", -3},
                                                                                {"-3", -3},
                                                                                {"\u22123", -3},
                                                                                {"€ 41.400", 41400},
                                                                                {"41\u00a0400", 41400},
                                                                                {" 6,5 % ", 6.5}}) {
    CAPTURE(text);
    CHECK(number_in(text, "nl") == number);
  }
  for (const char* text : {"", "veel", "1.2.3", "6,5,4", "--5", "5-", "1.25,5", "1e5", "0x10", "%", ",", "12 a"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in(text, "nl"));
  }
}

TEST_CASE("sheet values: a blank in a number stands between groups of three digits, or there are two numbers") {
  for (const char* text : {"3 4", "60 70", "0 125", "1 250 00", "1.250 000", "6, 5", "12 3456"}) {
    CAPTURE(text);
    CHECK_FALSE(number_in(text, "nl"));
  }
  CHECK(number_in("1 250 000", "nl") == 1250000);
}

TEST_CASE("sheet values: numbers as English people write them") {
  CHECK(number_in("1,250.5", "en") == 1250.5);
  CHECK(number_in("1,250", "en") == 1250);
  CHECK(number_in("1.250", "en") == 1.25);
  CHECK_FALSE(number_in("6,5", "en"));
  CHECK_FALSE(number_in("0,125", "en"));
}

TEST_CASE("sheet values: a date as people write it, whatever it is known to") {
  const Asked asked(FieldKind::date);
  CHECK(asked.read("18 oktober 2025") == R"("2025-10-18")");
  CHECK(asked.read("30-6-2025") == R"("2025-06-30")");
  CHECK(asked.read("2025-Q2") == R"("2025-Q2")");
  CHECK(asked.read("ooit in 2025") == "'ooit in 2025' is no date");
}

TEST_CASE("sheet values: a percentage is read by its format, and is no other figure") {
  CHECK(Asked(FieldKind::quantity, Unit::percent).read(CellKind::percentage, 6.5) == "6.5");
  CHECK(Asked(FieldKind::quantity, Unit::percent).read(CellKind::number, 6.5) == "6.5");
  CHECK(Asked(FieldKind::quantity).read(CellKind::percentage, 6.5) ==
        "6,5\u00a0% is a percentage, and this figure is none");
}

TEST_CASE("sheet values: the sign of a unit in a text is that of the figure, or a fault") {
  CHECK(Asked(FieldKind::quantity, Unit::percent).read("50%") == "50");
  CHECK(Asked(FieldKind::quantity, Unit::euro).read("€ 12") == "12");
  CHECK(Asked(FieldKind::quantity).read("50 %") == "'50 %' is a percentage, and this figure is none");
  CHECK(Asked(FieldKind::quantity, Unit::euro).read("50%") == "'50%' is a percentage, and this figure is none");
  CHECK(Asked(FieldKind::quantity).read("€ 12") == "'€ 12' is an amount of euros, and this figure is none");
  CHECK(Asked(FieldKind::quantity, Unit::percent).read("12 €") ==
        "'12 €' is an amount of euros, and this figure is none");
}

TEST_CASE("sheet values: a quantity with how exact it is") {
  const Asked asked(FieldKind::quantity);
  const SheetCell number{CellKind::number, 1, "", 61, {}};
  const SheetCell about{CellKind::text, 2, "Ongeveer ", 0, {}};
  const SheetCell wrong{CellKind::text, 2, "zo'n", 0, {}};
  const SheetCell exactly{CellKind::text, 2, "precies", 0, {}};
  CHECK(asked.read(&number) == "61");
  CHECK(asked.read(&number, &exactly) == "61");
  CHECK(asked.read(&number, &about) == R"({"qualifier":"about","value":61})");
  CHECK(asked.read(&number, &wrong) == "'zo'n' is not in the list of this column (beside)");
  CHECK(asked.read(nullptr, &about) == "'Ongeveer ' stands beside an empty cell (beside)");
  CHECK(asked.read(nullptr, &number) == "'61' stands beside an empty cell (beside)");
  CHECK(asked.read(nullptr, nullptr) == "empty");
}

TEST_CASE("sheet values: what is not known is said, or left empty") {
  CHECK(Asked(FieldKind::quantity).read("Niet bekend") == "null");
  CHECK(Asked(FieldKind::quantity).read("onbekend") == "null");
  CHECK(Asked(FieldKind::text).read("onbekend") == R"("onbekend")");
  CHECK(Asked(FieldKind::text).read("niet bekend") == "null");
  CHECK(Asked(FieldKind::text).read("Niet bekend. ") == "null");
  CHECK(Asked(FieldKind::text).read("niet\u00a0bekend") == "null");
  CHECK(Asked(FieldKind::quantity).read("niet\u00a0bekend.") == "null");
  CHECK(Asked(FieldKind::text).read("Niet bekend. Wel gemeld.") == R"("Niet bekend. Wel gemeld.")");
  CHECK(Asked(FieldKind::text).read("None.") == R"("None.")");
  CHECK(Asked(FieldKind::text).read("null") == "'null' would be read as a word on the page");
  CHECK(Asked(FieldKind::text).read(" None ") == "'None' would be read as a word on the page");
  CHECK(Asked(FieldKind::text).read("null is het niet") == R"("null is het niet")");
}

TEST_CASE("sheet values: what is no number says so") {
  const Asked asked(FieldKind::quantity);
  CHECK(asked.read("veel") == "'veel' is no number");
  CHECK(asked.read(CellKind::boolean, 1) == "'WAAR' is no number");
  const SheetCell date{CellKind::date, 1, "", 0, {2025, 0, 4, 3}};
  CHECK(asked.read(&date) == "'3 april 2025' is no number");
  Asked in_english(FieldKind::quantity);
  in_english.form.language = "en";
  CHECK(in_english.read(CellKind::boolean, 1) == "'TRUE' is no number");
  const SheetCell time{CellKind::no_day, 1, "1:30", 0.0625, {}};
  CHECK(asked.read(&time) == "'1:30' is no number");
  CHECK(Asked(FieldKind::quantity, Unit::euro).read("12,50") == "'12,50' is no whole number of euros");
}

TEST_CASE("sheet values: words around a number have a column of their own") {
  Asked asked(FieldKind::quantity);
  CHECK(asked.hint("ca. 2200") == "write 2200, and choose 'ongeveer' in the column 'Hoe precies'");
  CHECK(asked.hint("26 dagen") == "write 26; what else there is to know goes into the column 'Toelichting'");
  CHECK(asked.hint("veel") == "write a number; when it is not known, leave the cell empty or write: niet bekend");
  asked.field.path = {{"totals"}, {"forecast"}};
  CHECK(asked.hint("ca. 2200") == "write 2200, and choose 'ongeveer' in the column 'Hoe precies (prognose)'");
}

TEST_CASE("sheet values: a text keeps its lines, and hides nothing") {
  const Asked asked(FieldKind::text);
  CHECK(asked.read(" een\r\n\r\ntwee ") == R"("een\n\ntwee")");
  CHECK(asked.read("[vul in: de titel]") == "empty");
  CHECK(asked.read(CellKind::number, 12.5) == R"("12,5")");
  CHECK(asked.read(CellKind::percentage, 12.345) == "\"12,345\u00a0%\"");
  CHECK(asked.read("a\u202Eb") == "the text has a character that cannot be seen");
  CHECK(asked.read(CellKind::boolean, 1) == "the cell says WAAR, and a text belongs here");
}

TEST_CASE("sheet values: a choice by its label, or by its id") {
  const Asked asked(FieldKind::choice);
  CHECK(asked.read("op koers") == R"("on-track")");
  CHECK(asked.read("at-risk") == R"("at-risk")");
  CHECK(asked.read("Op\u00a0koers.") == R"("on-track")");
  CHECK(asked.read("groen") == "'groen' is not in the list of this column");
}

TEST_CASE("sheet values: a formula without a value, and one that fails") {
  const Asked asked(FieldKind::text);
  const SheetCell none{CellKind::no_value, 1, "", 0, {}};
  const SheetCell failed{CellKind::error, 1, "#REF!", 0, {}};
  CHECK(asked.read(&none) == "the cell has a formula whose value was never worked out");
  CHECK(asked.read(&failed) == "the formula of this cell gives '#REF!'");
}

#include "views/wording.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

TEST_CASE("wording: a quantity is said with its qualifier and its unit") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(quantity_text(small.scene, {2000, Qualifier::exactly}, Unit::count) == "2.000");
  CHECK(quantity_text(small.scene, {500, Qualifier::about}, Unit::count) == "ongeveer 500");
  CHECK(quantity_text(small.scene, {430, Qualifier::at_least}, Unit::count) == "ten minste 430");
  CHECK(quantity_text(small.scene, {6.5, Qualifier::more_than}, Unit::percent) == "meer dan 6,5\u00a0%");
  CHECK(quantity_text(small.scene, {41400, Qualifier::exactly}, Unit::euro) == "€\u00a041.400");
}

TEST_CASE("wording: a plain number has a point and no thousands separator") {
  CHECK(plain_number(0) == "0");
  CHECK(plain_number(-0.0) == "0");
  CHECK(plain_number(2000) == "2000");
  CHECK(plain_number(-3.5) == "-3.5");
  CHECK(plain_number(6.5) == "6.5");
  CHECK(plain_number(5600000) == "5600000");
}

TEST_CASE("wording: inside a sentence a month is not a capital, an abbreviation is") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto inside = [&](const char* name) { return in_sentence(small.scene, name); };

  CHECK(inside("Juli 2020") == "juli 2020");
  CHECK(inside("April 2020") == "april 2020");
  CHECK(inside("Op koers") == "op koers");
  CHECK(inside("2020") == "2020");
  CHECK(inside("Q1 2024") == "Q1 2024");
  CHECK(inside("GGZ-trajecten") == "GGZ-trajecten");
  CHECK(inside("WaW-trajecten") == "WaW-trajecten");
  CHECK(inside("A") == "A");
  CHECK(inside("") == "");
}

TEST_CASE("wording: inside an English sentence a month is a capital, a season is not") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Locale english("en");
  const Scene scene{small.site, english, small.strings, small.scene.diagnostics};

  CHECK(in_sentence(scene, "July 2020") == "July 2020");
  CHECK(in_sentence(scene, "April") == "April");
  CHECK(in_sentence(scene, "Spring 2024") == "spring 2024");
  CHECK(in_sentence(scene, "First half of 2024") == "first half of 2024");
  CHECK(in_sentence(scene, "On track") == "on track");
}

TEST_CASE("wording: a light says what it is based on, unless nothing was reported") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const StatusScale& scale = *small.site.scales.front();

  CHECK(light(small.scene, *scale.find("at-risk"), Basis::derived) ==
        Json{{"label", "Risico"}, {"shape", "warning"}, {"light", "amber"}, {"basis", "afgeleid"}});
  CHECK(light(small.scene, *scale.find("on-track"), Basis::reported) ==
        Json{{"label", "Op koers"}, {"shape", "check"}, {"light", "green"}, {"basis", "gemeld"}});
  CHECK(light(small.scene, scale.not_reported(), Basis::reported) ==
        Json{{"label", "Niet gemeld"}, {"shape", "question"}, {"light", "grey"}, {"basis", false}});
}

TEST_CASE("wording: every light has a name of its own") {
  CHECK(light_id(Light::green) == "green");
  CHECK(light_id(Light::amber) == "amber");
  CHECK(light_id(Light::red) == "red");
  CHECK(light_id(Light::blue) == "blue");
  CHECK(light_id(Light::purple) == "purple");
  CHECK(light_id(Light::grey) == "grey");
}

TEST_CASE("wording: what a source is known not to name is said, what it does not speak of is not") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Explanation explained;
  explained.cause = "Corona";
  explained.action_unknown = true;

  CHECK(explanation(small.scene, explained) == Json::parse(R"({ "items": [
    { "label": "Oorzaak", "text": "Corona", "unknown": false },
    { "label": "Maatregel", "text": "niet genoemd", "unknown": true } ] })"));
  CHECK(explanation(small.scene, Explanation{}) == Json(false));
}

TEST_CASE("wording: a letter without a date says what is known of it") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Letter letter;
  letter.date_note = "De brief draagt geen datum.";

  CHECK(letter_date(small.scene, letter) == "De brief draagt geen datum.");
  letter.date = Date{2020, 0, 9, 0};
  CHECK(letter_date(small.scene, letter) == "september 2020");
}

TEST_CASE("wording: a headline has its figures filled in") {
  MinimalSite minimal;
  minimal.write("content/periods/2021-05/summary.md",
                "---\nheadline: \"{{ total.placements.actual }} mensen aan het werk\"\n---\n");
  const SmallScene small(minimal);

  CHECK(headline(small.scene, small.period("2021-05")) == "430 mensen aan het werk");
  CHECK(headline(small.scene, small.period("2020-07")) == "Op koers");
}

TEST_CASE("wording: parts that are empty leave no dot behind") {
  CHECK(with_dots({"Raadsbrief", "", "Hilversum"}) == "Raadsbrief · Hilversum");
  CHECK(with_dots({"", ""}) == "");
}

TEST_CASE("wording: a label that the theme does not have is empty") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(label(small.scene, "table") == "Tabel");
  CHECK(label(small.scene, "tables") == "");
}

TEST_CASE("wording: the depth of a period says what there is of it") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Period period;

  CHECK(depth_text(small.scene, small.period("2020-07")) == "2 deelprojecten");
  CHECK(depth_text(small.scene, small.period("2021-05")) == "alleen totalen");
  period.depth = Depth::letter;
  CHECK(depth_text(small.scene, period) == "alleen een brief");
  period.depth = Depth::known;
  CHECK(depth_text(small.scene, period) == "alleen bekend");
}

}  // namespace
}  // namespace stoplicht::test

#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("programmes: an unknown category") {
  MinimalSite site;
  site.change("data/programmes.json", R"("category": "scholing")", R"("category": "scholling")");

  CHECK(site.faults() ==
        R"(data/programmes.json:8:58: error: unknown category 'scholling' in programme 'waw' [reference-unknown]
    8 | …     { "id": "ggz", "name": "Aanpak GGZ", "category": "scholling", "from": "2020", "until": "2021",
      |                                                        ^~~~~~~~~~~
  hint: did you mean 'scholing'?
)");
}

TEST_CASE("programmes: a programme that ends before it starts") {
  MinimalSite site;
  site.change("data/programmes.json", R"("from": "2020", "until": "2023")", R"("from": "2024", "until": "2023")");

  CHECK(site.faults() == R"(data/programmes.json:3:93: error: 'until' (2023) lies before 'from' (2024) [date-order]
    3 |     { "id": "waw", "name": "Werken aan Werk", "short_name": "WaW", "from": "2024", "until": "2023",
      |                                                                                             ^~~~~~
  hint: exchange the two dates, or correct one
)");
}

TEST_CASE("programmes: an unknown organisation that steers") {
  MinimalSite site;
  site.change("data/programmes.json", R"("organisation": "regio")", R"("organisation": "werkkamer")");

  CHECK(site.faults() == R"(data/programmes.json:5:39: error: unknown organisation 'werkkamer' [reference-unknown]
    5 |       "steering": [ { "organisation": "werkkamer", "level": "board" } ],
      |                                       ^~~~~~~~~~~
  hint: use one of: hilversum, regio
)");
}

TEST_CASE("programmes: funding that ends before it starts") {
  MinimalSite site;
  site.change("data/programmes.json", R"("from": "2019")", R"("from": "2023")");

  CHECK(site.faults() == R"(data/programmes.json:6:88: error: 'until' (2022) lies before 'from' (2023) [date-order]
    6 | … "amount": 5600000, "qualifier": "about", "from": "2023", "until": "2022", "financer": "regio" } ],
      |                                                                     ^~~~~~
  hint: exchange the two dates, or correct one
)");
}

TEST_CASE("programmes: funding in parts of a year") {
  MinimalSite site;
  site.change("data/programmes.json", R"("from": "2019")", R"("from": "2019-03")");

  CHECK(site.faults() == R"(data/programmes.json:6:71: error: '2019-03' is not a year [date-impossible]
    6 | …mount": 5600000, "qualifier": "about", "from": "2019-03", "until": "2022", "financer": "regio" } ],
      |                                                 ^~~~~~~~~
  hint: write a year, such as "2019"
)");
}

TEST_CASE("programmes: an addendum to itself") {
  MinimalSite site;
  site.change("data/programmes.json", R"("short_name": "WaW")", R"("short_name": "WaW", "addendum_to": "waw")");

  CHECK(site.faults() == R"(data/programmes.json:3:83: error: 'waw' cannot be an addendum to itself [addendum-to-itself]
    3 | …me": "Werken aan Werk", "short_name": "WaW", "addendum_to": "waw", "from": "2020", "until": "2023",
      |                                                              ^~~~~
  hint: name the programme that it adds to, or leave 'addendum_to' out
)");
}

TEST_CASE("programmes: two projects with one id") {
  MinimalSite site;
  site.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid")",
              R"({ "id": "ggz", "name": "Taalvaardigheid")");
  site.change("data/programmes.json", R"("project": "taal")", R"("project": "ggz-b")");
  site.change("data/programmes.json", R"({ "kind": "split-from", "project": "ggz-b", "period": "2020-07" })", "");
  site.change("data/periods/2020-07.json", R"(
    { "project": "taal", "number": "WaW 8", "name": "Taal als opstap",
      "status": "at-risk", "basis": "derived",
      "cause": "Corona",
      "consequence": null,
      "action": null })",
              "");
  site.change("data/periods/2020-07.json", R"("actual": 9 } ] },)", R"("actual": 9 } ] })");

  CHECK(site.faults() == R"(data/programmes.json:11:17: error: another project has the id 'ggz' [id-duplicate]
   11 |         { "id": "ggz", "name": "Taalvaardigheid", "followed_by": "words" }
      |                 ^~~~~
  hint: give each its own id; the first is on line 8
)");
}

TEST_CASE("programmes: a lineage to an unknown project") {
  MinimalSite site;
  site.change("data/programmes.json", R"("project": "taal")", R"("project": "tal")");

  CHECK(site.faults() == R"(data/programmes.json:9:59: error: unknown project 'tal' [reference-unknown]
    9 |           "lineage": [ { "kind": "split-from", "project": "tal", "period": "2020-07" } ],
      |                                                           ^~~~~
  hint: use one of: ggz, taal (did you mean 'taal'?)
)");
}

TEST_CASE("programmes: a lineage in an unknown period") {
  MinimalSite site;
  site.change("data/programmes.json", R"("period": "2020-07")", R"("period": "2020-7")");

  CHECK(site.faults() == R"(data/programmes.json:9:77: error: unknown period '2020-7' [reference-unknown]
    9 |           "lineage": [ { "kind": "split-from", "project": "taal", "period": "2020-7" } ],
      |                                                                             ^~~~~~~~
  hint: use one of: 2020-07, 2021-05 (did you mean '2020-07'?)
)");
}

TEST_CASE("programmes: a lineage to itself") {
  MinimalSite site;
  site.change("data/programmes.json", R"("project": "taal")", R"("project": "ggz")");

  CHECK(site.faults() ==
        R"(data/programmes.json:9:59: error: 'ggz' cannot come from itself or become itself [lineage-of-itself]
    9 |           "lineage": [ { "kind": "split-from", "project": "ggz", "period": "2020-07" } ],
      |                                                           ^~~~~
  hint: name the project that it comes from, or that it became part of
)");
}

TEST_CASE("programmes: a rule with the thresholds exchanged") {
  MinimalSite site;
  site.change("data/programmes.json", R"("off_track_below": 0.5)", R"("off_track_below": 0.95)");

  CHECK(site.faults() ==
        R"(data/programmes.json:10:92: error: 'off_track_below' is higher than 'at_risk_below' [rule-order]
   10 |           "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.95 } },
      |                                                                                            ^~~~
  hint: a project is at risk before it is off track: write the higher number at 'at_risk_below'
)");
}

TEST_CASE("programmes: a rule with another's indicator") {
  MinimalSite site;
  site.change("data/programmes.json", R"("indicator": "ggz-trajecten")", R"("indicator": "placements")");

  CHECK(site.faults() ==
        R"(data/programmes.json:10:34: error: indicator 'placements' does not belong to project 'ggz' [rule-indicator]
   10 |           "rule": { "indicator": "placements", "at_risk_below": 0.9, "off_track_below": 0.5 } },
      |                                  ^~~~~~~~~~~~
  hint: a rule looks at an indicator of its own project
)");
}

TEST_CASE("programmes: a rule on an indicator that should go down") {
  MinimalSite site;
  site.change("data/programmes.json", R"("unit_label": "trajecten")",
              R"("unit_label": "trajecten", "direction": "down")");

  CHECK(site.faults() ==
        R"(data/programmes.json:10:34: error: indicator 'ggz-trajecten' is better when it is lower [rule-direction]
   10 |           "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 } },
      |                                  ^~~~~~~~~~~~~~~
  hint: a rule can only follow an indicator that grows towards its target
)");
}

TEST_CASE("programmes: a rule without an end") {
  MinimalSite site;
  site.change("data/programmes.json", R"("short_name": "WaW", "from": "2020", "until": "2023")",
              R"("short_name": "WaW")");
  site.change("data/programmes.json", R"("from": "2020", "until": "2021")", R"("from": "2020")");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:10:11: error: the rule of 'ggz' needs to know when the project starts and ends [rule-without-dates]
   10 |           "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 } },
      |           ^~~~~~
  hint: add 'from' and 'until' to the project or to its programme
)");
}

TEST_CASE("indicators: one that belongs to nothing") {
  MinimalSite site;
  site.change("data/programmes.json", R"("cumulative": true, "programmes": [ "waw" ])", R"("cumulative": true)");

  CHECK(site.faults() ==
        R"(data/programmes.json:27:5: error: indicator 'placements' belongs to nothing [indicator-owner]
   27 |     { "id": "placements", "name": "Mensen aan het werk", "unit": "count", "unit_label": "inwoners",
      |     ^
  hint: add 'programmes' for a total, or 'project' for a project's own figure
)");
}

TEST_CASE("indicators: one that belongs to a project and to programmes") {
  MinimalSite site;
  site.change("data/programmes.json", R"("unit_label": "trajecten")",
              R"("unit_label": "trajecten", "programmes": [ "waw" ])");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:25:120: error: indicator 'ggz-trajecten' belongs to a project and to programmes [indicator-owner]
   25 | …"Trajecten", "unit": "count", "unit_label": "trajecten", "programmes": [ "waw" ], "project": "ggz",
      |                                                                                    ^~~~~~~~~
  hint: keep one of the two: 'project' for its own figure, 'programmes' for a total
)");
}

TEST_CASE("indicators: a count without a label") {
  MinimalSite site;
  site.change("data/programmes.json", R"(, "unit_label": "inwoners")", "");

  CHECK(site.faults() == R"(data/programmes.json:27:5: error: 'unit_label' is missing [key-missing]
   27 |     { "id": "placements", "name": "Mensen aan het werk", "unit": "count",
      |     ^
  hint: add "unit_label": "…"
)");
}

TEST_CASE("indicators: a label that no one sees") {
  MinimalSite site;
  site.change("data/programmes.json", R"("unit": "count", "unit_label": "inwoners")",
              R"("unit": "euro", "unit_label": "inwoners")");

  CHECK(site.faults() ==
        R"(data/programmes.json:27:74: warning: 'unit_label' is only shown with the unit "count" [unit-label-needless]
   27 |     { "id": "placements", "name": "Mensen aan het werk", "unit": "euro", "unit_label": "inwoners",
      |                                                                          ^~~~~~~~~~~~
  hint: leave it out
)");
}

TEST_CASE("indicators: a target that moves by itself") {
  MinimalSite site;
  site.change("data/programmes.json", R"(, "decision": "Bijgesteld door de Werkkamer")", "");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:32:9: error: the target of 'placements' moves without a decision [target-without-decision]
   32 |         { "value": 520, "from_period": "2021-05" }
      |         ^
  hint: add 'decision': who moved it, when and why
)");
}

TEST_CASE("indicators: targets in the wrong order") {
  MinimalSite site;
  site.change("data/programmes.json", R"("qualifier": "about", "from_period": "2020-07")",
              R"("qualifier": "about", "from_period": "2021-05")");
  site.change("data/programmes.json", R"("value": 520, "from_period": "2021-05")",
              R"("value": 520, "from_period": "2020-07")");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:32:40: error: the target from '2020-07' does not come after the one from '2021-05' [target-order]
   32 |         { "value": 520, "from_period": "2020-07", "decision": "Bijgesteld door de Werkkamer" }
      |                                        ^~~~~~~~~
  hint: list the targets of an indicator from old to new, one for a period
)");
}

TEST_CASE("indicators: a target from an unknown period") {
  MinimalSite site;
  site.change("data/programmes.json", R"("value": 520, "from_period": "2021-05")",
              R"("value": 520, "from_period": "2021-06")");

  CHECK(site.faults() == R"(data/programmes.json:32:40: error: unknown period '2021-06' [reference-unknown]
   32 |         { "value": 520, "from_period": "2021-06", "decision": "Bijgesteld door de Werkkamer" }
      |                                        ^~~~~~~~~
  hint: use one of: 2020-07, 2021-05 (did you mean '2021-05'?)
)");
}

TEST_CASE("indicators: euros are whole") {
  MinimalSite site;
  site.change("data/programmes.json", R"("unit": "count", "unit_label": "inwoners")", R"("unit": "euro")");
  site.change("data/programmes.json", R"("value": 520)", R"("value": 520.5)");

  CHECK(site.faults() ==
        R"(data/programmes.json:32:20: error: 'value' is 520.5, not a whole number of euros [number-range]
   32 |         { "value": 520.5, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" }
      |                    ^~~~~
  hint: amounts are in whole euros
)");
}

TEST_CASE("indicators: two with one id") {
  MinimalSite site;
  site.change("data/programmes.json", R"({ "id": "placements")", R"({ "id": "ggz-trajecten")");
  site.change("data/periods/2020-07.json",
              R"("totals": [ { "indicator": "placements", "actual": null, "note": "Meten kan nog niet." } ],)", "");
  site.change("data/periods/2021-05.json", R"("depth": "totals")", R"("depth": "known")");
  site.change("data/periods/2021-05.json", R"(,
  "totals": [ { "indicator": "placements", "actual": { "value": 430, "qualifier": "at-least" }, "forecast": 600 } ])",
              "");

  CHECK(site.faults() ==
        R"(data/programmes.json:27:13: error: another indicator has the id 'ggz-trajecten' [id-duplicate]
   27 |     { "id": "ggz-trajecten", "name": "Mensen aan het werk", "unit": "count", "unit_label": "inwoner…
      |             ^~~~~~~~~~~~~~~
  hint: give each its own id; the first is on line 25
)");
}

TEST_CASE("budget: the total of a measure") {
  MinimalSite site;
  site.change("data/programmes.json", R"("total": 96000)", R"("total": 95000)");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:17:22: error: the total of 'ggz' is stated as 95000, but its years add up to 96000 [budget-sum]
   17 |             "total": 95000 },
      |                      ^~~~~
  hint: correct the total or the years
)");
}

TEST_CASE("budget: a year of the budget") {
  MinimalSite site;
  site.change("data/programmes.json", R"("2020": 65000)", R"("2020": 66000)");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:20:43: error: the year 2020 is stated as 66000, but the measures add up to 65000 [budget-sum]
   20 |         "years": { "2019": 32000, "2020": 66000 },
      |                                           ^~~~~
  hint: correct the year or the measures
)");
}

TEST_CASE("budget: a year that the budget does not state") {
  MinimalSite site;
  site.change("data/programmes.json", R"("years": { "2019": 32000, "2020": 65000 })", R"("years": { "2020": 65000 })");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:20:18: error: the year 2019 is not stated, but the measures add up to 32000 in it [budget-sum]
   20 |         "years": { "2020": 65000 },
      |                  ^
  hint: add "2019": 32000
)");
}

TEST_CASE("budget: a year that no measure has") {
  MinimalSite site;
  site.change("data/programmes.json", R"("2020": 65000)", R"("2020": 65000, "2021": 5)");

  CHECK(site.faults() ==
        R"(data/programmes.json:20:58: error: the year 2021 is stated as 5, but the measures add up to 0 [budget-sum]
   20 |         "years": { "2019": 32000, "2020": 65000, "2021": 5 },
      |                                                          ^
  hint: correct the year or the measures
)");
}

TEST_CASE("budget: the total of the budget") {
  MinimalSite site;
  site.change("data/programmes.json", R"("total": 97000)", R"("total": 98000)");

  CHECK(
      site.faults() ==
      R"(data/programmes.json:21:18: error: the total of the budget is stated as 98000, but the measures add up to 97000 [budget-sum]
   21 |         "total": 98000
      |                  ^~~~~
  hint: correct the total or the measures
)");
}

TEST_CASE("budget: a figure that cannot be read gives no sums") {
  MinimalSite site;
  site.change("data/programmes.json", R"("2020": 64000)", R"("2020": "64000")");

  CHECK(site.faults() == R"(data/programmes.json:16:47: error: '2020' is a text, not a whole number [type-wrong]
   16 |             "years": { "2019": 32000, "2020": "64000" },
      |                                               ^~~~~~~
  hint: write digits only, without quotes or points: 2000000
)");
}

TEST_CASE("budget: two measures with one id") {
  MinimalSite site;
  site.change("data/programmes.json", R"("id": "taal", "name": "Taal",)", R"("id": "ggz", "name": "Taal",)");

  CHECK(site.faults() ==
        R"(data/programmes.json:18:19: error: another measure of this budget has the id 'ggz' [id-duplicate]
   18 |           { "id": "ggz", "name": "Taal", "years": { "2020": 1000 }, "total": 1000 }
      |                   ^~~~~
  hint: give each its own id; the first is on line 15
)");
}

}  // namespace stoplicht::test

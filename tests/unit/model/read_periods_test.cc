#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("periods: an id that is the folder of the attachments") {
  MinimalSite site;
  site.write("data/periods/attachments.json", R"({ "id": "attachments",
  "name": "Mei 2022", "kind": "incidental", "reported_on": "2022-05", "depth": "known" })");
  site.write("content/periods/attachments/summary.md", "---\nheadline: Kop\n---\n");

  CHECK(site.faults() ==
        R"(data/periods/attachments.json:1:9: error: 'attachments' cannot be the id of a period [id-form]
    1 | { "id": "attachments",
      |         ^~~~~~~~~~~~~
  hint: write when it was: 2024-h1
)");
}

TEST_CASE("periods: an id that is not the file's name") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("id": "2020-07")", R"("id": "2020-08")");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:2:9: error: the id '2020-08' is not the name of the file [period-file-name]
    2 |   "id": "2020-08", "name": "Juli 2020", "kind": "half-year", "from": "2020-01", "until": "2020-07",
      |         ^~~~~~~~~
  hint: write "2020-07", or rename the file to 2020-08.json
)");
}

TEST_CASE("periods: a start without an end") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"(, "until": "2020-07")", "");

  CHECK(site.faults() == R"(data/periods/2020-07.json:1:1: error: 'until' is missing [key-missing]
    1 | {
      | ^
  hint: give 'from' and 'until' both, or neither
)");
}

TEST_CASE("periods: an end before the start") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("from": "2020-01")", R"("from": "2020-09")");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:2:90: error: 'until' (2020-07) lies before 'from' (2020-09) [date-order]
    2 |   "id": "2020-07", "name": "Juli 2020", "kind": "half-year", "from": "2020-09", "until": "2020-07",
      |                                                                                          ^~~~~~~~~
  hint: exchange the two dates, or correct one
)");
}

TEST_CASE("periods: two of a kind that overlap") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("from": "2020-08")", R"("from": "2020-07")");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:2:69: error: '2021-05' begins (2020-07) before '2020-07' ends (2020-07) [period-overlap]
    2 |   "id": "2021-05", "name": "Mei 2021", "kind": "half-year", "from": "2020-07", "until": "2021-05",
      |                                                                     ^~~~~~~~~
  hint: two periods of the kind "half-year" cannot overlap
)");
}

TEST_CASE("periods: two that nothing orders") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("reported_on": "2021-05")", R"("reported_on": "2020-07")");
  site.change("data/periods/2021-05.json", R"(, "from": "2020-08", "until": "2021-05")", "");
  site.change("data/programmes.json", R"({ "value": 500, "qualifier": "about", "from_period": "2020-07" },
)",
              R"({ "value": 500, "qualifier": "about", "from_period": "2021-05" },
)");
  site.change("data/programmes.json", R"("value": 520, "from_period": "2021-05")",
              R"("value": 520, "from_period": "2020-07")");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:3:18: error: '2021-05' and '2020-07' are reported on the same date, and nothing orders them [period-order]
    3 |   "reported_on": "2020-07",
      |                  ^~~~~~~~~
  hint: is this still the date of '2020-07'? make 'reported_on' more precise, or give both 'from' and 'until'
)");
}

TEST_CASE("periods: an unknown scale is reported once, its statuses not") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("scale": "stoplicht")", R"("scale": "stoplich")");
  site.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived")",
              R"("status": "groen", "basis": "derived")");

  CHECK(site.faults() == R"(data/periods/2020-07.json:5:12: error: unknown status scale 'stoplich' [reference-unknown]
    5 |   "scale": "stoplich",
      |            ^~~~~~~~~~
  hint: did you mean 'stoplicht'?
)");
}

TEST_CASE("periods: an unknown status of a project") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("status": "at-risk")", R"("status": "at-rsk")");

  CHECK(site.faults() == R"(data/periods/2020-07.json:15:17: error: unknown status 'at-rsk' [status-unknown]
   15 |       "status": "at-rsk", "basis": "derived",
      |                 ^~~~~~~~
  hint: use one of: on-track, at-risk, off-track, not-reported (did you mean 'at-risk'?)
)");
}

TEST_CASE("periods: an unknown status of a programme") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("programme": "waw", "status": "on-track")",
              R"("programme": "waw", "status": "groen")");

  CHECK(site.faults() == R"(data/periods/2020-07.json:7:51: error: unknown status 'groen' [status-unknown]
    7 |   "programmes": [ { "programme": "waw", "status": "groen" } ],
      |                                                   ^~~~~~~
  hint: use one of: on-track, at-risk, off-track, not-reported
)");
}

TEST_CASE("periods: a depth of projects without projects") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("totals",)", R"("projects",)");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:4:12: error: the depth is "projects", but period '2021-05' reports on no project [depth-mismatch]
    4 |   "depth": "projects",
      |            ^~~~~~~~~~
  hint: write "totals", or add what is missing
)");
}

TEST_CASE("periods: a depth of totals with projects") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("depth": "projects")", R"("depth": "totals")");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:4:12: error: the depth is "totals", but period '2020-07' reports on projects [depth-mismatch]
    4 |   "depth": "totals",
      |            ^~~~~~~~
  hint: write "projects", or remove what does not fit
)");
}

TEST_CASE("periods: a depth of letter without a letter") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("depth": "totals")", R"("depth": "letter")");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:4:12: error: the depth is "letter", but period '2021-05' has no letter [depth-mismatch]
    4 |   "depth": "letter",
      |            ^~~~~~~~
  hint: write "totals", or add what is missing
)");
}

TEST_CASE("periods: a depth of known with totals") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("depth": "totals")", R"("depth": "known")");

  CHECK(site.faults() ==
        R"(data/periods/2021-05.json:4:12: error: the depth is "known", but period '2021-05' has totals [depth-mismatch]
    4 |   "depth": "known",
      |            ^~~~~~~
  hint: write "totals", or remove what does not fit
)");
}

TEST_CASE("periods: a derived light without a note of how") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("basis_note": "Afgeleid uit de tekst.", )", "");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:15:37: error: a light is derived, but period '2020-07' does not say how [light-without-basis-note]
   15 |       "status": "at-risk", "basis": "derived",
      |                                     ^~~~~~~~~
  hint: add 'basis_note' to the period: the rule by which lights were derived
)");
}

TEST_CASE("periods: a light without a cause") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"(      "cause": "Corona",
)",
              "");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:15:17: warning: 'taal' is 'at-risk', with no cause [light-unexplained]
   15 |       "status": "at-risk", "basis": "derived",
      |                 ^~~~~~~~~
  hint: add 'cause': a text, or null when the source names none
)");
}

TEST_CASE("periods: a light without a cause and an action, where that is an error") {
  MinimalSite site;
  site.change("data/site.json", R"("explanation": "warning")", R"("explanation": "error")");
  site.change("data/periods/2020-07.json", R"(      "cause": "Corona",
      "consequence": null,
      "action": null })",
              R"(      "consequence": null })");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:15:17: error: 'taal' is 'at-risk', with no cause and no action [light-unexplained]
   15 |       "status": "at-risk", "basis": "derived",
      |                 ^~~~~~~~~
  hint: add 'cause' and 'action': a text, or null when the source names none
)");
}

TEST_CASE("periods: a declared light that the rule does not give needs a reason") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 1)");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:12:17: warning: 'ggz' is declared 'on-track', but its rule computes 'off-track' [override-without-reason]
   12 |       "status": "on-track", "basis": "reported",
      |                 ^~~~~~~~~~
  hint: add 'override_reason': why the declared light is the right one
)");
}

TEST_CASE("periods: a reason for a light that is the computed one") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported")",
              R"("status": "on-track", "override_reason": "Gaat goed")");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:12:29: warning: 'ggz' has an 'override_reason', but declared and computed agree [override-needless]
   12 |       "status": "on-track", "override_reason": "Gaat goed",
      |                             ^~~~~~~~~~~~~~~~~
  hint: leave it out
)");
}

TEST_CASE("periods: a reason where no light is computed") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": "Corona", "override_reason": "Corona")");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:16:26: warning: 'taal' has an 'override_reason', but no light is computed for it [override-needless]
   16 |       "cause": "Corona", "override_reason": "Corona",
      |                          ^~~~~~~~~~~~~~~~~
  hint: leave it out
)");
}

TEST_CASE("periods: a project twice") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("project": "taal")", R"("project": "ggz")");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:14:18: error: the period reports twice on project 'ggz' [project-duplicate]
   14 |     { "project": "ggz", "number": "WaW 8", "name": "Taal als opstap",
      |                  ^~~~~
  hint: make one report of the two
)");
}

TEST_CASE("periods: a number twice") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("WaW 8")", R"("WaW 7")");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:14:36: error: number 'WaW 7' is used twice in this period [project-number-duplicate]
   14 |     { "project": "taal", "number": "WaW 7", "name": "Taal als opstap",
      |                                    ^~~~~~~
  hint: project 'ggz' has it too
)");
}

TEST_CASE("periods: an unknown project is reported once, its progress text not") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("project": "ggz")", R"("project": "ggs")");
  site.remove("content/periods/2020-07/progress/ggz.md");
  site.write("content/periods/2020-07/progress/ggs.md", R"(Tekst
)");

  CHECK(site.faults() == R"(data/periods/2020-07.json:11:18: error: unknown project 'ggs' [reference-unknown]
   11 |     { "project": "ggs", "number": "WaW 7",
      |                  ^~~~~
  hint: use one of: ggz, taal (did you mean 'ggz'?)
)");
}

TEST_CASE("periods: a total that is a project's") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("indicator": "placements")", R"("indicator": "ggz-trajecten")");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:30: error: indicator 'ggz-trajecten' belongs to project 'ggz', so it is no total [measurement-owner]
    5 |   "totals": [ { "indicator": "ggz-trajecten", "actual": { "value": 430, "qualifier": "at-least" }, …
      |                              ^~~~~~~~~~~~~~~
  hint: use one of: placements
)");
}

TEST_CASE("periods: a value that is a total") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("indicator": "ggz-trajecten")", R"("indicator": "placements")");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:13:34: error: indicator 'placements' is a total, so it is no figure of project 'ggz' [measurement-owner]
   13 |       "values": [ { "indicator": "placements", "actual": 9 } ] },
      |                                  ^~~~~~~~~~~~
  hint: use one of: ggz-trajecten
)");
}

TEST_CASE("periods: an indicator twice") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"({ "indicator": "ggz-trajecten", "actual": 9 })",
              R"({ "indicator": "ggz-trajecten", "actual": 9 }, { "indicator": "ggz-trajecten" })");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:13:81: error: indicator 'ggz-trajecten' is measured twice here [measurement-duplicate]
   13 | …   "values": [ { "indicator": "ggz-trajecten", "actual": 9 }, { "indicator": "ggz-trajecten" } ] },
      |                                                                               ^~~~~~~~~~~~~~~
  hint: make one of the two
)");
}

TEST_CASE("periods: an unknown indicator") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("placements")", R"("placement")");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:30: error: unknown indicator 'placement' [reference-unknown]
    5 |   "totals": [ { "indicator": "placement", "actual": { "value": 430, "qualifier": "at-least" }, "for…
      |                              ^~~~~~~~~~~
  hint: use one of: ggz-trajecten, placements (did you mean 'placements'?)
)");
}

TEST_CASE("periods: two figures with one id") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("figures": [)",
              R"("figures": [ { "id": "krimp", "label": "K", "value": 1 },)");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:9:69: error: another figure of this period has the id 'krimp' [id-duplicate]
    9 | …", "label": "K", "value": 1 }, { "id": "krimp", "label": "Krimp", "value": 6.5, "qualifier": "abou…
      |                                         ^~~~~~~
  hint: give each its own id; the first is on line 9
)");
}

TEST_CASE("periods: a source with a javascript link") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "https://example.nl/monitor.pdf", "javascript:alert(1)");

  CHECK(site.faults() ==
        R"~(data/periods/2020-07.json:20:55: error: 'javascript:alert(1)' is not an address of the web [url-form]
   20 |   "sources": [ { "title": "Monitor juli 2020", "url": "javascript:alert(1)" } ],
      |                                                       ^~~~~~~~~~~~~~~~~~~~~
  hint: write the whole address: https://…
)~");
}

TEST_CASE("periods: two of one name, as when one was copied") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", "Mei 2021", "Juli 2020");

  CHECK(site.faults().find("error: period '2021-05' has the name of period '2020-07' [period-name-duplicate]\n") !=
        std::string::npos);
}

TEST_CASE("periods: a count with the dot of a Dutch thousand is not read as a fraction") {
  for (const char* written : {"1.455", "12.000", "-2.500"}) {
    MinimalSite site;
    site.change("data/periods/2021-05.json", R"("forecast": 600)", R"("forecast": )" + std::string(written));
    CHECK(site.faults().find("a dot is read as the decimal comma [number-range]\n") != std::string::npos);
  }
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("forecast": 600)", R"("forecast": 0.125)");
  CHECK(site.faults() == "");
}

}  // namespace stoplicht::test

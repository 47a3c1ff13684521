#include "model/next_period.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// A site whose status scale has "completed", as that of most sites.
MinimalSite site_with_completed() {
  MinimalSite site;
  site.change("data/site.json", R"({ "id": "off-track",)",
              R"({ "id": "completed", "label": "Klaar", "light": "blue", "shape": "flag", "meaning": "Klaar." },
      { "id": "off-track",)");
  return site;
}

// "half-year 2024-07 2024-12, reported 2024-12", or "unknown, reported 2024-12".
std::string time_text(const NextPeriod& next) {
  const char* const kinds[] = {"year", "half-year", "quarter", "month", "incidental"};
  const std::string reported = ", reported " + to_iso(next.reported_on);
  if (!next.time) return "unknown" + reported;
  return std::string(kinds[static_cast<int>(next.time->kind)]) + " " + to_iso(*next.time->from) + " " +
         to_iso(*next.time->until) + reported;
}

std::string figure_text(const NextFigure& figure) {
  std::string out = figure.indicator->id;
  if (figure.before != nullptr)
    out += " was " + (figure.before->actual ? std::to_string(static_cast<int>(figure.before->actual->value)) : "null");
  if (figure.target != nullptr) out += " of " + std::to_string(static_cast<int>(figure.target->quantity.value));
  return out;
}

// "WaW 7 ggz (ggz-trajecten was 9 of 12)", one a line.
std::string projects_text(const NextPeriod& next) {
  std::string out;
  for (const NextProject& each : next.projects) {
    out += (each.before != nullptr ? each.before->number : "?") + " " + each.project->id;
    for (const NextFigure& figure : each.figures) out += " (" + figure_text(figure) + ")";
    out += "\n";
  }
  return out;
}

std::string left_out_text(const NextPeriod& next) {
  const char* const reasons[] = {"completed", "ended", "merged", "continued"};
  std::string out;
  for (const LeftOutProject& each : next.left_out)
    out += each.project->id + " " + reasons[static_cast<int>(each.why)] +
           (each.into != nullptr ? " " + each.into->id : "") + "\n";
  return out;
}

template <typename Each>
std::string ids_of(const std::vector<const Each*>& list) {
  std::string out;
  for (const Each* each : list) out += each->id + "\n";
  return out;
}

std::string announced_in(const std::vector<const Announcement*>& list) {
  std::string out;
  for (const Announcement* each : list) out += each->letter->period->id + ": " + each->what + "\n";
  return out;
}

NextPeriod next_of(const Site& site, const std::string& id, const std::string& before = "2020-07") {
  const Period* period = site.find_period(before);
  REQUIRE(period != nullptr);
  return next_period(site, id, *period);
}

std::string before(const Site& site, const std::string& id) {
  const Period* period = period_before(site, id);
  return period == nullptr ? "none" : period->id;
}

}  // namespace

TEST_CASE("next period: it goes on from the newest that reports on projects") {
  MinimalSite site;
  CHECK(before(site.build(), "2021-h2") == "2020-07");
  CHECK(before(site.build(), "najaar") == "2020-07");
}

TEST_CASE("next period: where no period reports on projects, it goes on from the newest") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("depth": "projects")", R"("depth": "known")");
  CHECK(before(site.build(), "2021-h2") == "2021-05");
}

TEST_CASE("next period: it goes on from nothing that comes after it") {
  MinimalSite site;
  CHECK(before(site.build(), "2020-h1") == "none");
  CHECK(before(site.build(), "2020-h2") == "2020-07");
  CHECK(before(site.build(), "2021-05") == "2020-07");
  CHECK(before(site.build(), "2020-07") == "none");
  site.change("data/periods/2020-07.json", R"(, "from": "2020-01", "until": "2020-07")", "");
  CHECK(before(site.build(), "2020-h1") == "none");
  CHECK(before(site.build(), "2020-h2") == "2020-07");
}

TEST_CASE("next period: an id tells its time") {
  MinimalSite site;
  const Site built = site.build();
  CHECK(time_text(next_of(built, "2021-h1")) == "half-year 2021-01 2021-06, reported 2021-06");
  CHECK(time_text(next_of(built, "2021-h2")) == "half-year 2021-07 2021-12, reported 2021-12");
  CHECK(time_text(next_of(built, "2021-q3")) == "quarter 2021-07 2021-09, reported 2021-09");
  CHECK(time_text(next_of(built, "2022")) == "year 2022-01 2022-12, reported 2022-12");
}

TEST_CASE("next period: a month is when it was reported, where the period before is named so") {
  MinimalSite site;
  CHECK(time_text(next_of(site.build(), "2021-12")) == "unknown, reported 2021-12");
  site.change("data/periods/2020-07.json", R"("kind": "half-year", "from": "2020-01")",
              R"("kind": "month", "from": "2020-07")");
  CHECK(time_text(next_of(site.build(), "2021-12")) == "month 2021-12 2021-12, reported 2021-12");
}

TEST_CASE("next period: an id that is no time is placed behind the period before") {
  MinimalSite site;
  CHECK(time_text(next_of(site.build(), "najaar")) == "unknown, reported 2020-08");
  CHECK(time_text(next_of(site.build(), "2021-zomer", "2021-05")) == "unknown, reported 2021-06");
}

TEST_CASE("next period: when the one before was reported late, it is placed behind that") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("reported_on": "2021-05")", R"("reported_on": "2021-12-20")");
  CHECK(time_text(next_of(site.build(), "2021-h2", "2021-05")) == "half-year 2021-07 2021-12, reported 2021-12");
  site.change("data/periods/2021-05.json", "2021-12-20", "2022-01-20");
  CHECK(time_text(next_of(site.build(), "2021-h2", "2021-05")) == "half-year 2021-07 2021-12, reported 2022-02");
}

TEST_CASE("next period: a time that comes before the period that it goes on from stays before it") {
  MinimalSite site;
  CHECK(time_text(next_of(site.build(), "2019-h2")) == "half-year 2019-07 2019-12, reported 2019-12");
}

TEST_CASE("next period: times that do not exist are told from names") {
  for (const char* id : {"2024-13", "2024-00", "2024-h3", "2024-h0", "2024-q5"}) CHECK(is_impossible_time(id));
  for (const char* id : {"2024-12", "2024-h2", "2024-q4", "2024", "2024-zomer", "zomer", "20-13", "1024-13"})
    CHECK_FALSE(is_impossible_time(id));
}

TEST_CASE("next period: what runs keeps its number, with the target in force and the value of before beside it") {
  MinimalSite site;
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2");
  CHECK(projects_text(next) == "WaW 7 ggz (ggz-trajecten was 9 of 12)\nWaW 8 taal\n");
  CHECK(left_out_text(next) == "");
  REQUIRE(next.totals.size() == 1);
  CHECK(figure_text(next.totals[0]) == "placements was null of 520");
  REQUIRE(next.programmes.size() == 1);
  CHECK(next.programmes[0]->id == "waw");
}

TEST_CASE("next period: what is available is no target of a later period") {
  MinimalSite site;
  site.change("data/programmes.json", R"("project": "ggz",
      "targets")",
              R"("project": "ggz", "target_label": "beschikbaar",
      "targets")");
  site.change("data/programmes.json",
              R"("rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 })",
              R"("description": "GGZ")");
  CHECK(projects_text(next_of(site.build(), "2021-h2")) == "WaW 7 ggz (ggz-trajecten was 9)\nWaW 8 taal\n");
}

TEST_CASE("next period: a project that has ended is left out, by whatever way the site folder says so") {
  const auto with = [](std::string_view lineage) {
    MinimalSite site;
    site.change("data/programmes.json", R"("followed_by": "words" })",
                R"("followed_by": "words", "lineage": [ )" + std::string(lineage) + " ] }");
    return left_out_text(next_of(site.build(), "2021-h2"));
  };
  CHECK(with(R"({ "kind": "ended", "period": "2020-07" })") == "taal ended\n");
  CHECK(with(R"({ "kind": "ended", "period": "2021-05" })") == "taal ended\n");
  CHECK(with(R"({ "kind": "ended" })") == "taal ended\n");
  CHECK(with(R"({ "kind": "merged-into", "project": "ggz", "period": "2021-05" })") == "taal merged ggz\n");
  CHECK(with(R"({ "kind": "continues", "project": "ggz", "period": "2021-05" })") == "ggz continued taal\n");
}

TEST_CASE("next period: a project that ends only after the period still runs") {
  MinimalSite site;
  site.change("data/programmes.json", R"("followed_by": "words" })",
              R"("followed_by": "words", "lineage": [ { "kind": "ended", "period": "2021-05" } ] })");
  CHECK(left_out_text(next_of(site.build(), "2020-h2")) == "");
}

TEST_CASE("next period: a project that was completed in the period before is left out") {
  MinimalSite site = site_with_completed();
  site.change("data/periods/2020-07.json", R"("status": "at-risk")", R"("status": "completed")");
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2");
  CHECK(left_out_text(next) == "taal completed\n");
  CHECK(projects_text(next) == "WaW 7 ggz (ggz-trajecten was 9 of 12)\n");
}

TEST_CASE("next period: a project that no period reports on yet comes last, without a number") {
  MinimalSite site;
  site.change("data/programmes.json", R"("projects": [)", R"("projects": [ { "id": "nieuw", "name": "Nieuw" },)");
  const Site built = site.build();
  CHECK(projects_text(next_of(built, "2021-h2")) == "WaW 7 ggz (ggz-trajecten was 9 of 12)\nWaW 8 taal\n? nieuw\n");
}

TEST_CASE("next period: a project that vanished without a word is named, and not taken for one that runs") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("depth": "totals",)",
              R"("depth": "projects", "projects": [ { "project": "ggz", "number": "1" } ],)");
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2", "2021-05");
  CHECK(projects_text(next) == "1 ggz (ggz-trajecten of 12)\n");
  CHECK(ids_of(next.vanished) == "");  // It was split.
  site.change("data/programmes.json", R"("kind": "split-from", "project": "taal", "period": "2020-07")",
              R"("kind": "merged-into", "project": "taal", "period": "2020-07")");
  const Site other = site.build();
  CHECK(ids_of(next_of(other, "2021-h2", "2021-05").vanished) == "taal\n");
}

TEST_CASE("next period: a project that was to end before it still runs, and is named") {
  MinimalSite site;
  const Site built = site.build();
  CHECK(ids_of(next_of(built, "2021-h2").past_end) == "");
  CHECK(ids_of(next_of(built, "2022-h1").past_end) == "ggz\n");
  CHECK(ids_of(next_of(built, "2022-h1").programmes_past_end) == "");
  CHECK(ids_of(next_of(built, "2024-h1").programmes_past_end) == "waw\n");
}

TEST_CASE("next period: figures are those of the period before, of later ones, and those that nobody had yet") {
  MinimalSite site;
  const auto indicator = [](const std::string& id) {
    return R"({ "id": ")" + id + R"(", "name": "Cijfer )" + id + R"(", "unit": "percent", "programmes": [ "waw" ] },)";
  };
  site.change("data/programmes.json", R"("indicators": [)",
              R"("indicators": [ )" + indicator("nooit") + indicator("later") + indicator("eerder"));
  site.change("data/periods/2021-05.json", R"("totals": [)", R"("totals": [ { "indicator": "later", "actual": 3 },)");
  site.change("data/periods/2020-07.json", R"("totals": [)", R"("totals": [ { "indicator": "eerder", "actual": 4 },)");
  const auto totals = [&](const std::string& before) {
    const Site built = site.build();
    std::string out;
    for (const NextFigure& each : next_of(built, "2021-h2", before).totals) out += figure_text(each) + "\n";
    return out;
  };
  CHECK(totals("2020-07") == "eerder was 4\nplacements was null of 520\nnooit\nlater\n");
  CHECK(totals("2021-05") == "later was 3\nplacements was 430 of 520\nnooit\n");
}

TEST_CASE("next period: a council's letter answers what was announced and what is open") {
  MinimalSite site;
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2");
  REQUIRE(next.letters.size() == 1);
  CHECK(next.letters[0].id == "hilversum");
  CHECK(next.letters[0].before->title == "Voortgang");
  CHECK(announced_in(next.letters[0].announced) == "2020-07: De programma's gaan van start\n2020-07: Volgende brief\n");
  CHECK(ids_of(next.letters[0].commitments) == "T21-03\n");
  CHECK(announced_in(next.announced_elsewhere) == "");
  CHECK(ids_of(next.commitments_elsewhere) == "");
}

TEST_CASE("next period: what came of an announcement already is not asked again") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "    by: 2021-01-01\n",
              "    by: 2021-01-01\n    done: Dat is gebeurd.\n");
  const Site built = site.build();
  CHECK(announced_in(next_of(built, "2021-h2").letters[0].announced) == "2020-07: Volgende brief\n");
}

TEST_CASE("next period: the last letter to a council counts, also when its period reports on no projects") {
  MinimalSite site;
  site.write("content/periods/2021-05/letters/infosheet.md",
             "---\ntitle: Infosheet\nkind: Infosheet\nfrom: De regio\ncouncils: [hilversum]\ndate: 2021-05\n"
             "announces:\n  - what: Een plan\n---\nTekst\n");
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2");
  REQUIRE(next.letters.size() == 1);
  CHECK(next.letters[0].id == "hilversum");
  CHECK(next.letters[0].before->title == "Infosheet");
  CHECK(announced_in(next.letters[0].announced) ==
        "2020-07: De programma's gaan van start\n2020-07: Volgende brief\n2021-05: Een plan\n");
  CHECK(announced_in(next_of(built, "2020-h2").letters[0].announced) ==
        "2020-07: De programma's gaan van start\n2020-07: Volgende brief\n");
}

TEST_CASE("next period: a commitment is for the letter to the fewest councils, and without one it is named") {
  MinimalSite site;
  site.change("data/organisations.json", R"("organisations": [)",
              R"("organisations": [ { "id": "laren", "name": "Laren", "kind": "municipality" },
    { "id": "huizen", "name": "Huizen", "kind": "municipality" },)");
  site.write(
      "content/periods/2020-07/letters/alle.md",
      "---\ntitle: Aan allen\nkind: Brief\nfrom: De regio\ncouncils: [hilversum, laren]\ndate: 2020-09\n---\nX\n");
  const auto commitment = [](const std::string& id, const std::string& council, const std::string& due) {
    return R"({ "id": ")" + id + R"(", "title": "Iets", "text": "Iets.", "made_on": "2021-01-04", "meeting": "raad",
      "by": "wethouder", "council": ")" +
           council + R"(", "status": "in-progress")" + due + " },";
  };
  site.change("data/commitments.json", R"("commitments": [)",
              R"("commitments": [ )" + commitment("L1", "laren", "") + commitment("L2", "laren", R"(, "due": "2022")") +
                  commitment("H1", "huizen", ""));
  const Site built = site.build();
  const NextPeriod next = next_of(built, "2021-h2");
  REQUIRE(next.letters.size() == 2);
  CHECK(next.letters[0].id == "alle");
  CHECK(ids_of(next.letters[0].commitments) == "L2\nL1\n");
  CHECK(ids_of(next.letters[1].commitments) == "T21-03\n");
  CHECK(ids_of(next.commitments_elsewhere) == "H1\n");
}

}  // namespace stoplicht::test

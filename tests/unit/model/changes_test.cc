#include "model/changes.h"

#include <algorithm>

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// Two worlds, or one of which two periods are compared, and what differs.
struct Compared {
  Compared(MinimalSite& first, const char* first_period, MinimalSite& second, const char* second_period)
      : old_site(built(first)), own_site(&first == &second ? Site() : built(second)) {
    const Site& new_site = &first == &second ? old_site : own_site;
    const Period* old_one = old_site.find_period(first_period);
    const Period* new_one = new_site.find_period(second_period);
    REQUIRE(old_one != nullptr);
    REQUIRE(new_one != nullptr);
    changes = compare({&old_site, old_one}, {&new_site, new_one}, new_site);
  }

  static Site built(MinimalSite& minimal) {
    const std::string faults = minimal.faults();
    REQUIRE(faults == "");
    return minimal.build();
  }

  const ProjectChange& project(std::string_view id) const {
    for (const ProjectChange& change : changes.projects)
      if (change.project().id == id) return change;
    REQUIRE_MESSAGE(false, "no project ", id);
    return changes.projects.front();
  }
  const FigureChange& figure(std::string_view id) const {
    for (const FigureChange& change : changes.figures)
      if (change.indicator->id == id) return change;
    REQUIRE_MESSAGE(false, "no figure ", id);
    return changes.figures.front();
  }
  // "T21-03 made, …"
  std::string commitments() const {
    static const char* const moves[] = {"made", "closed", "overdue", "still overdue"};
    std::string out;
    for (const CommitmentChange& change : changes.commitments)
      out += (out.empty() ? "" : ", ") + change.commitment->id + " " + moves[static_cast<int>(change.move)];
    return out;
  }

  Site old_site, own_site;
  Changes changes;
};

// May 2021 as a period that tells of its projects, as July 2020 does.
const char* const may_with_projects = R"({
  "id": "2021-05", "name": "Mei 2021", "kind": "half-year", "from": "2020-08", "until": "2021-05",
  "reported_on": "2021-05", "depth": "projects",
  "totals": [ { "indicator": "placements", "actual": 430 } ],
  "projects": [
    { "project": "ggz", "number": "WaW 7", "status": "GGZ", "cause": "Corona", "action": "Bellen",
      "values": [ { "indicator": "ggz-trajecten", "actual": 12 } ] },
    { "project": "taal", "number": "WaW 9", "name": "Taal als opstap", "status": "TAAL" }
  ]
})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void set_lights(MinimalSite& minimal, const char* before, const char* after) {
  minimal.change("data/site.json", R"({ "id": "not-reported")",
                 R"({ "id": "completed", "label": "Afgerond", "light": "blue", "shape": "flag", "meaning": "Voorbij." },
      { "id": "on-hold", "label": "Stilgelegd", "light": "purple", "shape": "pause", "meaning": "Wacht." },
      { "id": "not-started", "label": "Niet gestart", "light": "grey", "shape": "ring", "meaning": "Later." },
      { "id": "not-reported")");
  minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived",
      "cause": "Corona",
      "consequence": null,
      "action": null)",
                 R"("cause": "Corona", "action": "Bellen", "status": ")" + std::string(before) + "\"");
  minimal.write("data/periods/2021-05.json", replaced(replaced(may_with_projects, "GGZ", "on-track"), "TAAL", after));
  minimal.change("data/periods/2021-05.json", R"("number": "WaW 9")",
                 R"("number": "WaW 9", "cause": "Corona", "action": "Bellen")");
}

// Two periods with projects, in which "taal" has these lights.
struct WithLights : MinimalSite {
  WithLights(const char* before, const char* after) { set_lights(*this, before, after); }
};

LightMove move(const char* before, const char* after) {
  WithLights minimal(before, after);
  return Compared(minimal, "2020-07", minimal, "2021-05").project("taal").move;
}

TEST_CASE("changes: a light gets better or worse between red, amber and green") {
  CHECK(move("off-track", "at-risk") == LightMove::better);
  CHECK(move("at-risk", "on-track") == LightMove::better);
  CHECK(move("on-track", "at-risk") == LightMove::worse);
  CHECK(move("on-track", "off-track") == LightMove::worse);
  CHECK(move("at-risk", "at-risk") == LightMove::same);
}

TEST_CASE("changes: completed is neither better nor worse") {
  CHECK(move("on-track", "completed") == LightMove::sideways);
  CHECK(move("off-track", "completed") == LightMove::sideways);
  CHECK(move("at-risk", "completed") == LightMove::sideways);
  CHECK(move("on-hold", "completed") == LightMove::sideways);
  CHECK(move("completed", "on-track") == LightMove::sideways);
  CHECK(move("completed", "off-track") == LightMove::sideways);
}

TEST_CASE("changes: on hold and not started are neither better nor worse") {
  CHECK(move("off-track", "on-hold") == LightMove::sideways);
  CHECK(move("on-hold", "on-track") == LightMove::sideways);
  CHECK(move("not-started", "on-track") == LightMove::sideways);
  CHECK(move("not-started", "not-started") == LightMove::same);
}

TEST_CASE("changes: what was not reported is told or no longer told") {
  CHECK(move("not-reported", "off-track") == LightMove::told);
  CHECK(move("on-track", "not-reported") == LightMove::untold);
  CHECK(move("not-reported", "not-reported") == LightMove::same);
  CHECK(move("not-reported", "not-started") == LightMove::told);
}

TEST_CASE("changes: numbers and names are those of the periods") {
  WithLights minimal("on-track", "on-track");
  minimal.change("data/periods/2021-05.json", R"("Taal als opstap")", R"("Taal voor werk")");
  const Compared compared(minimal, "2020-07", minimal, "2021-05");

  CHECK(compared.project("taal").renamed);
  CHECK(compared.project("taal").renumbered);
  CHECK(compared.project("taal").differs());
  CHECK_FALSE(compared.project("ggz").differs());
  CHECK(compared.changes.count(LightMove::same) == 2);
}

TEST_CASE("changes: a period without lights per project does not make its projects new or gone") {
  MinimalSite minimal;
  const Compared compared(minimal, "2020-07", minimal, "2021-05");

  CHECK(compared.changes.count(LightMove::untold) == 2);
  CHECK(compared.changes.count(LightMove::stopped) == 0);
}

TEST_CASE("changes: scales with other words are compared by their lights") {
  WithLights before("at-risk", "at-risk");
  WithLights after("at-risk", "at-risk");
  after.change("data/site.json", R"("Risico")", R"("Let op")");
  const Compared compared(before, "2020-07", after, "2021-05");

  CHECK_FALSE(compared.changes.same_scale);
  CHECK(compared.project("taal").move == LightMove::same);
}

TEST_CASE("changes: another status with the same light is another light within one scale") {
  WithLights minimal("at-risk", "delayed");
  minimal.change(
      "data/site.json", R"({ "id": "off-track")",
      R"({ "id": "delayed", "label": "Vertraagd", "light": "amber", "shape": "warning", "meaning": "Later." },
      { "id": "off-track")");
  CHECK(Compared(minimal, "2020-07", minimal, "2021-05").project("taal").move == LightMove::sideways);
}

// With a project more or less in May 2021, and lines of lineage in place of that of ggz.
struct Families {
  Families(const std::string& lines_of_ggz, const std::string& lines_of_taal, const char* new_project,
           const std::string& lines_of_new) {
    minimal.change("data/programmes.json", R"([ { "kind": "split-from", "project": "taal", "period": "2020-07" } ])",
                   lines_of_ggz);
    minimal.change("data/programmes.json", R"("name": "Taalvaardigheid")",
                   R"("name": "Taalvaardigheid", "lineage": )" + lines_of_taal);
    minimal.change(
        "data/programmes.json", R"(      ],
      "budget")",
        std::string(R"(,{ "id": ")") + new_project + R"(", "name": "Nieuw", "lineage": )" + lines_of_new + R"( } ],
      "budget")");
    minimal.change("data/periods/2021-05.json", R"({ "project": "taal")",
                   std::string(R"({ "project": ")") + new_project + "\"");
  }
  WithLights minimal{"on-track", "on-track"};
};

TEST_CASE("changes: a project that continues under a new id is told on either side") {
  Families families("[]", "[]", "nieuw",
                    R"([ { "kind": "continues", "project": "taal", "period": "2021-05", "note": "Nieuwe naam." } ])");
  const Compared compared(families.minimal, "2020-07", families.minimal, "2021-05");

  const ProjectChange& old_one = compared.project("taal");
  const ProjectChange& new_one = compared.project("nieuw");
  CHECK(old_one.move == LightMove::stopped);
  CHECK(new_one.move == LightMove::started);
  REQUIRE(old_one.lineage != nullptr);
  CHECK(old_one.lineage == new_one.lineage);
  CHECK(old_one.lineage->kind == LineageKind::continues);
  REQUIRE(old_one.relatives.size() == 1);
  CHECK(old_one.relatives[0]->id == "nieuw");
  REQUIRE(new_one.relatives.size() == 1);
  CHECK(new_one.relatives[0]->id == "taal");
  // In the order of the newer side, then what is gone.
  CHECK(compared.changes.projects.back().project().id == "taal");
}

TEST_CASE("changes: a project that is gone bears the line that says why") {
  Families families("[]", R"([ { "kind": "merged-into", "project": "nieuw", "period": "2021-05" } ])", "nieuw", "[]");
  const Compared compared(families.minimal, "2020-07", families.minimal, "2021-05");

  REQUIRE(compared.project("taal").lineage != nullptr);
  CHECK(compared.project("taal").lineage->kind == LineageKind::merged_into);
  CHECK(compared.project("taal").relatives.at(0)->id == "nieuw");
  REQUIRE(compared.project("nieuw").lineage != nullptr);
  CHECK(compared.project("nieuw").relatives.at(0)->id == "taal");
}

TEST_CASE("changes: a project that is gone or new without a line has none") {
  Families families("[]", "[]", "nieuw", "[]");
  const Compared compared(families.minimal, "2020-07", families.minimal, "2021-05");

  CHECK(compared.project("taal").lineage == nullptr);
  CHECK(compared.project("nieuw").lineage == nullptr);
  CHECK(compared.project("nieuw").differs());
}

TEST_CASE("changes: an older line does not explain that a project is told of again") {
  Families families("[]", "[]", "nieuw", R"([ { "kind": "split-from", "project": "ggz", "period": "2020-07" } ])");
  CHECK(Compared(families.minimal, "2020-07", families.minimal, "2021-05").project("nieuw").lineage == nullptr);
}

TEST_CASE("changes: an unknown value has no difference, and a target that moved has its decision") {
  MinimalSite minimal;
  const Compared compared(minimal, "2020-07", minimal, "2021-05");

  const FigureChange& figure = compared.figure("placements");
  CHECK_FALSE(figure.difference);
  CHECK_FALSE(figure.better);
  CHECK(figure.differs());
  CHECK(figure.target_moved);
  CHECK(figure.target_before == Quantity{500, Qualifier::about});
  CHECK(figure.target_after == Quantity{520, Qualifier::exactly});
  CHECK(figure.decision == "Bijgesteld door de Werkkamer");
  CHECK(compared.changes.figures.front().indicator->id == "placements");
}

TEST_CASE("changes: absent, unknown and zero are three things") {
  WithLights minimal("on-track", "on-track");
  minimal.change("data/periods/2020-07.json", R"(, "note": "Meten kan nog niet.")", "");
  minimal.change("data/periods/2021-05.json", R"("actual": 430)", R"("actual": 0)");
  const Compared compared(minimal, "2020-07", minimal, "2021-05");
  CHECK_FALSE(compared.figure("placements").difference);
  CHECK(compared.figure("placements").differs());
  CHECK(compared.figure("ggz-trajecten").difference == 3.0);
  CHECK(compared.figure("ggz-trajecten").better);

  WithLights zero("on-track", "on-track");
  zero.change("data/periods/2020-07.json", R"("actual": null)", R"("actual": 0)");
  CHECK(Compared(zero, "2020-07", zero, "2021-05").figure("placements").difference == 430.0);
}

TEST_CASE("changes: a bound has no difference, an approximate value has") {
  WithLights bound("on-track", "on-track");
  bound.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": { "value": 9, "qualifier": "at-least" })");
  CHECK_FALSE(Compared(bound, "2020-07", bound, "2021-05").figure("ggz-trajecten").difference);

  WithLights about("on-track", "on-track");
  about.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": { "value": 9, "qualifier": "about" })");
  CHECK(Compared(about, "2020-07", about, "2021-05").figure("ggz-trajecten").difference == 3.0);
}

TEST_CASE("changes: a lower value is better where the indicator says so") {
  WithLights minimal("on-track", "on-track");
  minimal.change("data/programmes.json", R"("project": "ggz",
      "targets")",
                 R"("project": "ggz", "direction": "down",
      "targets")");
  minimal.change("data/programmes.json", R"(,
          "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 })",
                 "");
  CHECK(Compared(minimal, "2020-07", minimal, "2021-05").figure("ggz-trajecten").worse);
}

TEST_CASE("changes: targets are those of each side's own world") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/programmes.json", R"("value": 500, "qualifier": "about")", R"("value": 500)");
  const Compared compared(before, "2020-07", after, "2020-07");

  CHECK(compared.figure("placements").target_moved);
  CHECK_FALSE(compared.changes.empty());
}

TEST_CASE("changes: budgets are compared by programme and measure") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/programmes.json", R"("years": { "2020": 1000 }, "total": 1000)",
               R"("years": { "2020": 3000 }, "total": 3000)");
  after.change("data/programmes.json", R"("2020": 65000)", R"("2020": 67000)");
  after.change("data/programmes.json", R"("total": 97000)", R"("total": 99000)");
  const Compared compared(before, "2020-07", after, "2021-05");

  REQUIRE(compared.changes.budgets.size() == 3);
  CHECK(compared.changes.budgets[0].measure_id == "");
  CHECK(compared.changes.budgets[0].before == 97000);
  CHECK(compared.changes.budgets[0].after == 99000);
  CHECK(compared.changes.budgets[1].measure == "Taal");
  CHECK(compared.changes.budgets[1].year == 0);
  CHECK(compared.changes.budgets[2].year == 2020);
  CHECK(compared.changes.budgets[2].after == 3000);
}

TEST_CASE("changes: money that moved to another year or to another financer is told, though the total is the same") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/programmes.json", R"("years": { "2019": 32000, "2020": 64000 })", R"("years": { "2020": 96000 })");
  after.change("data/programmes.json", R"("years": { "2019": 32000, "2020": 65000 })", R"("years": { "2020": 97000 })");
  after.change("data/programmes.json", R"("project": "ggz", "financer": "regio",)",
               R"("project": "ggz", "financer": "hilversum",)");
  const Compared compared(before, "2020-07", after, "2021-05");

  const auto& budgets = compared.changes.budgets;
  REQUIRE(budgets.size() == 3);
  CHECK(budgets[0].before == budgets[0].after);
  CHECK(budgets[0].financer_before + " " + budgets[0].financer_after == "Regio Gooi Hilversum");
  CHECK(budgets[1].year == 2019);
  CHECK(budgets[1].before == 32000);
  CHECK_FALSE(budgets[1].after);
  CHECK(budgets[2].year == 2020);
  CHECK_FALSE(compared.changes.empty());
}

TEST_CASE("changes: a figure that is counted otherwise has no difference") {
  MinimalSite before;
  before.change("data/periods/2020-07.json", R"("actual": null, "note": "Meten kan nog niet.")", R"("actual": 230)");
  MinimalSite after;
  after.change("data/programmes.json", R"("unit_label": "inwoners")", R"("unit_label": "huishoudens")");
  after.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", "430");
  const Compared compared(before, "2020-07", after, "2021-05");

  CHECK(compared.figure("placements").counts_otherwise);
  CHECK_FALSE(compared.figure("placements").difference);
  CHECK_FALSE(compared.figure("placements").better);
}

TEST_CASE("changes: commitments made, closed and overdue between two periods") {
  MinimalSite minimal;
  CHECK(Compared(minimal, "2020-07", minimal, "2021-05").commitments() == "T21-03 made, T21-03 overdue");

  MinimalSite later;
  later.change("content/periods/2020-07/letters/hilversum.md", "closes: [T20-27]\n", "");
  later.write("content/periods/2021-05/letters/raad.md",
              "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-05\ncloses: "
              "[T20-27]\n---\nGeachte raad,\n");
  CHECK(Compared(later, "2020-07", later, "2021-05").commitments() == "T21-03 made, T20-27 closed, T21-03 overdue");
}

TEST_CASE("changes: a term that had passed before is told as such, and is no change") {
  MinimalSite minimal;
  minimal.write("data/periods/2021-11.json", R"({ "id": "2021-11", "name": "November 2021", "kind": "half-year",
    "reported_on": "2021-11", "depth": "known" })");
  minimal.write("content/periods/2021-11/summary.md", "---\nheadline: Kop\n---\n");
  const Compared compared(minimal, "2021-05", minimal, "2021-11");

  CHECK(compared.commitments() == "T21-03 still overdue");
}

TEST_CASE("changes: how a commitment stood on the day of a report, whatever came of it later") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const auto stood = [&](const char* commitment, const char* period) {
    return state_on(*site.find_commitment(commitment), *site.find_period(period));
  };

  CHECK(stood("T20-27", "2020-07") == CommitmentState::closed);
  CHECK(stood("T21-03", "2020-07") == CommitmentState::waiting);
  CHECK(stood("T21-03", "2021-05") == CommitmentState::overdue);

  MinimalSite lapsed;
  lapsed.change("data/commitments.json", R"("status": "open")",
                R"("status": "lapsed", "lapsed_reason": "Niet meer nodig.")");
  const Site later = lapsed.build();
  CHECK(state_on(*later.find_commitment("T21-03"), *later.find_period("2021-05")) == CommitmentState::lapsed);
}

TEST_CASE("changes: nothing differs between an edition and itself") {
  MinimalSite minimal;
  MinimalSite again;
  for (const char* period : {"2020-07", "2021-05"}) {
    const Compared compared(minimal, period, again, period);
    CHECK(compared.changes.empty());
    CHECK(compared.changes.same_scale);
    CHECK(compared.changes.commitments.empty());
  }
}

}  // namespace
}  // namespace stoplicht::test

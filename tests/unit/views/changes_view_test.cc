#include "two_periods.h"
#include "views/changes_readable.h"

namespace stoplicht::test {
namespace {

std::string sentence_of(MinimalSite&& minimal) {
  const TwoPeriods two(minimal);
  return lights_sentence(two.small.scene, two.changes);
}

TEST_CASE("changes: the sentence counts what got better and what got worse") {
  MinimalSite one, two, three, four;

  CHECK(sentence_of(std::move(with_lights_in_may(one, "on-track", "at-risk"))) ==
        "Geen stoplicht werd beter of slechter");
  CHECK(sentence_of(std::move(with_lights_in_may(two, "on-track", "on-track"))) ==
        "Eén stoplicht werd beter, geen slechter");
  CHECK(sentence_of(std::move(with_lights_in_may(three, "off-track", "off-track"))) ==
        "2 stoplichten werden slechter, geen beter");
  CHECK(sentence_of(std::move(with_lights_in_may(four, "off-track", "on-track"))) ==
        "Eén stoplicht werd beter, één slechter");
}

TEST_CASE("changes: what got worse comes first, with its cause, its earlier name and both reports") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "on-track"));

  const Json groups = move_groups(two.small.scene, two.comparison, two.changes);

  REQUIRE(groups.size() == 2);
  CHECK(groups[0]["title"] == "Slechter (1)");
  CHECK(groups[0]["folded"] == false);
  CHECK(groups[0]["moves"][0] ==
        Json::parse(R"({ "number": "WaW 7", "name": "Aanpak GGZ", "href": "../periodes/2021-05/ggz.html",
    "before": { "label": "Op koers", "shape": "check", "light": "green", "basis": false },
    "after": { "label": "Niet op koers", "shape": "cross", "light": "red", "basis": false },
    "no_before": "Nieuw", "no_after": "staat niet meer in het verslag", "notes": [ "Te weinig." ],
    "why": { "items": [ { "label": "Oorzaak", "text": "Corona", "unknown": false },
                        { "label": "Maatregel", "text": "Bellen", "unknown": false } ] },
    "has_more": true,
    "earlier": { "label": "Verslag juli 2020", "href": "../periodes/2020-07/ggz.html" } })"));
  CHECK(groups[1]["title"] == "Beter (1)");
  CHECK(groups[1]["moves"][0]["why"] == false);
  CHECK(groups[1]["moves"][0]["notes"] == Json::parse(R"([ "Heette eerst: WaW 8 Taal als opstap." ])"));
  // One of the two was derived from the text: then both say what they rest on.
  CHECK(groups[1]["moves"][0]["before"]["basis"] == "afgeleid");
  CHECK(groups[1]["moves"][0]["after"]["basis"] == "gemeld");
  CHECK(two.small.diagnostics.to_text() == "");
}

TEST_CASE("changes: what stayed the same is folded, and another number is told by itself") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "on-track", "at-risk"));

  const Json groups = move_groups(two.small.scene, two.comparison, two.changes);

  REQUIRE(groups.size() == 2);
  CHECK(groups[0]["title"] == "Andere naam of ander nummer (1)");
  CHECK(groups[1]["title"] == "Gelijk gebleven (1)");
  CHECK(groups[1]["folded"] == true);
}

TEST_CASE("changes: a period that tells of no project by itself made none disappear") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);

  CHECK(move_groups(two.small.scene, two.comparison, two.changes) == Json::array());
  CHECK(to_csv(changes_table(two.small.scene, two.comparison, two.changes)).find("GGZ") != std::string::npos);
  CHECK(to_csv(changes_table(two.small.scene, two.comparison, two.changes)).find("meer gemeld") == std::string::npos);
}

TEST_CASE("changes: a figure tells its difference, whether that is better, and the decision that moved its target") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/periods/2020-07.json", R"("actual": null, "note": "Meten kan nog niet.")", R"("actual": 230)");
  const TwoPeriods two(minimal);

  const Json part = figures_part(two.small.scene, two.changes);

  REQUIRE(part["values"].size() == 2);
  CHECK(part["values"][0] == Json::parse(R"({ "label": "Mensen aan het werk", "about": "",
    "before": "230 inwoners", "before_unknown": false, "after": "430 inwoners", "after_unknown": false,
    "notes": [ "Dat is beter: 200 meer.", "Doel verplaatst: ongeveer 500 wordt 520.", "Bijgesteld door de Werkkamer" ] })"));
  CHECK(part["values"][1]["about"] == "Aanpak GGZ");
  CHECK(part["values"][1]["notes"] == Json::parse(R"([ "Dat is beter: 3 meer." ])"));
  CHECK(part["same"] == false);
  CHECK(part["apart"] == false);
}

TEST_CASE("changes: a figure that only one side knows is not compared") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);

  const Json part = figures_part(two.small.scene, two.changes);

  // Its target moved, which is told all the same.
  CHECK(part["values"][0]["before"] == "niet bekend");
  CHECK(part["values"][0]["before_unknown"] == true);
  CHECK(part["values"][0]["notes"].size() == 2);
  CHECK(part["apart"]["title"] == "Niet te vergelijken (1)");
  CHECK(part["apart"]["values"][0]["after"] == "niet gemeld");
  CHECK(comparable_figures(two.changes) == 0);
}

TEST_CASE("changes: commitments, the overdue first") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "on-track", "at-risk"));

  const Json groups = commitment_groups(two.small.scene, two.changes, two.comparison.address);

  REQUIRE(groups.size() == 2);
  CHECK(groups[0]["title"] == "Termijn verstreken tussen beide verslagen (1)");
  CHECK(groups[0]["commitments"][0]["id"] == "T21-03");
  CHECK(groups[0]["commitments"][0]["status"] ==
        Json{{"label", "Nog niet afgedaan, termijn voorbij"}, {"kind", "overdue"}});
  CHECK(groups[1]["title"] == "Nieuw (1)");
}

TEST_CASE("changes: the table has a row for everything, with plain numbers in the CSV") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "at-risk"));

  CHECK(to_csv(changes_table(two.small.scene, two.comparison, two.changes)) ==
        "Verandering,Onderwerp,Eerst,Daarna,Verschil,Toelichting\r\n"
        "stoplicht slechter,WaW 7 Aanpak GGZ,Op koers,Niet op koers,–,–\r\n"
        "andere naam of ander nummer,WaW 9 Taal op het werk,Risico,Risico,–,Heette eerst: WaW 8 Taal als opstap.\r\n"
        "cijfer,Mensen aan het werk,niet bekend,430,–,–\r\n"
        "streefwaarde,Mensen aan het werk,ongeveer 500,520,–,Bijgesteld door de Werkkamer\r\n"
        "cijfer,Trajecten · Aanpak GGZ,9,12,3,–\r\n"
        "toezegging gedaan,T21-03 Cijfers leveren,–,–,–,–\r\n"
        "termijn van toezegging voorbij,T21-03 Cijfers leveren,–,–,–,–\r\n");
}

TEST_CASE("changes: a period is held against the nearest before it that tells lights, or else the one before it") {
  MinimalSite minimal;
  minimal.write("data/periods/2021-11.json", R"({ "id": "2021-11", "name": "November 2021", "kind": "half-year",
    "reported_on": "2021-11", "depth": "projects", "scale": "stoplicht",
    "projects": [ { "project": "ggz", "number": "1", "status": "on-track" } ] })");
  minimal.write("content/periods/2021-11/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal, theme_strings().c_str());

  CHECK(compared_with(small.period("2021-11")) == &small.period("2020-07"));
  CHECK(compared_with(small.period("2021-05")) == &small.period("2020-07"));
  CHECK(compared_with(small.period("2020-07")) == nullptr);
  std::vector<std::string> addresses;
  for (const Comparison& each : period_comparisons(small.scene)) addresses.push_back(each.address);
  CHECK(addresses == std::vector<std::string>{"vergelijk/2021-05--2021-11.html", "vergelijk/2020-07--2021-11.html",
                                              "vergelijk/2020-07--2021-05.html"});
  const Json section = changes_section(small.scene, small.period("2021-11"), "index.html");
  CHECK(section["intro"] == "Vergeleken met juli 2020. Mei 2021 heeft geen stoplichten per deelproject.");
  CHECK(section["links"] ==
        Json::parse(
            R"([ { "label": "Alles wat veranderde sinds juli 2020", "href": "vergelijk/2020-07--2021-11.html" } ])"));
}

TEST_CASE("changes in short: names with their new light, targets, what is overdue") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "on-track"));

  const Json section = changes_section(two.small.scene, *two.comparison.after.period, "index.html");

  CHECK(section["intro"] == "Vergeleken met juli 2020.");
  REQUIRE(section["lines"].size() == 5);
  CHECK(section["lines"][0] == Json::parse(R"({ "label": "Slechter", "text": false, "rest": false, "items": [
    { "name": "Aanpak GGZ", "href": "periodes/2021-05/ggz.html", "light": { "label": "Niet op koers", "shape": "cross", "light": "red", "basis": false } } ] })"));
  CHECK(section["lines"][1]["label"] == "Beter");
  CHECK(section["lines"][2]["items"][0]["name"] == "Mensen aan het werk: ongeveer 500 wordt 520");
  CHECK(section["lines"][3]["label"] == "Toegezegd");
  CHECK(section["lines"][4]["label"] == "Termijn voorbij");
  CHECK(section["links"][0]["href"] == "vergelijk/2020-07--2021-05.html");
  // A period's own page tells nothing that its edition would not know.
  CHECK(changes_section(two.small.scene, *two.comparison.after.period, "periodes/2021-05/index.html")["lines"].size() ==
        3);
}

TEST_CASE(
    "changes: a commitment that was closed later stood open on the day of the report, and what came of it is told as "
    "of now") {
  MinimalSite minimal;
  minimal.write("data/periods/2021-11.json", R"({ "id": "2021-11", "name": "November 2021", "kind": "half-year",
    "reported_on": "2021-11", "depth": "letter" })");
  minimal.write("content/periods/2021-11/summary.md", "---\nheadline: Kop\n---\n");
  minimal.write("content/periods/2021-11/letters/raad.md",
                "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-11\ncloses: "
                "[T21-03]\n---\nGeachte raad,\n");
  minimal.write("content/commitments/T21-03.md", "Geleverd.\n");
  minimal.change("data/commitments.json", R"("status": "open")", R"("status": "closed")");
  const TwoPeriods two(minimal);

  const Json commitment = commitment_groups(two.small.scene, two.changes, two.comparison.address)[0]["commitments"][0];

  CHECK(commitment["id"] == "T21-03");
  CHECK(commitment["status"]["label"] == "Nog niet afgedaan, termijn voorbij");
  CHECK(commitment["meta"].back() == Json{{"label", "Nu"}, {"value", "Afgedaan"}});
}

TEST_CASE("changes: what was split, merged or continued is no new project, and the table says from what") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid" },
                    { "id": "lezen", "name": "Lezen", "lineage": [ { "kind": "split-from", "project": "taal", "period": "2021-05" } ] },
                    { "id": "praten", "name": "Praten" })");
  minimal.change("data/periods/2021-05.json", R"("action": "Bellen" }
  ] })",
                 R"("action": "Bellen" },
    { "project": "lezen", "number": "WaW 10", "status": "on-track" }, { "project": "praten", "number": "WaW 11", "status": "on-track" }
  ] })");
  const TwoPeriods two(minimal);

  std::string titles;
  for (const Json& group : move_groups(two.small.scene, two.comparison, two.changes))
    titles += group["title"].get<std::string>() + "; ";
  CHECK(titles == "Nieuw (1); Gesplitst (1); Andere naam of ander nummer (1); Gelijk gebleven (1); ");
  const std::string csv = to_csv(changes_table(two.small.scene, two.comparison, two.changes));
  CHECK(csv.find("gesplitst,WaW 10 Lezen,Nieuw,Op koers,–,Afgesplitst van Taalvaardigheid.\r\n") != std::string::npos);
  CHECK(csv.find("nieuw deelproject,WaW 11 Praten,Nieuw,Op koers,–,–\r\n") != std::string::npos);
}

TEST_CASE("changes: a difference is no more exact than its sides, and has its unit") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/periods/2020-07.json", R"("actual": null, "note": "Meten kan nog niet.")",
                 R"("actual": { "value": 230, "qualifier": "about" })");
  const TwoPeriods about(minimal);
  CHECK(to_csv(changes_table(about.small.scene, about.comparison, about.changes))
            .find(",ongeveer 230,430,ongeveer 200 meer,–") != std::string::npos);

  minimal.change("data/periods/2020-07.json", R"({ "value": 230, "qualifier": "about" })",
                 R"({ "value": 230, "qualifier": "at-least" })");
  const TwoPeriods least(minimal);
  CHECK(figures_part(least.small.scene, least.changes)["values"][0]["notes"][0] ==
        "Hoe groot het verschil is, is niet precies bekend.");
}

TEST_CASE("changes: a value stands as its own period counted it") {
  MinimalSite minimal;
  const MinimalSite before = with_lights_in_may(minimal, "on-track", "at-risk");
  MinimalSite then(before);
  then.change("data/periods/2020-07.json", R"("actual": null, "note": "Meten kan nog niet.")", R"("actual": 230)");
  MinimalSite now(before);
  now.change("data/programmes.json", R"("unit_label": "inwoners")", R"("unit_label": "huishoudens")");
  const SmallScene old_side(then, theme_strings().c_str());
  const SmallScene new_side(now, theme_strings().c_str());
  const Changes changes = compare({&old_side.site, &old_side.period("2020-07")},
                                  {&new_side.site, &new_side.period("2021-05")}, new_side.site);

  const Json value = figures_part(new_side.scene, changes)["values"][0];

  CHECK(value["before"] == "230 inwoners");
  CHECK(value["after"] == "430 huishoudens");
  CHECK(value["notes"][0] == "Het wordt anders geteld; wij berekenen geen verschil.");
}

TEST_CASE("changes: money that moved to another year or financer is a line of its own") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/programmes.json", R"("years": { "2019": 32000, "2020": 64000 })", R"("years": { "2020": 96000 })");
  after.change("data/programmes.json", R"("years": { "2019": 32000, "2020": 65000 })", R"("years": { "2020": 97000 })");
  after.change("data/programmes.json", R"("project": "ggz", "financer": "regio",)",
               R"("project": "ggz", "financer": "hilversum",)");
  const SmallScene old_side(before, theme_strings().c_str());
  const SmallScene new_side(after, theme_strings().c_str());
  const Changes changes = compare({&old_side.site, &old_side.period("2020-07")},
                                  {&new_side.site, &new_side.period("2021-05")}, new_side.site);

  const Json values = budgets_part(new_side.scene, changes)["values"];

  REQUIRE(values.size() == 3);
  CHECK(values[0]["label"] == "GGZ");
  CHECK(values[0]["notes"] == Json::parse(R"([ "Financier: Regio Gooi wordt Hilversum." ])"));
  CHECK(values[1]["label"] == "GGZ, in 2019");
  CHECK(values[1]["after"] == "niets");
  CHECK(values[2]["label"] == "GGZ, in 2020");
}

TEST_CASE("changes in short: three are named, the rest is counted") {
  MinimalSite minimal;
  std::string projects, before, after;
  for (const char* id : {"a1", "a2", "a3", "a4", "a5"}) {
    projects += std::string(R"(, { "id": ")") + id + R"(", "name": "Project )" + id + R"(" })";
    before += std::string(R"(, { "project": ")") + id + R"(", "number": ")" + id +
              R"(", "status": "at-risk", "cause": "a", "action": "b" })";
    after += std::string(R"(, { "project": ")") + id + R"(", "number": ")" + id + R"(", "status": "on-track" })";
  }
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/programmes.json", R"("followed_by": "words" })", R"("followed_by": "words" })" + projects);
  minimal.change("data/periods/2020-07.json", "\"action\": null }", "\"action\": null }" + before);
  minimal.change("data/periods/2021-05.json", R"("action": "Bellen" })", R"("action": "Bellen" })" + after);
  const TwoPeriods two(minimal);

  const Json line = changes_section(two.small.scene, *two.comparison.after.period, "index.html")["lines"][0];

  CHECK(line["label"] == "Beter");
  CHECK(line["items"].size() == 3);
  CHECK(line["rest"] == "en nog 2");
}

TEST_CASE("changes in short: honest where lights cannot be compared, and nothing for the oldest period") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);

  const Json section = changes_section(two.small.scene, *two.comparison.after.period, "index.html");

  CHECK(section["lines"][0] ==
        Json::parse(R"({ "label": "Stoplichten", "text": "De stoplichten zijn niet te vergelijken.",
    "items": [], "rest": false })"));
  CHECK(changes_section(two.small.scene, *two.comparison.before.period, "index.html") == false);
}

TEST_CASE("changes: what was completed has a group of its own, and is not better") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "off-track", "at-risk");
  minimal.change("data/site.json", R"("light": "red")", R"("light": "blue")");
  minimal.change("data/periods/2021-05.json", R"("override_reason": "Zo zien wij het.",)", "");
  const TwoPeriods two(minimal);

  const Json groups = move_groups(two.small.scene, two.comparison, two.changes);

  REQUIRE(!groups.empty());
  CHECK(groups[0]["title"] == "Afgerond (1)");
  CHECK(two.changes.count(LightMove::better) == 0);
}

TEST_CASE("changes: a text is compared as its readers saw it") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);
  const auto read = [&](std::string_view text) { return as_read(two.small.scene, two.changes.after, text); };

  CHECK(read("## Kop\n\nEr zijn {{ total.placements.actual }} **plekken**, zie [hier](brief.md).") ==
        "Kop\n\nEr zijn 430 plekken, zie hier.");
  CHECK(read("Voor.\n```chart\ntarget placements\nconclusion: Het ging goed.\n```\nNa.") ==
        "Voor.\n[grafiek: Het ging goed.]\nNa.");
  CHECK(read("```chart\ntarget placements\n```") == "[grafiek: target placements]");
  CHECK(read("Dit {{ is niet af") == "Dit {{ is niet af");
  CHECK(with_figures(two.small.scene, two.changes.after, "**{{ total.placements.actual }}** plekken") ==
        "**430** plekken");
}

TEST_CASE("changes: around a change stands one sentence, and for the rest an ellipsis") {
  const auto shown = [](const char* before, const char* after) {
    std::string out;
    for (const TextPiece& piece : around_changes(text_difference(before, after)))
      if (piece.kind != TextPiece::Kind::removed) out += piece.text;
    return out;
  };

  CHECK(shown("Een is er. Twee is er. Drie was er. Vier is er. Vijf is er.",
              "Een is er. Twee is er. Drie komt er. Vier is er. Vijf is er.") ==
        "… Twee is er. Drie komt er. Vier is er. …");
  CHECK(shown("Drie was er.", "Drie komt er.") == "Drie komt er.");
}

}  // namespace
}  // namespace stoplicht::test

#include "model/figure_mentions.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

FigureMentions mentions_in(std::string_view text, std::string_view period, MinimalSite minimal = {}) {
  const Site site = minimal.build();
  const Locale locale("nl");
  const Period& here = *site.find_period(period);
  const std::vector<KnownFigure> before =
      here.previous != nullptr ? known_figures(site, *here.previous, locale) : std::vector<KnownFigure>{};
  return find_figure_mentions(text, known_figures(site, here, locale), before, "nl");
}

// "430 = total.placements.actual; 12 ? a or b"
std::string equal(std::string_view text, std::string_view period = "2021-05", const MinimalSite& minimal = {}) {
  std::string out;
  for (const FigureMention& each : mentions_in(text, period, minimal).equal) {
    out += (out.empty() ? "" : "; ") + std::string(text.substr(each.where.offset, each.where.length)) +
           (each.is_sure ? " =" : " ?");
    for (const std::string& path : each.paths) out += (path == each.paths.front() ? " " : " or ") + path;
  }
  return out;
}

std::string near(std::string_view text, std::string_view period = "2021-05") {
  std::string out;
  for (const NearFigure& each : mentions_in(text, period).near) {
    const char* const why = each.why == NearFigure::Why::swapped  ? "swapped"
                            : each.why == NearFigure::Why::before ? "before"
                                                                  : "close";
    out += (out.empty() ? "" : "; ") + std::string(text.substr(each.where.offset, each.where.length)) + " " + why +
           " " + each.path + " " + each.value;
  }
  return out;
}

}  // namespace

TEST_CASE("known figures: those of a period, amounts in millions also rounded") {
  MinimalSite minimal;
  const Site site = minimal.build();
  std::string paths;
  for (const KnownFigure& each : known_figures(site, *site.find_period("2021-05"), Locale("nl")))
    paths += each.path + " " + each.text + "\n";
  CHECK(paths ==
        "total.placements.actual 430\ntotal.placements.target 520\ntotal.placements.old_target 500\n"
        "total.placements.forecast 600\ntotal.placements.share 83\u00a0%\nproject.ggz.ggz-trajecten.target 12\n"
        "budget.waw.total €\u00a097.000\nbudget.waw.2019 €\u00a032.000\nbudget.waw.2020 €\u00a065.000\n"
        "budget.waw.ggz.total €\u00a096.000\nbudget.waw.ggz.2019 €\u00a032.000\nbudget.waw.ggz.2020 €\u00a064.000\n"
        "budget.waw.taal.total €\u00a01.000\nbudget.waw.taal.2020 €\u00a01.000\nfunding.waw.1 €\u00a05.600.000\n"
        "funding.waw.1|rounded €\u00a05,6 miljoen\n");
}

TEST_CASE("figure mentions: a number that is one figure") {
  CHECK(equal("Er zijn 430 inwoners aan het werk.") == "430 = total.placements.actual");
  CHECK(equal("Werken aan Werk kost € 5,6 miljoen, dus € 5.600.000.") ==
        "€ 5,6 miljoen = funding.waw.1|rounded; € 5.600.000 = funding.waw.1");
  CHECK(equal("De krimp is 6,5%.", "2020-07") == "6,5% = figure.krimp");
  CHECK(equal("€ 430 is iets anders dan 430%") == "");
}

TEST_CASE("figure mentions: a number is one for sure when its sentence names what it counts") {
  CHECK(equal("Er zijn 430 stoelen.") == "430 ? total.placements.actual");
  CHECK(equal("Dat kost € 96.000.") == "€ 96.000 ? budget.waw.ggz.total");
  CHECK(equal("Voor de GGZ is dat € 96.000.") == "€ 96.000 = budget.waw.ggz.total");
  CHECK(equal("Ons doel is 12 vergaderingen. Over trajecten later.") == "");
  CHECK(equal("Van 9 tot 12 uur", "2020-07") == "");
}

TEST_CASE(
    "figure mentions: one is a target when the sentence speaks of targets, and an actual value when it does not") {
  CHECK(equal("Ons doel is 12 trajecten.") == "12 = project.ggz.ggz-trajecten.target");
  CHECK(equal("Wij verwachten 600 inwoners.") == "600 = total.placements.forecast");
  CHECK(equal("Op 30 juni liepen er 12 trajecten.") == "12 ? project.ggz.ggz-trajecten.target");
  CHECK(equal("Dat zijn er 12 in onze trajecten voor de doelgroep.") == "12 ? project.ggz.ggz-trajecten.target");
  CHECK(equal("Ons doel is 430 inwoners.") == "430 ? total.placements.actual");
}

TEST_CASE("figure mentions: words of targets in a name do not say what a sentence is about") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("name": "Mensen aan het werk", "unit": "count", "unit_label": "inwoners")",
                 R"("name": "Verwachte plaatsingen", "unit": "count", "unit_label": "plaatsingen")");
  CHECK(equal("Zoals verwacht waren er 520 gasten.", "2021-05", minimal) == "520 ? total.placements.target");
}

TEST_CASE("figure mentions: the values by council are figures, which nothing in a text shows") {
  const auto with_council = [](std::string_view value) {
    MinimalSite minimal;
    minimal.change("data/periods/2021-05.json", R"("actual": { "value": 430, "qualifier": "at-least" })",
                   R"("actual": 600, "by_council": { "hilversum": { "value": )" + std::string(value) +
                       R"(, "qualifier": "about" } })");
    return minimal;
  };
  CHECK(equal("In onze gemeente is het doel 520 inwoners.", "2021-05", with_council("200")) ==
        "520 = total.placements.target");
  CHECK(equal("In onze gemeente is het doel 520 inwoners.", "2021-05", with_council("520")) ==
        "520 ? total.placements.target or total.placements.actual (Hilversum)");
  CHECK(equal("In Hilversum gaat het om 200 inwoners.", "2021-05", with_council("200")) == "");
  CHECK(mentions_in("In Hilversum gaat het om 200 inwoners.", "2021-05", with_council("201")).near.empty());
}

TEST_CASE("figure mentions: one of several is told as such, first the one that the sentence tells the most of") {
  CHECK(equal("Het kost € 32.000.") == "€ 32.000 ? budget.waw.2019 or budget.waw.ggz.2019");
  CHECK(equal("GGZ kost € 1.000 voor taal") == "€ 1.000 ? budget.waw.taal.total or budget.waw.taal.2020");
  CHECK(equal("Taal kost in 2020 € 1.000") == "€ 1.000 ? budget.waw.taal.2020 or budget.waw.taal.total");
}

TEST_CASE("figure mentions: a number in a table is named by its row and the top of its column") {
  const std::string text = "| Maatregel | 2020 | Totaal |\n| --- | --- | --- |\n| Taal | € 1.000 | € 1.000 |\n";
  CHECK(equal(text) ==
        "€ 1.000 ? budget.waw.taal.2020 or budget.waw.taal.total; "
        "€ 1.000 ? budget.waw.taal.total or budget.waw.taal.2020");
  CHECK(equal("| Wat | Doel | Nu |\n| --- | --- | --- |\n| Inwoners | 520 | 430 |\n") ==
        "520 = total.placements.target; 430 = total.placements.actual");
}

TEST_CASE("figure mentions: a bar in a table is escaped, and one of several is left") {
  const std::string text =
      "| Werken aan Werk |\n| --- |\n| € 5,6 miljoen |\n\nWerken kost € 1.000, of € 5,6 miljoen.\n";
  CHECK(with_figures(text, mentions_in(text, "2021-05").equal) ==
        "| Werken aan Werk |\n| --- |\n| {{ funding.waw.1\\|rounded }} |\n\n"
        "Werken kost € 1.000, of {{ funding.waw.1|rounded }}.\n");
}

TEST_CASE("figure mentions: nearly a figure") {
  CHECK(near("Er zijn 403 mensen.") == "403 swapped total.placements.actual 430");
  CHECK(near("Er zijn 428 inwoners aan het werk.") == "428 close total.placements.actual 430");
  CHECK(near("Er zijn ongeveer 428 inwoners aan het werk.") == "");
  CHECK(near("Er zijn 428 stoelen.") == "");
  CHECK(near("Er zijn 9 trajecten begonnen.") == "9 before project.ggz.ggz-trajecten.actual ");
  CHECK(near("€ 69.000 voor de GGZ") == "€ 69.000 swapped budget.waw.ggz.total €\u00a096.000");
}

TEST_CASE("figure mentions: what is a figure is not also nearly another") {
  CHECK(near("Er zijn 430 inwoners en 520 inwoners, op 12-12-2020 in 2021.") == "");
}

}  // namespace stoplicht::test

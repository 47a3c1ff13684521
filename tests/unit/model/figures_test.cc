#include "model/figures.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// The figure in a period, or "! " and why there is none.
std::string shown(const Site& site, std::string_view period, std::string_view path) {
  const Locale locale("nl");
  FigureFault fault;
  const auto text = figure(site, *site.find_period(period), path, locale, fault);
  if (text) return *text;
  return "! " + (fault.unknown_in.empty() ? fault.hint : "not known in " + fault.unknown_in);
}

}  // namespace

TEST_CASE("figures: a total and what belongs to it") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2021-05", "total.placements.actual") == "430");
  CHECK(shown(site, "2021-05", "total.placements.target") == "520");
  CHECK(shown(site, "2021-05", "total.placements.old_target") == "500");
  CHECK(shown(site, "2021-05", "total.placements.forecast") == "600");
  CHECK(shown(site, "2021-05", "total.placements.baseline") == "0");
  CHECK(shown(site, "2021-05", "total.placements.share") == "83\u00a0%");
}

TEST_CASE("figures: a period that the path names") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2021-05", "2020-07: total.placements.target") == "500");
  CHECK(shown(site, "2021-05", " 2020-07:total.placements.target ") == "500");
  CHECK(shown(site, "2021-05", "2020-7: total.placements.target") ==
        "! there is no period '2020-7'; use one of: 2021-05, 2020-07 (did you mean '2020-07'?)");
}

TEST_CASE("figures: a project's number, name, status and figures") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "project.taal.number") == "WaW 8");
  CHECK(shown(site, "2020-07", "project.taal.name") == "Taal als opstap");
  CHECK(shown(site, "2020-07", "project.taal.status") == "Risico");
  CHECK(shown(site, "2020-07", "project.ggz.ggz-trajecten.actual") == "9");
  CHECK(shown(site, "2020-07", "project.ggz.ggz-trajecten.share") == "75\u00a0%");
}

TEST_CASE("figures: counts of a period and of one programme in it") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "count.projects") == "2");
  CHECK(shown(site, "2020-07", "count.on-track") == "1");
  CHECK(shown(site, "2020-07", "count.off-track") == "0");
  CHECK(shown(site, "2020-07", "count.attention") == "1");
  CHECK(shown(site, "2020-07", "count.waw.projects") == "2");
  CHECK(shown(site, "2020-07", "count.waw.at-risk") == "1");
  CHECK(shown(site, "2020-07", "stated.projects") == "22");
}

TEST_CASE("figures: numbers of the texts, budget and funding") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "figure.krimp") == "6,5\u00a0%");
  CHECK(shown(site, "2020-07", "budget.waw.total") == "€\u00a097.000");
  CHECK(shown(site, "2020-07", "budget.waw.2020") == "€\u00a065.000");
  CHECK(shown(site, "2020-07", "budget.waw.ggz.total") == "€\u00a096.000");
  CHECK(shown(site, "2020-07", "budget.waw.ggz.2019") == "€\u00a032.000");
  CHECK(shown(site, "2020-07", "funding.waw.1") == "€\u00a05.600.000");
  CHECK(shown(site, "2020-07", "funding.waw.1|rounded") == "€\u00a05,6 miljoen");
}

TEST_CASE("figures: what is not known stays unknown") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "total.placements.actual") == "! not known in 2020-07");
  CHECK(shown(site, "2020-07", "total.placements.share") == "! not known in 2020-07");
  CHECK(shown(site, "2020-07", "total.placements.old_target") == "! not known in 2020-07");
  CHECK(shown(site, "2021-05", "project.ggz.number") == "! not known in 2021-05");
  CHECK(shown(site, "2021-05", "count.projects") == "! not known in 2021-05");
  CHECK(shown(site, "2021-05", "stated.projects") == "! not known in 2021-05");
}

TEST_CASE("figures: the hint names what there is at the first wrong part") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "totals.placements.actual") ==
        "! there are no figures 'totals'; use one of: total, project, count, stated, figure, budget, funding "
        "(did you mean 'total'?)");
  CHECK(shown(site, "2020-07", "total.placement.actual") == "! total has no 'placement'; did you mean 'placements'?");
  CHECK(shown(site, "2020-07", "total.placements.actal") ==
        "! total.placements has no 'actal'; use one of: actual, target, forecast, baseline, old_target, share "
        "(did you mean 'actual'?)");
  CHECK(shown(site, "2020-07", "project.ggzz.number") ==
        "! project has no 'ggzz'; use one of: ggz, taal (did you mean 'ggz'?)");
  CHECK(shown(site, "2020-07", "project.ggz.nummer") ==
        "! project.ggz has no 'nummer'; use one of: number, name, status, ggz-trajecten (did you mean 'number'?)");
  CHECK(shown(site, "2020-07", "count.ontrack") ==
        "! count has no 'ontrack'; use one of: projects, attention, on-track, at-risk, off-track, not-reported, waw "
        "(did you mean 'on-track'?)");
  CHECK(shown(site, "2020-07", "figure.crimp") == "! figure has no 'crimp'; did you mean 'krimp'?");
  CHECK(shown(site, "2021-05", "figure.krimp") == "! period 2021-05 has no 'figures'");
  CHECK(shown(site, "2020-07", "budget.pow.total") == "! budget has no 'pow'; use 'waw'");
  CHECK(shown(site, "2020-07", "budget.waw.2021") ==
        "! budget.waw has no '2021'; use one of: total, 2019, 2020, ggz, taal (did you mean '2020'?)");
  CHECK(shown(site, "2020-07", "funding.waw.2") == "! funding.waw has no '2'; there is one amount: write 1");
}

TEST_CASE("figures: a path that stops too early or goes on too long") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "total") == "! 'total' goes on: use 'placements'");
  CHECK(shown(site, "2020-07", "count.waw") ==
        "! 'count.waw' goes on: use one of: projects, attention, on-track, at-risk, off-track, not-reported");
  CHECK(shown(site, "2020-07", "funding.waw") == "! 'funding.waw' goes on: there is one amount: write 1");
  CHECK(shown(site, "2020-07", "figure.krimp.value") == "! figure.krimp is a value: leave out '.value'");
  CHECK(shown(site, "2020-07", "") ==
        "! there are no figures ''; use one of: total, project, count, stated, figure, budget, funding");
}

TEST_CASE("figures: only euros can be rounded") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(shown(site, "2020-07", "figure.krimp|rounded") == "! 'rounded' is for euros, and figure.krimp is none");
  CHECK(shown(site, "2020-07", "budget.waw.total|round") == "! there is no filter 'round'; did you mean 'rounded'?");
}

TEST_CASE("figures: a quantity is written in its unit") {
  const Locale locale("nl");

  CHECK(format_quantity({2000, Qualifier::about}, Unit::count, locale) == "2.000");
  CHECK(format_quantity({6.5, Qualifier::exactly}, Unit::percent, locale) == "6,5\u00a0%");
  CHECK(format_quantity({41400, Qualifier::exactly}, Unit::euro, locale) == "€\u00a041.400");
}

}  // namespace stoplicht::test

#include <algorithm>
#include <utility>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// More would keep the summary and the letters far below; the period's own page and the archive have them all.
constexpr std::size_t most_attention = 5;
constexpr std::size_t most_periods = 4;
constexpr std::size_t most_promises = 3;

// What the newest letters announced, and whatever of older announcements is overdue.
std::vector<const Announcement*> awaited_of(const Site& site) {
  const Period* newest = nullptr;
  for (const auto& period : site.periods)
    if (newest == nullptr && !period->letters.empty()) newest = period.get();
  std::vector<const Announcement*> out;
  for (const Announcement* announcement : all_announcements(site))
    if (announcement->done.empty() && (announcement->overdue || announcement->letter->period == newest))
      out.push_back(announcement);
  return out;
}

// Cuts a list to what the page shows; the rest is told by number, with a link to the register.
template <typename Item>
Json rest_of(const Scene& scene, const char* sentence, std::vector<Item>& items) {
  if (items.size() <= most_promises) return false;
  const long rest = static_cast<long>(items.size() - most_promises);
  items.resize(most_promises);
  return Json{{"label", scene.strings.say_count(sentence, rest, count_text(scene, rest))},
              {"href", commitments_address}};
}

// What stands open, overdue first.
Json running_section(const Scene& scene) {
  std::vector<const Commitment*> open;
  for (const auto& commitment : scene.site.commitments)
    if (is_running(*commitment)) open.push_back(commitment.get());
  if (open.empty()) return false;
  std::stable_partition(open.begin(), open.end(), [](const Commitment* commitment) { return commitment->overdue; });
  Json rest = rest_of(scene, "commitments_rest", open);
  return Json{{"commitments", commitment_list(scene, open, home_address)}, {"rest", std::move(rest)}};
}

Json awaited_section(const Scene& scene) {
  std::vector<const Announcement*> awaited = awaited_of(scene.site);
  if (awaited.empty()) return false;
  std::stable_partition(awaited.begin(), awaited.end(),
                        [](const Announcement* announcement) { return announcement->overdue; });
  Json rest = rest_of(scene, "announcements_rest", awaited);
  return Json{{"announcements", announcement_list(scene, awaited, home_address)}, {"rest", std::move(rest)}};
}

// The newest of each total. Its table and its course stand on the programme's page.
Json figures_section(const Scene& scene, const std::vector<KeyFigure>& figures) {
  if (figures.empty()) return false;
  Json items = key_figures(scene, figures, home_address);
  for (Json& item : items) item["bullet"]["table"] = false;
  Json trends = Json::array();
  for (const KeyFigure& figure : figures)
    if (has_trend(scene.site, *figure.indicator))
      trends.push_back(Json{{"label", figure.indicator->name},
                            {"href", relative_link(home_address, trend_place(*figure.indicator))}});
  return Json{{"figures", std::move(items)}, {"has_trends", !trends.empty()}, {"trends", std::move(trends)}};
}

PageView home_view(const Scene& scene) {
  PageView view;
  const Site& site = scene.site;
  const Period* period = site.newest();
  Frame frame;
  frame.address = home_address;
  frame.with_crumbs = false;
  frame.short_title = site.title;
  frame.heading = headline(scene, *period);
  frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(scene, period->name)}});
  frame.kicker_sub = scene.strings.say("newest");
  // This page shows another period one day; the period's own page stays.
  frame.cite_address = address_of(*period);
  frame.cite_title = scene.strings.say("kicker_period_sub", {{"period", in_sentence(scene, period->name)}});
  frame.facts = {{scene.strings.say("fact_reported"), scene.locale.date(period->reported_on)},
                 {scene.strings.say("fact_contains"), depth_text(scene, *period)}};
  tell_edition_elsewhere(scene, *period, frame);
  for (const auto& each : site.periods)
    frame.switch_items.push_back({each->name, depth_text(scene, *each), address_of(*each), each.get() == period});
  for (const ProgrammeReport& report : period->programmes) {
    if (!report.status->told()) continue;
    frame.verdict = light(scene, *report.status, report.basis);
    frame.verdict["context"] = report.programme->name;
    break;
  }
  if (period->previous != nullptr)
    frame.previous = {scene.strings.say("previous_period"), period->previous->name, address_of(*period->previous)};
  view.context = frame_context(scene, frame);

  std::vector<const Indicator*> totals;
  for (const auto& indicator : site.indicators)
    if (indicator->project == nullptr) totals.push_back(indicator.get());
  const std::vector<KeyFigure> figures = newest_figures(scene, totals);
  const KeyFigure* main_figure = figures.empty() ? nullptr : &figures.front();
  view.context["hero"] = main_figure == nullptr ? Json(false)
                                                : target_chart(scene, *main_figure->indicator, *main_figure->period,
                                                               {home_address, "hoofdcijfer"}, true);
  view.context["key_figures"] = figures_section(scene, figures);

  const Period* lights = newest_with_lights(site);
  view.context["ribbon"] = false;
  view.context["ribbon_note"] = false;
  view.context["lights_of"] = false;
  view.context["attention"] = false;
  if (lights != nullptr) {
    Json ribbon = ribbon_chart(scene, *lights, reports_of(*lights), {home_address, "stoplichten"});
    // What a first look needs is the conclusion and the counts; the note follows where there is room.
    const Json note = std::exchange(ribbon["note"], false);
    if (lights != period) {
      ribbon["conclusion"] = attention_then(scene, *lights, count_lights(reports_of(*lights)));
      view.context["lights_of"] =
          Json{{"text", scene.strings.say("lights_older")},
               {"label", scene.strings.say("lights_of", {{"period", in_sentence(scene, lights->name)}})},
               {"href", relative_link(home_address, address_of(*lights))}};
    } else {
      view.context["attention"] = attention_section(scene, *period, home_address, most_attention);
    }
    view.context["ribbon"] = std::move(ribbon);
    view.context["ribbon_note"] = note;
  }

  view.context["changes"] = changes_section(scene, *period, home_address);
  view.texts.push_back({"summary", period->summary, 2, ""});
  view.context["period"] =
      Json{{"name", in_sentence(scene, period->name)}, {"href", relative_link(home_address, address_of(*period))}};
  view.context["has_letters"] = !period->letters.empty();
  view.context["letter_documents"] = Json{{"documents", letter_list(scene, letters_of(*period), home_address)}};
  view.context["periods"] = period_list(scene, period, home_address, most_periods);
  view.context["archive_href"] = archive_address;
  view.context["commitments_href"] = commitments_address;

  view.context["commitments_summary"] = commitments_summary(scene);
  view.context["running"] = running_section(scene);
  view.context["awaited"] = awaited_section(scene);
  // What it shows of the newest period is told on that one's own page.
  view.search = register_entry(site.title, site.tagline, home_address);
  return view;
}

}  // namespace

void add_home_page(const Scene& scene, std::vector<Page>& pages) {
  // A site without a period has a fault, and nothing to show.
  if (scene.site.newest() == nullptr) return;
  pages.push_back({home_address, "home", home_address, Location{}, [&scene] { return home_view(scene); }});
}

}  // namespace stoplicht

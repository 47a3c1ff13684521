#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

// `period` is null for a page of the whole site.
PageView text_view(const Scene& scene, const ContentPage& page, const Period* period) {
  PageView view;
  Frame frame;
  frame.address = page.address;
  frame.heading = page.title;
  frame.description = page.description;
  frame.lead = page.description;
  if (period != nullptr) {
    frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(period->name)}});
    frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period->name, address_of(*period)}};
    frame.facts = {{scene.strings.say("fact_state"), scene.locale.date(period->reported_on)}};
  }
  view.context = frame_context(scene, frame);
  view.texts.push_back({"page", page.text, 1, ""});
  return view;
}

PageView not_found_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = not_found_address;
  frame.heading = scene.strings.say("not_found_heading");
  frame.short_title = scene.strings.say("not_found_title");
  frame.with_crumbs = false;
  frame.with_tools = false;
  view.context = frame_context(scene, frame);
  view.context["links"] = Json::array({Json{{"label", scene.strings.say("menu_newest")}, {"address", home_address}},
                                       Json{{"label", scene.strings.say("menu_periods")}, {"address", archive_address}},
                                       Json{{"label", scene.strings.say("menu_programmes")}, {"address", programmes_address}},
                                       Json{{"label", scene.strings.say("menu_commitments")}, {"address", commitments_address}}});
  return view;
}

Location origin_of(const ContentPage& page) {
  return page.text.document != nullptr ? page.text.document->source().whole() : Location{};
}

}  // namespace

void add_text_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& period : scene.site.periods)
    for (const auto& page : period->pages)
      pages.push_back({page->address, "text", archive_address, origin_of(*page),
                       [&scene, page = page.get(), period = period.get()] { return text_view(scene, *page, period); }});
  for (const auto& page : scene.site.pages)
    pages.push_back({page->address, "text", page->menu == ContentPage::Menu::main ? page->address : "", origin_of(*page),
                     [&scene, page = page.get()] { return text_view(scene, *page, nullptr); }});
  pages.push_back({not_found_address, "not-found", "", Location{}, [&scene] { return not_found_view(scene); }});
}

}  // namespace stoplicht

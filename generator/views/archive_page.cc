#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

PageView archive_view(const Scene& scene) {
  PageView view;
  const long count = static_cast<long>(scene.site.periods.size());
  Frame frame;
  frame.address = archive_address;
  frame.heading = scene.strings.say_count("archive_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("menu_periods");
  frame.lead = scene.strings.say("archive_lead");
  Json distribution = distribution_chart(scene, {archive_address, "verdeling"});
  frame.parts = {{"deel_periodes", label(scene, "all_periods")}};
  if (distribution.is_object()) frame.parts.push_back({"deel_verdeling", label(scene, "distribution")});
  frame.parts.push_back({"deel_deelprojecten", label(scene, "matrix")});
  view.context = frame_context(scene, frame);
  view.context["periods"] = period_list(scene, nullptr, archive_address);
  view.context["comparisons_href"] =
      scene.site.periods.size() > 1 ? Json(relative_link(archive_address, comparisons_address)) : Json(false);
  view.context["distribution"] = std::move(distribution);
  view.context["matrix"] = matrix_chart(scene, {archive_address, "matrix"});
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

}  // namespace

void add_archive_page(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({archive_address, "archive", archive_address, Location{}, [&scene] { return archive_view(scene); }});
}

}  // namespace stoplicht

#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

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
  view.context = frame_context(scene, frame);
  view.context["periods"] = period_list(scene, nullptr, archive_address);
  view.context["matrix"] = matrix_chart(scene, {archive_address, "matrix", "stoplichten.csv", &view.files});
  return view;
}

}  // namespace

void add_archive_page(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({archive_address, "archive", archive_address, Location{}, [&scene] { return archive_view(scene); }});
}

}  // namespace stoplicht

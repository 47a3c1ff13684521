#include "base/paths.h"
#include "views/addresses.h"
#include "views/pages.h"

// An address that something published leads to is for ever, also when its page is gone.
namespace stoplicht {
namespace {

PageView gone_view(const Scene& scene, const std::string& address, const std::string& name) {
  PageView view;
  Frame frame;
  frame.address = address;
  frame.heading = scene.strings.say("gone_heading");
  frame.short_title = name.empty() ? frame.heading : scene.strings.say("gone_title", {{"name", name}});
  frame.with_tools = false;
  frame.in_search = false;
  view.context = frame_context(scene, frame);
  view.context["name"] = name.empty() ? Json(false) : Json(scene.strings.say("gone_name", {{"name", name}}));
  Json links = Json::array();
  const auto add = [&](const std::string& label, const std::string& to) {
    links.push_back(Json{{"label", label}, {"href", relative_link(address, to)}});
  };
  add(scene.strings.say("home"), home_address);
  add(scene.strings.say("menu_periods"), archive_address);
  add(scene.strings.say("menu_editions"), editions_address);
  view.context["links"] = std::move(links);
  return view;
}

}  // namespace

Page gone_page(const Scene& scene, const std::string& address, const std::string& name) {
  return {address, "gone", "", Location{}, [&scene, address, name] { return gone_view(scene, address, name); }};
}

}  // namespace stoplicht

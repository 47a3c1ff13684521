#include "views/frame.h"

#include "base/paths.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

// "../../" from a page two folders down; "" at the top.
std::string root_of(const std::string& address) {
  std::string out;
  for (const char c : address)
    if (c == '/') out += "../";
  return out;
}

// The path of the base URL: "/" or "/monitor/". A page that is shown at any address needs it.
std::string root_of_not_found(const std::string& base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == std::string::npos ? 0 : host + 3);
  return slash == std::string::npos ? "/" : base_url.substr(slash);
}

Json neighbour(const Frame& frame, const Neighbour& other) {
  if (other.address.empty()) return false;
  return Json{{"kicker", other.kicker}, {"label", other.label}, {"href", relative_link(frame.address, other.address)}};
}

Json breadcrumb(const Scene& scene, const Frame& frame, const std::string& title) {
  if (!frame.with_crumbs) return false;
  Json items = Json::array();
  const auto add = [&](const std::string& label, const std::string& address, bool current) {
    items.push_back(Json{{"label", label}, {"href", relative_link(frame.address, address)}, {"current", current}});
  };
  add(scene.strings.say("home"), home_address, false);
  for (const Crumb& crumb : frame.crumbs) add(crumb.label, crumb.address, false);
  add(frame.crumb_title.empty() ? title : frame.crumb_title, frame.address, true);
  return Json{{"items", std::move(items)}};
}

// What stands in a period's folder is as old as its report; anything else tells of all periods up to the newest.
std::string date_of(const Scene& scene, const std::string& address) {
  const std::size_t folder = archive_address.find('/') + 1;
  const Period* period = nullptr;
  if (address.starts_with(archive_address.substr(0, folder)))
    period = scene.site.find_period(address.substr(folder, address.find('/', folder) - folder));
  if (period == nullptr) period = scene.site.newest();
  return period != nullptr ? scene.locale.date(period->reported_on) : std::string();
}

std::string citation(const Scene& scene, const Frame& frame, const std::string& title) {
  const Site& site = scene.site;
  const std::string& address = frame.cite_address.empty() ? frame.address : frame.cite_address;
  const std::string date = frame.cite_date.empty() ? date_of(scene, address) : frame.cite_date;
  std::string named = frame.cite_title.empty() ? title : frame.cite_title;
  if (!frame.cite_edition.empty())
    named = scene.strings.say("cite_edition", {{"title", named}, {"edition", frame.cite_edition}});
  return scene.strings.say(
      "cite", {{"publisher", site.publisher != nullptr ? site.publisher->name : ""},
               {"site", site.title},
               {"title", date.empty() ? named : scene.strings.say("cite_state", {{"title", named}, {"date", date}})},
               {"address", full_address(site, address)}});
}

Json tools(const Scene& scene, const Frame& frame, const std::string& title) {
  if (!frame.with_tools) return false;
  Json facts = Json::array();
  for (const Fact& fact : frame.facts)
    facts.push_back(Json{{"label", fact.label},
                         {"value", fact.value},
                         {"href", fact.address.empty() ? "" : relative_link(frame.address, fact.address)}});
  Json other = false;
  if (frame.switch_items.size() > 1) {
    Json items = Json::array();
    for (const SwitchItem& item : frame.switch_items)
      items.push_back(Json{{"label", item.label},
                           {"sub", item.sub},
                           {"href", relative_link(frame.address, item.address)},
                           {"current", item.current}});
    other = Json{{"label", scene.strings.say("switch_label")}, {"items", std::move(items)}};
  }
  return Json{
      {"has_facts", !facts.empty()},
      {"facts", std::move(facts)},
      {"switch", std::move(other)},
      {"print", frame.print_address.empty() ? Json(false) : Json(relative_link(frame.address, frame.print_address))},
      {"cite", citation(scene, frame, title)}};
}

Json version_links(const Frame& frame) {
  Json out = Json::array();
  for (const VersionLink& version : frame.versions)
    out.push_back(Json{{"rel", version.rel}, {"href", relative_link(frame.address, version.address)}});
  return out;
}

Json contents(const Frame& frame) {
  if (frame.parts.size() < 3) return false;
  Json items = Json::array();
  for (const Part& part : frame.parts) items.push_back(Json{{"id", part.id}, {"label", part.label}});
  return Json{{"items", std::move(items)}};
}

}  // namespace

std::string full_address(const Site& site, const std::string& address) {
  // The home page is cited by the site's own address: shorter, and the same page.
  if (address == home_address) return site.base_url;
  return site.base_url + address;
}

Json notice(const std::string& kind, const std::string& title, const std::string& text,
            const std::vector<NoticeLink>& links, const std::string& page_address) {
  Json items = Json::array();
  for (const NoticeLink& link : links)
    items.push_back(Json{{"label", link.label}, {"href", relative_link(page_address, link.address)}});
  return Json{{"kind", kind}, {"title", title}, {"text", text}, {"links", std::move(items)}};
}

Json frame_context(const Scene& scene, const Frame& frame) {
  const std::string& title = frame.short_title.empty() ? frame.heading : frame.short_title;
  const Site& site = scene.site;
  const Json previous = neighbour(frame, frame.previous);
  const Json next = neighbour(frame, frame.next);
  return Json{
      {"root", frame.address == not_found_address ? root_of_not_found(site.base_url) : root_of(frame.address)},
      {"document_title", title == site.title ? title : title + " – " + site.title},
      {"description", frame.description.empty() ? site.description : frame.description},
      // A page that is shown at any address has none of its own.
      {"own_address", frame.address == not_found_address ? "" : full_address(site, frame.address)},
      {"canonical",
       frame.address == not_found_address
           ? ""
           : full_address(site, frame.canonical_address.empty() ? frame.address : frame.canonical_address)},
      {"in_search", frame.in_search},
      {"versions", version_links(frame)},
      {"preload", false},
      {"script", false},
      // Where the field in the header leads.
      {"search_page", frame.with_search ? Json{{"address", search_page_address}} : Json(false)},
      {"heading", frame.heading},
      {"kicker", or_false(frame.kicker)},
      {"kicker_sub", or_false(frame.kicker_sub)},
      {"lead", or_false(frame.lead)},
      {"verdict", frame.verdict},
      {"breadcrumb", breadcrumb(scene, frame, title)},
      {"tools", tools(scene, frame, title)},
      {"contents", contents(frame)},
      {"notices", frame.notices},
      {"corrected", frame.corrected},
      {"pagination",
       previous.is_object() || next.is_object() ? Json{{"previous", previous}, {"next", next}} : Json(false)},
  };
}

}  // namespace stoplicht

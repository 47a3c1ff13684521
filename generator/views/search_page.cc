#include "base/paths.h"
#include "views/addresses.h"
#include "views/frame.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

constexpr SearchKind all_kinds[] = {SearchKind::project,    SearchKind::period,   SearchKind::report,
                                    SearchKind::letter,     SearchKind::document, SearchKind::commitment,
                                    SearchKind::programme,  SearchKind::council,  SearchKind::text,
                                    SearchKind::comparison, SearchKind::data};

PageView search_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = search_page_address;
  frame.heading = scene.strings.say("search_heading");
  frame.in_search = false;
  frame.with_tools = false;
  frame.with_search = false;  // It has one of its own.
  view.context = frame_context(scene, frame);
  view.context["index"] = relative_link(search_page_address, search_index_mark);
  view.context["preload"] = Json{{"href", view.context["index"]}};
  view.context["script"] = true;
  // The frame of what the script will find.
  view.context["found"] = Json{{"hidden", true},
                               {"title", ""},
                               {"query", ""},
                               {"chosen", Json::array()},
                               {"notes", Json::array()},
                               {"filters", Json::array()},
                               {"results", Json::array()},
                               {"more", false},
                               {"none", false},
                               {"unfiltered", false}};
  view.context["script_texts"] = scene.strings.of_script().dump();
  // What can be found without searching, for who has no script or found nothing.
  Json registers = Json::array();
  const auto add = [&](const std::string& label, const std::string& address) {
    registers.push_back(Json{{"label", label}, {"href", relative_link(search_page_address, address)}, {"text", ""}});
  };
  for (const auto& [label, address] : main_menu(scene))
    if (address != home_address) add(label, address);
  if (const ContentPage* glossary = scene.site.glossary();
      glossary != nullptr && glossary->menu != ContentPage::Menu::main)
    add(glossary->title, glossary->address);
  add(scene.strings.say("menu_data"), data_address);
  view.context["registers"] = std::move(registers);
  return view;
}

}  // namespace

std::vector<SearchFacet> search_kinds(const Scene& scene) {
  std::vector<SearchFacet> out;
  for (const SearchKind kind : all_kinds) {
    const std::string id = search_kind_id(kind);
    out.push_back({id, scene.strings.say("search_kind_" + id)});
  }
  return out;
}

void add_search_page(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({search_page_address, "search", "", Location{}, [&scene] { return search_view(scene); }});
}

}  // namespace stoplicht

#include "views/pages.h"

#include <unordered_map>

#include "views/addresses.h"
#include "views/datasets.h"

namespace stoplicht {
namespace {

// Two files that differ only in case are one file on many a disk.
std::string folded(std::string address) {
  for (char& c : address)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return address;
}

void check_addresses(const std::vector<Page>& pages, Diagnostics& diagnostics) {
  std::unordered_map<std::string, const Page*> seen;
  for (const Page& page : pages) {
    const auto [at, is_new] = seen.emplace(folded(page.address), &page);
    if (is_new) continue;
    const Page& other = *at->second;
    // One id twice was reported where the data is read.
    if (!page.subject.empty() && page.subject == other.subject) continue;
    const bool mine = !page.origin.file.empty();
    const Page& rival = mine ? other : page;
    std::string message = "two pages at one address: " + page.address;
    std::string hint = "this address belongs to the site itself; give this page another slug";
    if (!rival.subject.empty())
      hint = "the other page is that of " + rival.subject + "; give one of them another slug or id";
    else if (!rival.origin.file.empty())
      hint = "the other page comes from " + rival.origin.file + "; give one of them another slug or id";
    if (const Page& first = mine ? page : other; !first.subject.empty()) message += ", that of " + first.subject;
    diagnostics.error("address-collision", mine ? page.origin : other.origin, std::move(message), std::move(hint));
  }
}

}  // namespace

namespace {

// The pages in a period's own folder.
void add_pages_of(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  const std::size_t first = pages.size();
  add_period_page(scene, period, pages);
  add_report_pages(scene, period, pages);
  add_letter_pages(scene, period, pages);
  add_further_pages(scene, period, pages);
  add_print_page(scene, period, pages);
  add_withdrawn_pages(scene, period, pages);
  const bool is_world = &scene.site != &scene.present();
  for (std::size_t i = first; i < pages.size(); ++i) {
    Page& page = pages[i];
    page.scene = &scene;
    if (!is_world) continue;
    page.view = [&scene, &period, address = page.address, view = std::move(page.view)] {
      PageView out = view();
      publish_tables_of_world(scene, period, address, out);
      return out;
    };
  }
}

}  // namespace

std::vector<Page> list_pages(const Scene& scene, const std::vector<Scene>& editions) {
  std::vector<Page> pages;
  add_home_page(scene, pages);
  add_archive_page(scene, pages);
  for (const auto& period : scene.site.periods)
    if (period->edition == nullptr) add_pages_of(scene, *period, pages);
  for (const Scene& edition : editions) add_pages_of(edition, *edition.site.newest(), pages);
  add_project_pages(scene, pages);
  add_programme_pages(scene, pages);
  add_commitment_pages(scene, pages);
  add_text_pages(scene, pages);
  add_category_pages(scene, pages);
  add_council_pages(scene, pages);
  add_documents_page(scene, pages);
  add_comparison_pages(scene, pages);
  add_data_page(scene, pages);
  add_search_page(scene, pages);
  add_edition_pages(scene, pages);
  add_gone_edition_pages(scene, pages);
  check_addresses(pages, scene.diagnostics);
  return pages;
}

Json site_context(const Scene& scene, const ThemeFiles& files, const std::string& token_class,
                  const std::string& generator) {
  const Site& site = scene.site;
  Json links = Json::array();
  const auto add = [&](const std::string& label, const std::string& link) {
    if (link.empty()) return;
    const bool own = link.front() == '/';
    links.push_back(Json{{"label", label}, {"address", own ? link.substr(1) : ""}, {"url", own ? "" : link}});
  };
  for (const auto& page : site.pages)
    if (page->menu == ContentPage::Menu::footer) add(page->title, "/" + page->address);
  if (const ContentPage* glossary = site.glossary(); glossary != nullptr && glossary->menu == ContentPage::Menu::none)
    add(glossary->title, "/" + glossary->address);
  add(scene.strings.say("menu_data"), "/" + data_address);
  add(scene.strings.say("menu_editions"), "/" + editions_address);
  add(scene.strings.say("privacy"), site.privacy_link);
  add(scene.strings.say("accessibility"), site.accessibility_link);

  const auto address_or_false = [](const std::string& address) {
    return address.empty() ? Json(false) : Json{{"address", address}};
  };
  const Contact& contact = site.contact;
  const bool reachable = !contact.name.empty() || !contact.email.empty() || !contact.url.empty();
  return Json{{"site",
               {{"title", site.title},
                {"tagline", site.tagline},
                {"language", site.language},
                {"publisher", site.publisher != nullptr ? site.publisher->name : ""},
                {"notice", site.notice.text.empty() ? Json(false)
                                                    : Json{{"title", site.notice.title}, {"text", site.notice.text}}},
                {"stylesheet", files.stylesheet},
                {"page_script", address_or_false(files.page_script)},
                {"search_script", address_or_false(files.search_script)},
                {"search_stylesheet", address_or_false(files.search_stylesheet)},
                {"token_class", token_class},
                {"contact", reachable ? Json{{"name", contact.name}, {"email", contact.email}, {"url", contact.url}}
                                      : Json(false)},
                {"footer_links", std::move(links)},
                {"generator", generator}}},
              {"strings", scene.strings.labels()}};
}

std::vector<std::pair<std::string, std::string>> main_menu(const Scene& scene) {
  std::vector<std::pair<std::string, std::string>> entries{
      {scene.strings.say("menu_newest"), home_address},
      {scene.strings.say("menu_periods"), archive_address},
      {scene.strings.say("menu_programmes"), programmes_address},
      {scene.strings.say("menu_commitments"), commitments_address},
  };
  if (!scene.site.municipalities().empty()) entries.emplace_back(scene.strings.say("menu_councils"), councils_address);
  entries.emplace_back(scene.strings.say("menu_documents"), documents_address);
  for (const auto& page : scene.site.pages)
    if (page->menu == ContentPage::Menu::main) entries.emplace_back(page->title, page->address);
  return entries;
}

std::map<std::string, Json> menu_contexts(const Scene& scene, const std::vector<Page>& pages) {
  const std::vector<std::pair<std::string, std::string>> entries = main_menu(scene);
  std::map<std::string, Json> menus;
  for (const Page& page : pages) {
    if (menus.contains(page.section)) continue;
    Json items = Json::array();
    for (const auto& [label, address] : entries)
      items.push_back(Json{{"label", label}, {"address", address}, {"current", address == page.section}});
    menus[page.section] = Json{{"nav", std::move(items)}};
  }
  return menus;
}

}  // namespace stoplicht

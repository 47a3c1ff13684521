#pragma once
#include <map>
#include <string>
#include <vector>

#include "views/frame.h"
#include "views/page.h"
#include "views/wording.h"

namespace stoplicht {

// Every page of the site, in a fixed order. `editions`: a scene in the world of each edition, in the order of the
// archive. Reports two pages at one address. The scenes must outlive the pages.
std::vector<Page> list_pages(const Scene& scene, const std::vector<Scene>& editions);

// One file a kind of page; list_pages calls them.
void add_home_page(const Scene& scene, std::vector<Page>& pages);
void add_archive_page(const Scene& scene, std::vector<Page>& pages);
void add_project_pages(const Scene& scene, std::vector<Page>& pages);  // A project through time.
void add_programme_pages(const Scene& scene, std::vector<Page>& pages);
void add_commitment_pages(const Scene& scene, std::vector<Page>& pages);
void add_text_pages(const Scene& scene, std::vector<Page>& pages);  // Markdown pages that belong to no period, and 404.
void add_category_pages(const Scene& scene, std::vector<Page>& pages);
void add_council_pages(const Scene& scene, std::vector<Page>& pages);
void add_documents_page(const Scene& scene, std::vector<Page>& pages);  // Documents and events.
void add_comparison_pages(const Scene& scene,
                          std::vector<Page>& pages);               // What changed between two periods or editions.
void add_data_page(const Scene& scene, std::vector<Page>& pages);  // Publishes every CSV of the site.

void add_search_page(const Scene& scene, std::vector<Page>& pages);

// Stands in the search page for the address of its index, which is known only when every page is there.
inline constexpr const char* search_index_mark = "search/the-index-to-come.bin";

// The kinds of pages with their labels, in the order of SearchKind.
std::vector<SearchFacet> search_kinds(const Scene& scene);

void add_edition_pages(const Scene& scene, std::vector<Page>& pages);  // What was published, and how to check it.

// Those of one period, in the scene that it is to be told in.
void add_period_page(const Scene& scene, const Period& period, std::vector<Page>& pages);
void add_report_pages(const Scene& scene, const Period& period, std::vector<Page>& pages);  // A project in the period.
void add_letter_pages(const Scene& scene, const Period& period, std::vector<Page>& pages);
void add_further_pages(const Scene& scene, const Period& period,
                       std::vector<Page>& pages);  // Its other Markdown pages.
void add_print_page(const Scene& scene, const Period& period,
                    std::vector<Page>& pages);  // With its letters, for paper.
void add_gone_edition_pages(const Scene& scene,
                            std::vector<Page>& pages);  // Of editions that were withdrawn as a whole.
void add_withdrawn_pages(const Scene& scene, const Period& period,
                         std::vector<Page>& pages);  // In the place of what was taken out of view.

// Stands at an address that a published text leads to, when what stood there is gone. `name`: what the link called it;
// may be empty.
Page gone_page(const Scene& scene, const std::string& address, const std::string& name);

// Addresses of the theme's files that pages name; empty: it has none.
struct ThemeFiles {
  std::string stylesheet, page_script, search_script, search_stylesheet;
};

// The context that all pages share. `generator`: name and version.
Json site_context(const Scene& scene, const ThemeFiles& files, const std::string& token_class,
                  const std::string& generator);

// The entries of the menu: label and address.
std::vector<std::pair<std::string, std::string>> main_menu(const Scene& scene);

// The menu for each section that a page can be in.
std::map<std::string, Json> menu_contexts(const Scene& scene, const std::vector<Page>& pages);

}  // namespace stoplicht

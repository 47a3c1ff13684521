#pragma once
#include "views/frame.h"
#include "views/page.h"
#include "views/wording.h"

#include <map>
#include <string>
#include <vector>

namespace stoplicht {

// Every page of the site, in a fixed order. Reports two pages at one address. `scene` must
// outlive the pages.
std::vector<Page> list_pages(const Scene& scene);

// One file a kind of page; list_pages calls them.
void add_home_page(const Scene& scene, std::vector<Page>& pages);
void add_archive_page(const Scene& scene, std::vector<Page>& pages);
void add_period_pages(const Scene& scene, std::vector<Page>& pages);
void add_report_pages(const Scene& scene, std::vector<Page>& pages);      // A project in a period.
void add_letter_pages(const Scene& scene, std::vector<Page>& pages);
void add_project_pages(const Scene& scene, std::vector<Page>& pages);     // A project through time.
void add_programme_pages(const Scene& scene, std::vector<Page>& pages);
void add_commitment_pages(const Scene& scene, std::vector<Page>& pages);
void add_text_pages(const Scene& scene, std::vector<Page>& pages);        // Markdown pages and 404.
void add_print_pages(const Scene& scene, std::vector<Page>& pages);       // A period with its letters, for paper.
void add_category_pages(const Scene& scene, std::vector<Page>& pages);
void add_council_pages(const Scene& scene, std::vector<Page>& pages);
void add_documents_page(const Scene& scene, std::vector<Page>& pages);    // Documents and events.
void add_data_page(const Scene& scene, std::vector<Page>& pages);         // Publishes every CSV of the site.

// The context that all pages share. `stylesheet`: its address; `generator`: name and version.
Json site_context(const Scene& scene, const std::string& stylesheet, const std::string& token_class,
                  const std::string& generator);

// The entries of the menu: label and address.
std::vector<std::pair<std::string, std::string>> main_menu(const Scene& scene);

// The menu for each section that a page can be in.
std::map<std::string, Json> menu_contexts(const Scene& scene, const std::vector<Page>& pages);

}  // namespace stoplicht

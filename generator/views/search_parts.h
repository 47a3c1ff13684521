#pragma once
#include <string>
#include <vector>

#include "views/lists.h"
#include "views/page.h"
#include "views/wording.h"

// What the search entries of several pages have in common.
namespace stoplicht {

// With the weight of its kind; a group of its own, until another one is given.
SearchEntry search_entry(SearchKind kind, const std::string& title, const std::string& address);

// Of a page that lists what has pages of its own: its name and what it is for.
SearchEntry register_entry(const std::string& title, const std::string& lead, const std::string& address);

// ---- where a page belongs ---------------------------------------------------------------------

// Under the names of today, so that one facet holds what was told in all periods and editions. The id of a category
// is that of its programme too: "waw/scholing".
SearchFacet facet_of(const Scene& scene, const Programme& programme);
SearchFacet facet_of(const Scene& scene, const Project& project);
std::vector<SearchFacet> facets_of(const Scene& scene, const std::vector<const Organisation*>& councils);

void set_category(const Scene& scene, const Category& category, SearchEntry& entry);  // With its programme.
void set_project(const Scene& scene, const Project& project,
                 SearchEntry& entry);  // With its programme, category and councils.

// With the date of its report, and that the edition was replaced. The group of pages that a later edition has too is
// for the caller to give.
void set_period(const Scene& scene, const Period& period, SearchEntry& entry);

// Of a quarter its first month, other dates as they are: neither sorting as text nor search engines know quarters.
std::string date_without_quarter(const std::string& iso);

// The address that a page in the period's folder has in the newest edition: "periodes/2020-07/economie.html".
std::string lasting_address(const Period& period, const std::string& address);

// ---- its words --------------------------------------------------------------------------------

// Adds a piece of text, or Markdown; nothing when that is empty.
void add_part(SearchEntry& entry, const std::string& heading, const std::string& fragment, const std::string& text);
void add_slot(SearchEntry& entry, const std::string& heading, const std::string& fragment, const MarkdownSlot& slot);

// Adds a sentence to others, with a full stop between them where there is none yet.
void add_sentence(std::string& text, const std::string& sentence);

// Those that are not empty, each a paragraph.
std::string paragraphs(const std::vector<std::string>& texts);

std::string labelled(const Scene& scene, const std::string& label, const std::string& value);  // "Termijn: mei 2021"

// A paragraph for each.
std::string figures_text(const Scene& scene,
                         const std::vector<KeyFigure>& figures);  // "Inwoners aan het werk: 430 van ongeveer 500"
std::string explanation_text(const Scene& scene, const Explanation& explanation);  // What is given, each with its name.
std::string announcements_text(const Scene& scene, const std::vector<Announcement>& announcements);
std::string attachments_text(const std::vector<Attachment>& attachments);  // But for those taken out of view.

// A part for each, at its own place.
void add_decisions(const Scene& scene, const std::vector<Decision>& decisions, SearchEntry& entry);

}  // namespace stoplicht

#pragma once
#include <vector>

#include "base/output_file.h"
#include "model/site.h"
#include "render/found_page.h"

namespace stoplicht {

// The pages for the search engine of a portal, where a site stands among others: search/documents.ndjson in the bulk
// form of OpenSearch and Elasticsearch, and search/mapping.json, with which their index is made. A document's id is
// the full address of its page, so that a later export takes the place of this one. Nothing when the site does not ask
// for it.
std::vector<OutputFile> search_documents(const std::vector<FoundPage>& pages, const Site& site);

}  // namespace stoplicht

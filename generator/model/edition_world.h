#pragma once
#include <map>
#include <string>
#include <string_view>

#include "model/edition.h"

namespace stoplicht {

// What keeps a document from being understood. All else was judged when it was published, by the rules of then.
bool is_structural(const Diagnostic& diagnostic);

// Where a text of the site folder stands in the edition's document.
Location place_of_text(const Edition& edition, const std::string& path);

// Makes the world of an edition from its document: the folder, its site and its period. `document`: a file
// data/editions/<period>/v<n>.json whose digests hold; `attachments`: the bytes that were published, by SHA-256. What
// the edition's own fields say of withdrawals must be known; `is_newest()` decides where its pages stand. Reports only
// what is structural; after that `period` may be null, and the edition is not to be told.
void make_world(Edition& edition, std::shared_ptr<const Document> document,
                const std::map<std::string, std::string>& attachments, Diagnostics& diagnostics);

// The files of the period alone, as the edition holds them: its data, its texts, what lies beside them and the closures
// of commitments. Withdrawn ones are left out.
void add_sources_of(const Edition& edition, SiteFolder& folder);

// Whether it is one of them: of the period, or the story of a commitment that its letters closed.
bool is_own_text(const Edition& edition, std::string_view path);

// Gives the period of the edition in `site` what was computed when it was published, and the names that its projects
// had.
void settle(Site& site, const Edition& edition);

}  // namespace stoplicht

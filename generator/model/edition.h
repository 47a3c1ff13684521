#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "load/edition_files.h"
#include "load/site_folder.h"
#include "model/site.h"

// What was published and can no longer change. An edition is a period as it was published, in one document
// (data/editions/<period>/v1.json) that holds all its pages tell; EDITIONS.md describes it. A correction makes the
// next edition of the period; a withdrawal takes parts out of view. Both are links of one chain for the whole site:
// each bears the digest of the one before it.
namespace stoplicht {

inline constexpr int edition_format = 1;  // Of the documents; every later release reads it.

// A part of an edition that was taken out of view.
struct WithdrawnPart {
  std::string part;  // "text:content/periods/2020-07/letters/hilversum.md", "project:ggz", "attachment:…"
  Date on;
  std::string reason;
  std::string page;  // Its address below the period's folder; empty when it had none.
  int sequence = 0;  // Of the withdrawal, in the chain.
};

// A period as it was published, with the world of that moment: names, targets, scales, the periods before it.
struct Edition {
  std::string period_id;  // "2020-07"
  int number = 1;         // Of the period: v1, v2.
  int sequence = 1;       // In the chain of the site, from 1.
  Date published_on;
  std::string published_by;                        // The publisher's name.
  std::string reason;                              // Of a correction; empty for edition 1.
  std::string digest;                              // SHA-256 of the canonical form of its seal, in hexadecimal.
  std::string previous;                            // Digest of the link before it in the chain; empty for the first.
  std::string file;                                // "data/editions/2020-07/v1.json"
  std::vector<WithdrawnPart> withdrawn;            // By part.
  std::map<std::string, std::string> attachments;  // By path in the site folder: the SHA-256 of the bytes.

  std::shared_ptr<const Document> document;  // Its file.
  const Edition* before = nullptr;           // The edition that it replaced; null for the first.
  const Edition* after = nullptr;            // The edition that replaced it; null for the newest.

  // The world: what build_model makes of the edition. Its newest period is the one published; the periods before it
  // are told as they were known then, with lights and figures but without texts.
  SiteFolder folder;
  Site site;
  const Period* period = nullptr;  // In `site`, null when the edition is gone; its folder is "periodes/2020-07" or,
                                   // when replaced, "periodes/2020-07/v1".
  std::map<std::string, std::string, std::less<>> figures;  // What {{ path }} stood for, by path.

  bool is_newest() const { return after == nullptr; }
  // All of it was withdrawn: there is no world, and `period` is null. Never of the newest of a period.
  bool is_gone() const { return is_withdrawn("period"); }
  const WithdrawnPart* withdrawal_of(std::string_view part) const;  // Null when it was not withdrawn.
  bool is_withdrawn(std::string_view part) const { return withdrawal_of(part) != nullptr; }
};

// One link of the chain.
struct ChainLink {
  enum class Kind { edition, withdrawal } kind = Kind::edition;
  int sequence = 1;
  std::string period_id;
  int number = 1;  // Of the edition, or of the period's withdrawals.
  Date on;
  std::string by, reason;
  std::string digest, previous;
  std::string file;                  // "data/editions/2020-07/w1.json"
  const Edition* edition = nullptr;  // Null for a withdrawal.
  std::vector<std::string> parts;    // Of a withdrawal: what it took out of view.
  std::vector<int> editions;         // Of a withdrawal: the numbers of the period's editions that it applies to.
  std::map<std::string, std::string> pages;  // Of a withdrawal: where a part had its page, below the period's folder.
};

// Every edition of a site. Immutable once opened.
struct Archive {
  std::vector<ChainLink> chain;                    // Oldest first.
  std::vector<std::unique_ptr<Edition>> editions;  // In the order of the chain.
  EditionFiles files;                              // As they were read.

  bool empty() const { return editions.empty(); }
  const Edition* newest(std::string_view period_id) const;  // Null when the period was never published.
  const Edition* find(std::string_view period_id, int number) const;
  std::vector<const Edition*> of(std::string_view period_id) const;  // Oldest first.
};

}  // namespace stoplicht

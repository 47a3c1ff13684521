#include "model/open_archive.h"

#include "base/parallel.h"
#include "model/chain.h"
#include "model/edition_world.h"

#include <algorithm>

namespace stoplicht {
namespace {

// Whether this edition of the period or one before it has the part.
bool was_published(const std::string& part, const ChainLink& edition, const std::vector<ChainLink>& chain, const EditionFiles& files) {
  return std::any_of(chain.begin(), chain.end(), [&](const ChainLink& link) {
    return link.kind == ChainLink::Kind::edition && link.period_id == edition.period_id && link.number <= edition.number &&
           files.documents.at(link.file)->root().at("seal").at("parts").contains(part);
  });
}

std::unique_ptr<Edition> edition_of(const ChainLink& link, const std::vector<ChainLink>& chain, const EditionFiles& files) {
  auto edition = std::make_unique<Edition>();
  edition->period_id = link.period_id;
  edition->number = link.number;
  edition->sequence = link.sequence;
  edition->published_on = link.on;
  edition->published_by = link.by;
  edition->reason = link.reason;
  edition->digest = link.digest;
  edition->previous = link.previous;
  edition->file = link.file;
  edition->is_signed = files.signatures.contains(link.file);
  // What was withdrawn stays out of the corrections that follow, so these bear its stone too.
  for (const ChainLink& other : chain) {
    if (other.kind != ChainLink::Kind::withdrawal || other.period_id != link.period_id) continue;
    for (const std::string& part : other.parts) {
      const bool is_told = std::any_of(edition->withdrawn.begin(), edition->withdrawn.end(), [&](const auto& each) { return each.part == part; });
      if (!is_told && was_published(part, link, chain, files)) edition->withdrawn.push_back({part, other.on, other.reason});
    }
  }
  std::sort(edition->withdrawn.begin(), edition->withdrawn.end(), [](const auto& a, const auto& b) { return a.part < b.part; });
  return edition;
}

}  // namespace

Archive open_archive(EditionFiles files, unsigned threads, Diagnostics& diagnostics) {
  Archive archive;
  Diagnostics of_chain;
  archive.chain = read_chain(files, of_chain);
  const bool broken = of_chain.has_errors();
  for (Diagnostic& diagnostic : of_chain.sorted()) diagnostics.add(std::move(diagnostic));
  if (broken) return {};

  for (ChainLink& link : archive.chain) {
    if (link.kind != ChainLink::Kind::edition) continue;
    archive.editions.push_back(edition_of(link, archive.chain, files));
    Edition& edition = *archive.editions.back();
    link.edition = &edition;
    for (const auto& other : archive.editions) {
      if (other->period_id != edition.period_id || other->number + 1 != edition.number) continue;
      edition.before = other.get();
      other->after = &edition;
    }
  }
  parallel_for(archive.editions.size(), threads, [&](std::size_t i) {
    Edition& edition = *archive.editions[i];
    make_world(edition, files.documents.at(edition.file), files.attachments, diagnostics);
  });
  archive.files = std::move(files);
  return archive;
}

}  // namespace stoplicht

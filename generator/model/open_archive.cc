#include "model/open_archive.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "model/chain.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"

namespace stoplicht {
namespace {

std::string page_of(const ChainLink& withdrawal, const std::string& part) {
  const auto found = withdrawal.pages.find(part);
  return found == withdrawal.pages.end() ? std::string() : found->second;
}

// What was withdrawn of an edition. What is gone from the one before it and does not come back in it is gone from it
// too, so that it bears the same stone.
std::vector<WithdrawnPart> withdrawn_of(const ChainLink& link, const Edition* before,
                                        const std::vector<ChainLink>& chain, const EditionFiles& files) {
  const Json& sealed = files.documents.at(link.file)->root().at("seal").at("parts");
  std::map<std::string, WithdrawnPart> out;
  if (before != nullptr)
    for (const WithdrawnPart& part : before->withdrawn)
      if (part.sequence < link.sequence && !sealed.contains(part.part)) out.emplace(part.part, part);
  for (const ChainLink& other : chain) {
    if (other.kind != ChainLink::Kind::withdrawal) continue;
    for (const std::string& part : other.parts)
      if (sealed.contains(part) && takes_out(other, part, link, chain))
        out.emplace(part, WithdrawnPart{part, other.on, other.reason, page_of(other, part), other.sequence});
  }
  std::vector<WithdrawnPart> list;
  for (auto& [part, withdrawn] : out) list.push_back(std::move(withdrawn));
  return list;
}

std::unique_ptr<Edition> edition_of(const ChainLink& link) {
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
    archive.editions.push_back(edition_of(link));
    Edition& edition = *archive.editions.back();
    link.edition = &edition;
    for (const auto& other : archive.editions) {
      if (other->period_id != edition.period_id || other->number + 1 != edition.number) continue;
      edition.before = other.get();
      other->after = &edition;
    }
    edition.withdrawn = withdrawn_of(link, edition.before, archive.chain, files);
    edition.document = files.documents.at(link.file);
  }
  parallel_for(archive.editions.size(), threads, [&](std::size_t i) {
    Edition& edition = *archive.editions[i];
    if (!edition.is_gone()) make_world(edition, files.documents.at(edition.file), files.attachments, diagnostics);
  });
  const auto is_untold = [](const auto& each) { return each->period == nullptr && !each->is_gone(); };
  if (std::any_of(archive.editions.begin(), archive.editions.end(), is_untold)) return {};
  archive.files = std::move(files);
  return archive;
}

}  // namespace stoplicht

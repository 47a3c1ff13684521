#include <tuple>

#include "base/text.h"
#include "model/commitment_mentions.h"
#include "model/rehearsal_findings.h"

// What councils were promised for now.
namespace stoplicht {
namespace {

const std::string commitments_file = "data/commitments.json";

bool has_come(const std::optional<Date>& due, const Period& draft) {
  return due && due->last_day() <= draft.reported_on.last_day();
}

template <typename Each>
const Each* only(const std::vector<const Each*>& list) {
  return list.size() == 1 ? list.front() : nullptr;
}

void find_commitments(const Site& site, const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  const auto file = folder.data.find(commitments_file);
  if (file == folder.data.end() || file->second == nullptr) return;
  const Document& document = *file->second;
  for (const auto& commitment : site.commitments) {
    const bool waits =
        commitment->status == CommitmentStatus::open || commitment->status == CommitmentStatus::in_progress;
    if (!waits || !has_come(commitment->due, draft)) continue;
    const std::string item = pointer_to_item(document, "/commitments", "id", commitment->id);
    Finding finding{
        Ask::commitment, false, &draft, only(commitment->programmes), nullptr, document.at(item + "/status")};
    if (const Project* project = only(commitment->projects); project != nullptr && draft.report_of(*project) != nullptr)
      std::tie(finding.programme, finding.project) = std::pair(project->programme, project);
    finding.subject = commitment->id + ": " + commitment->title;
    finding.due = commitment->due;
    finding.commitment = commitment.get();
    finding.sheet = SheetPlace{SheetPlace::Sheet::commitments, commitment->id, "status"};
    out.push_back(std::move(finding));
  }
}

// Where an announcement stands in the file of its letter: an edition has it without line.
Location announced_at(const Announcement& announcement, const SiteFolder& folder) {
  const MarkdownDocument& sealed = *announcement.letter->text.document;
  const auto file = folder.content.find(sealed.source().path());
  const Document& document = file != folder.content.end() && file->second != nullptr ? *file->second : sealed;
  return document.at(pointer_to_item(document, "/announces", "what", announcement.what));
}

// What was announced for no day is looked for in the next letter.
void find_announcements(const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  bool is_last = true;  // Of the periods with letters before the draft.
  for (const Period* period = draft.previous; period != nullptr; period = period->previous) {
    for (const auto& letter : period->letters) {
      for (const Announcement& each : letter->announces) {
        if (!trim(each.done).empty() || letter->text.document == nullptr) continue;
        if (!has_come(each.by, draft) && (each.by || !is_last)) continue;
        Finding finding{Ask::announcement, false, &draft, nullptr, nullptr, announced_at(each, folder)};
        finding.subject = each.what;
        finding.due = each.by;
        finding.letter = letter.get();
        out.push_back(std::move(finding));
      }
    }
    is_last = is_last && period->letters.empty();
  }
}

void find_unknown_in(const Text& text, const Site& site, const Finding& owner, std::vector<Finding>& out) {
  if (text.document == nullptr) return;
  const MarkdownDocument& document = *text.document;
  Diagnostics told;
  for (const CommitmentMention& each : find_commitment_mentions(document.body(), site)) {
    if (each.commitment != nullptr && each.mark.empty()) continue;
    warn_of_unknown_commitment(document.body().substr(each.where.offset, each.where.length), site,
                               document.source().at(document.body_offset() + each.where.offset, each.where.length),
                               told);
  }
  for (Diagnostic& each : told.sorted()) {
    Finding finding = owner;
    finding.where = each.where;
    finding.diagnostic = std::move(each);
    out.push_back(std::move(finding));
  }
}

}  // namespace

void find_unknown_commitments(const Site& site, const Period& draft, std::vector<Finding>& out) {
  Finding owner{Ask::look, false, &draft, nullptr, nullptr, {}};
  find_unknown_in(draft.summary, site, owner, out);
  for (const auto& letter : draft.letters) {
    owner.letter = letter.get();
    find_unknown_in(letter->text, site, owner, out);
  }
}

void find_promises(const Site& site, const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  find_commitments(site, folder, draft, out);
  find_announcements(folder, draft, out);
}

}  // namespace stoplicht

#include "model/reading.h"

namespace stoplicht {
namespace {

std::string closure_path(const Commitment& commitment) { return "content/commitments/" + commitment.id + ".md"; }

void check_closed(Reading& reading, const CommitmentEntry& entry) {
  const Commitment& commitment = *entry.commitment;
  const Document& document = *reading.data(commitments_path);
  const std::string id = in_quotes(commitment.id);
  if (entry.closed_by == nullptr && !reading.letters_missed) {
    reading.diagnostics.error("commitment-closed-without-letter", document.at(entry.pointer + "/status"),
                              "commitment " + id + " is closed, but no letter closes it",
                              "name it in the 'closes' of the letter that told the council");
  }
  if (!commitment.closure.empty() || entry.closure_missed || reading.missed(closure_path(commitment))) return;
  if (commitment.closure.document != nullptr) {
    reading.diagnostics.error("commitment-closure-missing", commitment.closure.document->source().whole(),
                              "the closure of commitment " + id + " is empty", "tell how the commitment was kept");
  } else {
    reading.diagnostics.error("commitment-closure-missing", document.at(entry.pointer + "/status"),
                              "commitment " + id + " is closed, but has no closure text",
                              "tell how it was kept in " + closure_path(commitment));
  }
}

}  // namespace

// Open ones that a letter closes were reported at the letter.
void check_commitments(Reading& reading) {
  for (const CommitmentEntry& entry : reading.commitment_entries) {
    Commitment& commitment = *entry.commitment;
    if (!entry.status_known) continue;
    if (commitment.status == CommitmentStatus::closed) {
      commitment.closed_by = entry.closed_by;
      check_closed(reading, entry);
    } else if (commitment.status != CommitmentStatus::lapsed && entry.closed_by == nullptr &&
               !commitment.closure.empty()) {
      reading.diagnostics.warning("commitment-closure-early", commitment.closure.document->source().whole(),
                                  "commitment " + in_quotes(commitment.id) + " has a closure text, but is not closed",
                                  "write \"status\": \"closed\" in data/commitments.json, or remove the file");
    }
  }
}

void judge_overdue(Site& site) {
  const int today = site.as_of.last_day();
  for (const auto& commitment : site.commitments) {
    const bool waiting =
        commitment->status == CommitmentStatus::open || commitment->status == CommitmentStatus::in_progress;
    commitment->overdue = waiting && commitment->due && commitment->due->last_day() < today;
  }
  for (const auto& period : site.periods) {
    for (const auto& letter : period->letters) {
      for (Announcement& announcement : letter->announces) {
        announcement.overdue = announcement.by && announcement.by->last_day() < today && announcement.done.empty();
      }
    }
  }
}

}  // namespace stoplicht

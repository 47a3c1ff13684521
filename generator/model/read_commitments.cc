#include <algorithm>

#include "base/locale.h"
#include "base/paths.h"
#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_commitment_id = 80;

constexpr std::array<Choice<CommitmentStatus>, 4> statuses{{{"open", CommitmentStatus::open},
                                                            {"in-progress", CommitmentStatus::in_progress},
                                                            {"closed", CommitmentStatus::closed},
                                                            {"lapsed", CommitmentStatus::lapsed}}};

// A commitment's id is taken over as it is, but it is also a file's name and part of an address.
void check_commitment_id(ObjectReader& object) {
  const std::string_view id = object.word("id");
  if (id.data() == nullptr) return;
  if (const std::size_t length = length_in_characters(id); length > longest_commitment_id) {
    object.error("id-form", object.at("id"),
                 "the id is " + std::to_string(length) + " characters long; at most " +
                     std::to_string(longest_commitment_id) + " are allowed",
                 "an id is part of an address: keep it short");
  } else if (!is_safe_relative_path(id) || id.find('/') != std::string_view::npos || id != trim(id) ||
             slug(id).empty() || id.front() == '.' || id.front() == '~' || id.front() == '_') {
    object.error("id-form", object.at("id"), in_quotes(id) + " cannot be the id of a commitment",
                 "write it as the council does, without slashes: T20-27");
  }
}

template <typename T>
void read_references(Reading& reading, const Index<T>& index, ObjectReader& object, std::string_view key,
                     std::vector<const T*>& list) {
  object.optional_texts(key, [&](std::string_view id, const Place& place) {
    const T* item = resolve(reading, index, id, place);
    if (item != nullptr && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  });
}

void read_lapse(ObjectReader& object, Commitment& commitment, bool status_known) {
  commitment.lapsed_reason = object.optional_text("lapsed_reason");
  if (!status_known) return;
  const bool lapsed = commitment.status == CommitmentStatus::lapsed;
  if (lapsed && trim(commitment.lapsed_reason).empty()) {
    object.error("commitment-lapsed-reason", object.at("status"),
                 "commitment " + in_quotes(commitment.id) + " lapsed without a reason",
                 "add 'lapsed_reason': why it no longer holds");
  } else if (!lapsed && object.has("lapsed_reason")) {
    object.error("commitment-lapsed-reason", object.at_key("lapsed_reason"),
                 "commitment " + in_quotes(commitment.id) + " has a 'lapsed_reason', but it has not lapsed",
                 "write \"status\": \"lapsed\", or leave the reason out");
  }
}

void read_commitment(Reading& reading, ObjectReader& object, Commitment& commitment, CommitmentEntry& entry) {
  check_commitment_id(object);
  check_id_is_own(reading.commitments, commitment, object);
  commitment.address = "toezeggingen/" + slug(commitment.id) + ".html";
  commitment.title = object.text("title");
  commitment.text = object.text("text");
  commitment.meeting = object.text("meeting");
  commitment.by = object.text("by");
  commitment.council = resolve(reading, reading.organisations, object, "council");
  const auto made_on = object.date("made_on");
  commitment.made_on = made_on.value_or(Date{});
  commitment.due = object.optional_date("due");
  if (made_on && commitment.due && commitment.due->last_day() < made_on->first_day()) {
    object.error("commitment-due-before-made", object.at("due"),
                 "commitment " + in_quotes(commitment.id) + " is due (" + to_iso(*commitment.due) +
                     ") before it was made (" + to_iso(*made_on) + ")",
                 "correct one of the two dates");
  }
  const auto status = object.choice("status", statuses);
  commitment.status = status.value_or(CommitmentStatus::open);
  entry.status_known = status.has_value();
  read_references(reading, reading.programmes, object, "programmes", commitment.programmes);
  read_references(reading, reading.projects, object, "projects", commitment.projects);
  read_lapse(object, commitment, entry.status_known);
}

}  // namespace

void read_commitments(Reading& reading) {
  const Document* document = reading.data(commitments_path);
  if (document == nullptr) return;
  ObjectReader object(*document, reading.diagnostics);
  object.objects("commitments", [&](ObjectReader& item) {
    const std::size_t index = reading.commitment_entries.size();
    CommitmentEntry& entry = reading.commitment_entries.emplace_back();
    entry.commitment = reading.site.commitments[index].get();
    entry.pointer = item.place().pointer();
    reading.commitment_entry.emplace(entry.commitment, index);
    read_commitment(reading, item, *entry.commitment, entry);
  });
  object.finish();

  auto& commitments = reading.site.commitments;
  std::stable_sort(commitments.begin(), commitments.end(), [](const auto& a, const auto& b) {
    return a->made_on != b->made_on ? b->made_on < a->made_on : a->id < b->id;
  });
}

}  // namespace stoplicht

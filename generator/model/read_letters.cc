#include "base/text.h"
#include "model/council_letters.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

void read_announcement(ObjectReader& object, Letter& letter) {
  Announcement announcement;
  announcement.what = object.text("what");
  announcement.by = object.optional_date("by");
  announcement.done = object.optional_text("done");
  announcement.letter = &letter;
  letter.announces.push_back(std::move(announcement));
}

// Those whom it was promised would never read that it was done.
void check_council(Reading& reading, const Letter& letter, const Commitment& commitment, const Place& place) {
  if (commitment.council == nullptr || goes_to(letter, *commitment.council)) return;
  reading.diagnostics.warning("commitment-closed-elsewhere", place.value(),
                              "commitment " + in_quotes(commitment.id) + " was made to the council of " +
                                  in_quotes(commitment.council->id) + ", which does not get this letter",
                              "close it in a letter to that council, or add that one to the 'councils' of this letter");
}

// Commitments that this letter closes, and whether it may.
void read_closure(Reading& reading, Letter& letter, std::string_view id, const Place& place, bool councils_known) {
  const Commitment* commitment = resolve(reading, reading.commitments, id, place);
  if (commitment == nullptr) {
    reading.letters_missed = true;
    return;
  }
  CommitmentEntry& entry = reading.commitment_entries[reading.commitment_entry.at(commitment)];
  if (entry.closed_by != nullptr) {
    reading.diagnostics.error(
        "commitment-closed-twice", place.value(), "commitment " + in_quotes(id) + " is closed already",
        entry.closed_by == &letter
            ? "this letter names it twice"
            : "it is closed by " + content_folder(*entry.closed_by->period) + "letters/" + entry.closed_by->id + ".md");
    return;
  }
  entry.closed_by = &letter;
  letter.closes.push_back(commitment);
  if (councils_known) check_council(reading, letter, *commitment, place);
  if (!entry.status_known || commitment->status == CommitmentStatus::closed) return;
  const std::string_view status = commitment->status == CommitmentStatus::open     ? "open"
                                  : commitment->status == CommitmentStatus::lapsed ? "lapsed"
                                                                                   : "in-progress";
  reading.diagnostics.error(
      "commitment-not-closed", place.value(),
      "the letter closes commitment " + in_quotes(id) + ", but its status is \"" + std::string(status) + "\"",
      "write \"status\": \"closed\" in data/commitments.json, or leave it out here");
}

void read_date(ObjectReader& object, Letter& letter) {
  letter.date = object.optional_date("date");
  letter.date_note = object.optional_text("date_note");
  if (!object.has("date") && trim(letter.date_note).empty()) {
    object.missing("date", "add a date, or 'date_note' when the letter does not bear one");
  }
}

}  // namespace

void read_letter(Reading& reading, Period& period, const std::string& path, const MarkdownDocument& document) {
  Letter& letter = *period.letters.emplace_back(std::make_unique<Letter>());
  letter.id = stem(path, ".md");
  letter.address = period.folder + "/brieven/" + letter.id + ".html";
  letter.period = &period;
  letter.text = Text{&document, &period};
  if (!has_id_form(letter.id)) report_file_name(reading, document, letter.id);

  ObjectReader object(document, reading.diagnostics);
  letter.title = object.text("title");
  letter.kind_label = object.text("kind");
  letter.from = object.text("from");
  read_date(object, letter);
  letter.councils = read_councils(reading, object, true, "name the councils that the letter is for");
  const bool councils_known = !object.faulty();
  object.optional_texts("closes", [&](std::string_view id, const Place& place) {
    read_closure(reading, letter, id, place, councils_known);
  });
  object.optional_objects("announces", [&](ObjectReader& item) { read_announcement(item, letter); });
  letter.attachments = read_attachments(reading, object, path);
  object.finish();
  if (object.faulty() && letter.closes.empty()) reading.letters_missed = true;
}

}  // namespace stoplicht

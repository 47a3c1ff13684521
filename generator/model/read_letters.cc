#include "base/paths.h"
#include "base/text.h"
#include "model/reading.h"

#include <algorithm>

namespace stoplicht {
namespace {

// The names of the other files beside a letter, for a hint.
std::vector<std::string_view> files_in(const SiteFolder& folder, std::string_view prefix) {
  std::vector<std::string_view> names;
  for (auto file = folder.attachments.lower_bound(std::string(prefix)); file != folder.attachments.end(); ++file) {
    if (!file->first.starts_with(prefix)) break;
    names.push_back(std::string_view(file->first).substr(prefix.size()));
  }
  return names;
}

std::string read_file_name(Reading& reading, ObjectReader& object, const std::string& letter) {
  const std::string_view name = object.optional_word("file");
  if (name.data() == nullptr) return "";
  const auto path = resolve_beside(letter, name);
  if (!path) {
    object.error("path-outside", object.at("file"), in_quotes(name) + " does not name a file of the site folder",
                 "put the file beside the letter and write its name only");
    return "";
  }
  if (reading.folder.attachments.contains(*path)) return *path;
  if (reading.missed(*path)) return "";
  const auto beside = files_in(reading.folder, letter.substr(0, letter.rfind('/') + 1));
  object.error("file-missing", object.at("file"), "there is no file '" + *path + "'",
               beside.empty() ? "put the file beside the letter" : one_of_hint(name, beside));
  return "";
}

void read_attachment(Reading& reading, ObjectReader& object, const std::string& letter, Letter& into) {
  Attachment attachment;
  attachment.title = object.text("title");
  attachment.note = object.optional_text("note");
  attachment.url = read_url(object, "url");
  attachment.file = read_file_name(reading, object, letter);
  if (object.has("file") && object.has("url")) {
    object.error("attachment-place", object.at_key("url"), "an attachment has a 'file' or a 'url', not both",
                 "keep the file: it stays when the other site moves");
  }
  into.attachments.push_back(std::move(attachment));
}

void read_announcement(ObjectReader& object, Letter& letter) {
  Announcement announcement;
  announcement.what = object.text("what");
  announcement.by = object.optional_date("by");
  announcement.done = object.optional_text("done");
  announcement.letter = &letter;
  letter.announces.push_back(std::move(announcement));
}

// Commitments that this letter closes, and whether it may.
void read_closure(Reading& reading, Letter& letter, std::string_view id, const Place& place) {
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
  letter.address = "periodes/" + period.id + "/brieven/" + letter.id + ".html";
  letter.period = &period;
  letter.text = Text{&document, &period};
  if (!has_id_form(letter.id)) report_file_name(reading, document, letter.id);

  ObjectReader object(document, reading.diagnostics);
  letter.title = object.text("title");
  letter.kind_label = object.text("kind");
  letter.from = object.text("from");
  read_date(object, letter);
  std::size_t named = 0;
  object.texts("councils", [&](std::string_view id, const Place& place) {
    ++named;
    const Organisation* council = resolve(reading, reading.organisations, id, place);
    auto& councils = letter.councils;
    if (council != nullptr && std::find(councils.begin(), councils.end(), council) == councils.end()) {
      councils.push_back(council);
    }
  });
  if (object.has("councils") && named == 0 && !object.faulty()) {
    object.error("list-empty", object.at("councils"), "'councils' is empty",
                 "name the councils that the letter is for");
  }
  object.optional_texts("closes",
                        [&](std::string_view id, const Place& place) { read_closure(reading, letter, id, place); });
  object.optional_objects("announces", [&](ObjectReader& item) { read_announcement(item, letter); });
  object.optional_objects("attachments", [&](ObjectReader& item) { read_attachment(reading, item, path, letter); });
  object.finish();
  if (object.faulty() && letter.closes.empty()) reading.letters_missed = true;
}

}  // namespace stoplicht

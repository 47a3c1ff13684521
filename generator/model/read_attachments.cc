#include <algorithm>

#include "base/paths.h"
#include "model/reading.h"

// What letters and documents have in common.
namespace stoplicht {
namespace {

// The names of the other files beside a text, for a hint.
std::vector<std::string_view> files_in(const SiteFolder& folder, std::string_view prefix) {
  std::vector<std::string_view> names;
  for (auto file = folder.attachments.lower_bound(std::string(prefix)); file != folder.attachments.end(); ++file) {
    if (!file->first.starts_with(prefix)) break;
    names.push_back(std::string_view(file->first).substr(prefix.size()));
  }
  return names;
}

void read_file_name(Reading& reading, ObjectReader& object, const std::string& text, Attachment& attachment) {
  const std::string_view name = object.optional_word("file");
  if (name.data() == nullptr) return;
  const auto path = resolve_beside(text, name);
  if (!path) {
    object.error("path-outside", object.at("file"), in_quotes(name) + " does not name a file of the site folder",
                 "put the file beside this text and write its name only");
    return;
  }
  if (reading.folder.attachments.contains(*path)) {
    attachment.file = *path;
    return;
  }
  if (reading.missed(*path)) {
    attachment.withdrawn_file = *path;
    return;
  }
  const auto beside = files_in(reading.folder, text.substr(0, text.rfind('/') + 1));
  object.error("file-missing", object.at("file"), "there is no file '" + *path + "'",
               beside.empty() ? "put the file beside this text" : one_of_hint(name, beside));
}

}  // namespace

std::vector<Attachment> read_attachments(Reading& reading, ObjectReader& object, const std::string& file) {
  std::vector<Attachment> attachments;
  object.optional_objects("attachments", [&](ObjectReader& item) {
    Attachment attachment;
    attachment.title = item.text("title");
    attachment.note = item.optional_text("note");
    attachment.url = read_url(item, "url");
    read_file_name(reading, item, file, attachment);
    if (item.has("file") && item.has("url")) {
      item.error("attachment-place", item.at_key("url"), "an attachment has a 'file' or a 'url', not both",
                 "keep the file: it stays when the other site moves");
    }
    attachments.push_back(std::move(attachment));
  });
  return attachments;
}

std::vector<const Organisation*> read_councils(Reading& reading, ObjectReader& object, bool required,
                                               std::string hint) {
  std::vector<const Organisation*> councils;
  std::size_t named = 0;
  const auto read = [&](std::string_view id, const Place& place) {
    ++named;
    const Organisation* council = resolve(reading, reading.organisations, id, place);
    if (council == nullptr) object.set_faulty();
    if (council != nullptr && std::find(councils.begin(), councils.end(), council) == councils.end()) {
      councils.push_back(council);
    }
  };
  if (required) {
    object.texts("councils", read);
  } else {
    object.optional_texts("councils", read);
  }
  if (object.has("councils") && named == 0 && !object.faulty()) {
    object.error("list-empty", object.at("councils"), "'councils' is empty", std::move(hint));
  }
  return councils;
}

}  // namespace stoplicht

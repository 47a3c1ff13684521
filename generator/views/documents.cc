#include "views/documents.h"

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/edition_notes.h"
#include "views/lists.h"

namespace stoplicht {
namespace {

// What is said of it, and that it was taken out of view.
std::string note_of(const Scene& scene, const Attachment& attachment, const Period* period) {
  const Edition* edition = period != nullptr ? period->edition : nullptr;
  const WithdrawnPart* part = edition != nullptr && !attachment.withdrawn_file.empty()
                                  ? edition->withdrawal_of("attachment:" + attachment.withdrawn_file)
                                  : nullptr;
  return with_dots({attachment.note, part != nullptr ? withdrawn_text(scene, *part) : ""});
}

void add_attachments(const Scene& scene, const std::vector<Attachment>& attachments, const DocumentEntry& of,
                     std::vector<DocumentEntry>& out) {
  for (const Attachment& attachment : attachments) {
    DocumentEntry entry;
    entry.title = attachment.title;
    entry.kind = scene.strings.say("attachment_of", {{"document", of.title}});
    entry.note = note_of(scene, attachment, of.period);
    entry.councils = of.councils;
    if (!attachment.file.empty())
      entry.address = attachment_address(attachment.file, of.period);
    else
      entry.url = attachment.url;
    entry.sort_date = of.sort_date;
    entry.period = of.period;
    out.push_back(std::move(entry));
  }
}

void add_letter(const Scene& scene, const Letter& letter, std::vector<DocumentEntry>& out) {
  DocumentEntry entry;
  entry.title = letter.title;
  entry.kind = letter.kind_label;
  entry.from = letter.from;
  entry.date = letter_date(scene, letter);
  if (letter.date) entry.iso_date = to_iso(*letter.date);
  entry.councils = letter.councils;
  entry.address = letter.address;
  entry.period = letter.period;
  out.push_back(entry);
  add_attachments(scene, letter.attachments, entry, out);
}

void add_page(const Scene& scene, const ContentPage& page, std::vector<DocumentEntry>& out) {
  DocumentEntry entry;
  entry.title = page.title;
  entry.kind = page.kind_label.empty() ? scene.strings.say("kind_page") : page.kind_label;
  entry.from = page.from;
  entry.note = page.description;
  entry.date = page.date ? scene.locale.date(*page.date) : page.date_note;
  if (page.date) entry.iso_date = to_iso(*page.date);
  entry.councils = page.councils;
  entry.address = page.address;
  entry.sort_date = page.date;
  entry.period = page.period;
  out.push_back(entry);
  add_attachments(scene, page.attachments, entry, out);
}

void add_source(const Scene& scene, const Source& source, const Period& period, std::vector<DocumentEntry>& out) {
  DocumentEntry entry;
  entry.title = source.title;
  entry.kind = scene.strings.say("kind_source");
  entry.from = source.publisher;
  entry.note = source.note;
  entry.date = source.date;
  entry.url = source.url;
  entry.period = &period;
  out.push_back(std::move(entry));
}

}  // namespace

std::vector<DocumentEntry> all_documents(const Scene& scene) {
  std::vector<DocumentEntry> out;
  for (const auto& period : scene.site.periods) {
    for (const auto& letter : period->letters) add_letter(scene, *letter, out);
    for (const auto& page : period->pages) add_page(scene, *page, out);
    for (const Source& source : period->sources) add_source(scene, source, *period, out);
  }
  std::vector<const ContentPage*> loose;
  for (const auto& page : scene.site.pages)
    if (!page->kind_label.empty()) loose.push_back(page.get());
  std::stable_sort(loose.begin(), loose.end(), [](const ContentPage* a, const ContentPage* b) {
    return a->date && (!b->date || *b->date < *a->date);
  });
  for (const ContentPage* page : loose) add_page(scene, *page, out);
  return out;
}

Json document_list(const Scene& scene, const std::vector<DocumentEntry>& documents, const std::string& page_address,
                   bool with_councils) {
  Json out = Json::array();
  for (const DocumentEntry& entry : documents) {
    const bool on_site = !entry.address.empty();
    out.push_back(
        Json{{"title", entry.title},
             {"href", on_site ? percent_encode(relative_link(page_address, entry.address)) : entry.url},
             {"meta", with_dots({entry.kind, entry.date, with_councils ? councils_text(scene, entry.councils) : "",
                                 entry.councils.empty() ? entry.from : "", entry.note})}});
  }
  return out;
}

Json attachment_list(const Scene& scene, const std::vector<Attachment>& attachments, const Period* period,
                     const std::string& page_address) {
  Json out = Json::array();
  for (const Attachment& attachment : attachments) {
    const bool on_site = !attachment.file.empty();
    out.push_back(
        Json{{"title", attachment.title},
             {"href", on_site ? percent_encode(relative_link(page_address, attachment_address(attachment.file, period)))
                              : attachment.url},
             {"meta", note_of(scene, attachment, period)}});
  }
  return out;
}

Json event_list(const Scene& scene, const std::vector<const Event*>& events) {
  Json out = Json::array();
  for (const Event* event : events)
    out.push_back(Json{{"date", scene.locale.date(event->date)},
                       {"title", event->title},
                       {"href", event->url},
                       {"description", or_false(event->description)}});
  return out;
}

}  // namespace stoplicht

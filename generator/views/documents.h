#pragma once
#include <string>
#include <vector>

#include "views/page.h"
#include "views/wording.h"

// What there is to read besides the monitor itself: letters, documents, further pages, attachments and sources.
namespace stoplicht {

struct DocumentEntry {
  std::string title;
  std::string kind;      // "Raadsbrief", "Bijlage bij: …", "Bron"
  std::string from;      // May be empty.
  std::string note;      // May be empty.
  std::string date;      // As it is told; may be empty.
  std::string iso_date;  // For machines; empty when it is not known as a date.
  std::vector<const Organisation*> councils;
  std::string address;             // Of the site; empty when it is not on the site.
  std::string url;                 // Of the web; empty when it is not there.
  std::optional<Date> sort_date;   // Of those that belong to no period.
  const Period* period = nullptr;  // Null: of the whole site.
};

// Those of the periods, newest first; after them those of the whole site, newest first, without date last.
std::vector<DocumentEntry> all_documents(const Scene& scene);

// "document-list". `with_councils`: also to whose council; not on a page of that council.
Json document_list(const Scene& scene, const std::vector<DocumentEntry>& documents, const std::string& page_address,
                   bool with_councils = true);

// "document-list" of what is attached to a letter or document.
// `period`: of what they are attached to; null when it belongs to none.
Json attachment_list(const Scene& scene, const std::vector<Attachment>& attachments, const Period* period,
                     const std::string& page_address);

// "events"
Json event_list(const Scene& scene, const std::vector<const Event*>& events);

}  // namespace stoplicht

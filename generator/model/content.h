#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "load/document.h"

// What stands in content/: pages, documents, letters, and the commitments that they close. Part of the domain of
// site.h; what is said there of pointers and of empty text holds here too.
namespace stoplicht {

struct Commitment;
struct Letter;
struct Organisation;
struct Period;
struct Programme;
struct Project;

// Markdown that stands in a content file: parsed by the render room.
struct Text {
  const MarkdownDocument* document = nullptr;
  const Period* period = nullptr;  // Whose figures {{ … }} means; the newest period when the file belongs to none.
  bool empty() const;              // No document, or nothing but white space below the front matter.
};

struct Attachment {
  std::string title, note, url;
  std::string file;            // Relative to the site folder; empty when only told of, or taken out of view:
  std::string withdrawn_file;  // The path of a file that was taken out of view; else empty.
};

// A point on which a council is asked to decide.
struct Decision {
  std::string text;
  std::string outcome;  // Empty: not known.
};

// A word of the glossary, explained in one or two sentences.
struct Term {
  std::string id;  // Of its place on the glossary page: "begrip_uitstroom".
  std::string term;
  std::vector<std::string> also;  // Other forms in which texts use it: "uitgestroomd".
  std::string meaning;            // May hold {{ … }}.
  std::string link;               // Where more of it stands, as in data/site.json; may be empty.
  std::string group;              // Under which heading it stands; may be empty.
};

struct ContentPage {
  std::string address;  // "over.html", "periodes/2020-07/economie.html"
  std::string title, description;
  enum class Menu { none, main, footer } menu = Menu::none;
  int order = 0;  // In the menu.
  // What a document for a council has besides, such as a council proposal. Empty kind_label: it is none.
  std::string kind_label;  // "Raadsvoorstel"
  std::string from;        // By role; may be empty.
  std::optional<Date> date;
  std::string date_note;
  std::vector<const Organisation*> councils;
  std::vector<Decision> decisions;
  std::vector<Attachment> attachments;
  std::vector<Term> terms;         // Of a glossary page, in the order of the file.
  const Period* period = nullptr;  // Null: a page of content/pages.
  Text text;
};

// What one council tells of its own in a period.
struct LocalText {
  const Organisation* council = nullptr;
  Text text;
};

// ---- letters and commitments ----------------------------------------------------------------

struct Announcement {
  std::string what;
  std::optional<Date> by;  // Empty: no date was given.
  const Letter* letter = nullptr;
  bool overdue = false;  // Its date lies before Site::as_of and `done` is empty.
  std::string done;      // What came of it; empty when not known.
};

struct Letter {
  std::string id;                 // The file name without .md.
  std::string address;            // "periodes/2020-07/brieven/hilversum.html"
  std::string title, kind_label;  // "Raadsbrief", "Infosheet": as the letter calls itself.
  std::string from;               // By role: "College van burgemeester en wethouders".
  std::optional<Date> date;
  std::string date_note;  // What is known when the date is not.
  const Period* period = nullptr;
  std::vector<const Organisation*> councils;  // To whom.
  std::vector<const Commitment*> closes;
  std::vector<Announcement> announces;
  std::vector<Attachment> attachments;
  Text text;
};

enum class CommitmentStatus { open, in_progress, closed, lapsed };

struct Commitment {
  std::string id;       // Opaque: "T20-27".
  std::string address;  // "toezeggingen/t20-27.html"
  std::string title, text, meeting, by;
  Date made_on;
  std::optional<Date> due;  // Empty: no date was agreed.
  CommitmentStatus status = CommitmentStatus::open;
  bool overdue = false;  // Open or in progress, and due before Site::as_of.
  const Organisation* council = nullptr;
  const Letter* closed_by = nullptr;  // Set when closed.
  std::string lapsed_reason;          // Set when lapsed.
  std::vector<const Programme*> programmes;
  std::vector<const Project*> projects;
  Text closure;  // The story of the closure; required when closed.
};

}  // namespace stoplicht

#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "load/document.h"
#include "model/figure_marks.h"
#include "model/find_terms.h"

namespace stoplicht {

// Call once, in main, before any thread uses parse_markdown: registers cmark-gfm's extensions.
void initialise_markdown();

// What the Markdown pass asks of those who know the site. All may be called from several threads.
struct MarkdownSurroundings {
  // The text for {{ path }}; nothing when there is none, with the reason.
  FigureLookup figure;
  // The address of the page made from a content file ("content/pages/over.md"); nothing if none. ""
  // for a file with a fault of its own, so that a link to it is no second one.
  std::function<std::optional<std::string>(std::string_view file)> page_of;
  // The address at which an attachment is published ("content/pages/kaart.png"); nothing if there is
  // no such file, and "" when it is there but could not be read.
  std::function<std::optional<std::string>(std::string_view file)> attachment;
  // HTML of a fenced ```chart block, its figures filled in; nothing when it asks for no chart that exists, with
  // a hint. The HTML may hold links that are relative to `page_address`, and has `id_prefix` before its ids. Called
  // by parse_markdown with "" as address, to see whether the chart exists, and again by html(): a MarkdownText keeps
  // a copy, so what it refers to must live as long as the text.
  std::function<std::optional<std::string>(std::string_view text, std::string_view page_address,
                                           std::string_view id_prefix, std::string& hint)>
      chart;
  // The words of the glossary, which become links to their explanation where the text uses them first; null: none.
  const TermFinder* terms = nullptr;
  // Words that the HTML holds, from the theme.
  std::string footnotes_label;  // "Voetnoten"
  std::string footnote_back;    // "Terug naar de tekst bij noot"
  std::string table_label;      // "Tabel"
  std::string heading_link;     // "Link naar dit kopje"
};

struct MarkdownLink {
  std::string address;   // Of a page of this site; empty: this text's own page.
  std::string fragment;  // Without '#'; may be empty.
  Location where;
  std::string words = {};  // Between the square brackets; empty for a link of the data.
};

// Where a text stands, and how.
struct MarkdownPlacing {
  std::string_view page_address;  // Links become relative to it.
  int top_level = 1;  // The highest possible heading, "#", becomes <h{top_level}> (and so on down, at most h6).
  std::string_view id_prefix;    // Before every id, so that two texts can stand on one page; usually "".
  std::string_view base_url;     // Before every link to this site, instead of a relative one; usually "".
  std::string_view term_prefix;  // Before the ids of the explanations that terms link to.
};

// What stands below one heading of a text, as plain words: for searching.
struct MarkdownSection {
  std::string heading;  // Empty: what stands before the first one.
  std::string id;       // Of the heading, without prefix.
  std::string text;     // Without what code blocks and charts show. Paragraphs and cells are separated by line ends.
};

// A parsed text. Immutable; html() may be called from several threads.
class MarkdownText {
 public:
  virtual ~MarkdownText() = default;
  virtual void html(const MarkdownPlacing& placing, std::string& out) const = 0;
  virtual const std::vector<std::string>& heading_ids() const = 0;      // In order, without prefix.
  virtual const std::vector<MarkdownLink>& internal_links() const = 0;  // To check once all pages are known.
  // Those that the text uses, in the order of their first use, which links to `term_prefix` + Term::id.
  virtual const std::vector<const Term*>& terms() const = 0;
  virtual const std::vector<MarkdownSection>& sections() const = 0;
  virtual bool empty() const = 0;
};

// Parses GitHub-flavoured Markdown with footnotes below a document's front matter. Reports, each at
// its line: raw HTML (dropped; warning), an image without alternative text, an image or file that
// does not exist, an unknown {{ figure }}, a {{ that is not closed, a link whose target is written
// in a form that cannot work (see FORMATS.md, "Links"), javascript: and other unsafe schemes, a
// footnote without text, a table wider than 40 columns, a heading level that is skipped (warning).
std::unique_ptr<const MarkdownText> parse_markdown(const MarkdownDocument& document,
                                                   const MarkdownSurroundings& surroundings, Diagnostics& diagnostics);

}  // namespace stoplicht

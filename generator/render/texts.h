#pragma once
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/locale.h"
#include "load/site_folder.h"
#include "render/markdown.h"
#include "render/template.h"
#include "views/wording.h"

namespace stoplicht {

// A term of the glossary as pages explain it.
struct Word {
  const Term* term = nullptr;
  std::string meaning;  // With its figures filled in.
};

// Where a link of the data leads to on this site: "/privacy.html#cookies".
MarkdownLink link_of_data(std::string_view link, Location where);

// The address of the page that each content file makes, by the path of the file.
using FileAddresses = std::unordered_map<std::string, std::string>;
FileAddresses addresses_of_files(const Site& site);

// Every Markdown text of a scene, parsed once. Its pieces refer to the scene and the templates,
// which must outlive it.
class Texts {
 public:
  // Parses the texts that the scene's site holds, on `threads` threads, and reports their faults, those
  // of the periods' headlines and of the meanings of terms too. `present`: of today's site, to which the texts of an
  // edition link too. `editions`: what they have parsed is not parsed again, and asked of them; they must outlive it.
  Texts(const Scene& scene, const SiteFolder& folder, const Templates& templates, const Json& site_context,
        const FileAddresses& present, const std::vector<const Texts*>& editions, unsigned threads);

  // Null for a text that is empty.
  const MarkdownText* of(const Text& text) const;

  // The components that the charts in a text are drawn with.
  const std::set<std::string>& charts_in(const Text& text) const;

  // Links of all texts, and of terms, to pages of the site and their headings: of those that are not published, which
  // must lead somewhere, and of published ones, whose pages may be gone.
  std::vector<MarkdownLink> links() const;
  std::vector<MarkdownLink> published_links() const;

  // The glossary, in alphabetical order.
  const std::vector<Word>& words() const { return words_; }

  // The files beside the texts that a text or a letter names; no other is published.
  const std::set<std::string>& attachments() const { return attachments_; }

 private:
  void read_glossary(const Scene& scene, const SiteFolder& folder);
  const Texts& holder_of(const Text& text) const;  // Of the editions, or this one.
  std::vector<MarkdownLink> links_of(bool published) const;

  std::vector<const Texts*> editions_;

  std::unordered_map<const MarkdownDocument*, std::unique_ptr<const MarkdownText>> texts_;
  std::unordered_map<const MarkdownDocument*, std::set<std::string>> charts_;
  std::set<const MarkdownDocument*> published_;  // What an edition holds, or held before what came of it was told.
  std::set<std::string> attachments_;
  std::vector<Word> words_;
  std::vector<MarkdownLink> links_of_terms_;
};

}  // namespace stoplicht

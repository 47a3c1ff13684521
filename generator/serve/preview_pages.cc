#include "serve/preview_pages.h"

#include <algorithm>

#include "base/text.h"
#include "render/guide.h"
#include "serve/preview_files.h"

namespace stoplicht {
namespace {

constexpr std::size_t most_shown = 200;  // A file with a fault in every line is no longer read.

// "data/periods/2020-07.json, regel 21, teken 17"
std::string place_text(const PreviewWords& words, const ShownDiagnostic& fault) {
  std::string out = "<code>" + escape_html(fault.file) + "</code>";
  if (fault.line > 0) out += ", " + std::string(words.line) + " " + std::to_string(fault.line);
  if (fault.line > 0 && fault.column > 0) out += ", " + std::string(words.column) + " " + std::to_string(fault.column);
  return out;
}

// A sentence of the program, marked when it has no words in the language of the page.
std::string sentence(const PreviewWords& words, const std::string& text, MessageLanguage language) {
  const bool is_foreign = language != words.message_language;
  return is_foreign ? "<span lang=\"en\">" + escape_html(text) + "</span>" : escape_html(text);
}

std::string item(const PreviewWords& words, const ShownDiagnostic& fault) {
  const bool is_error = fault.severity == Severity::error;
  std::string out = is_error ? "<li class=\"error\">\n" : "<li class=\"warning\">\n";
  if (!fault.file.empty()) out += "<h2>" + place_text(words, fault) + "</h2>\n";
  out += "<p><strong>" + std::string(is_error ? words.error : words.warning) + ":</strong> " +
         sentence(words, fault.message, fault.message_language) + " <span class=\"id\">[" + escape_html(fault.id) +
         "]</span></p>\n";
  if (!fault.source_lines.empty())
    out += "<pre tabindex=\"0\"><code>" + escape_html(fault.source_lines) + "</code></pre>\n";
  if (!fault.hint.empty())
    out += "<p><strong>" + std::string(words.what_to_do) + ":</strong> " +
           sentence(words, fault.hint, fault.hint_language) + "</p>\n";
  return out + "</li>\n";
}

std::string head_links(const std::string& data) {
  const std::string folder(preview_folder);
  static const std::string stylesheet = lasting_name("preview.css", preview_stylesheet());
  static const std::string script = lasting_name("preview.js", preview_script());
  return "<link rel=\"stylesheet\" href=\"" + folder + stylesheet + "\">\n<script defer src=\"" + folder + script +
         "\" data-" + data + "\"></script>\n";
}

std::string guide_link(const PreviewWords& words) {
  return "<a href=\"/" + std::string(guide_folder) + "\">" + std::string(words.guide) + "</a>";
}

std::string explanation(const PreviewWords& words, const Faults& faults, bool site_remains) {
  if (faults.list.empty()) return {};
  std::string out(faults.errors == 0 ? words.only_warnings : site_remains ? words.last_good : words.no_good);
  return "<p>" + out + " " + std::string(words.vanishes) + "</p>\n";
}

// A page of the preview's own. `content`: what follows its title.
std::string own_page(const PreviewWords& words, const std::string& title, const std::string& state,
                     const std::string& content) {
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(words.language) + "\">\n<head>\n";
  out += "<meta charset=\"utf-8\">\n<title>" + title + "</title>\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n" + head_links("state=\"" + state) + "</head>\n";
  out += "<body class=\"stoplicht-faults\" data-state=\"" + state + "\" data-close=\"" + std::string(words.show_site) +
         "\">\n<main>\n<h1 id=\"stoplicht-title\">" + title + "</h1>\n";
  return out + content + "</main>\n</body>\n</html>\n";
}

// `links` at the end of the page's head, `marks` at the beginning of its body.
std::string with_links_and_marks(const std::string& page, const std::string& links, const std::string& marks) {
  const std::size_t head_end = std::min(page.find("</head>"), page.size());
  const std::size_t body = page.find("<body", head_end);
  const std::size_t body_start = body == std::string::npos ? page.size() : std::min(page.find('>', body), page.size());
  const std::size_t after_body = std::min(body_start + 1, page.size());

  std::string out;
  out.reserve(page.size() + links.size() + marks.size() + 1);
  out.append(page, 0, head_end).append(links);
  out.append(page, head_end, after_body - head_end).append(marks.empty() ? "" : "\n" + marks);
  out.append(page, after_body);
  return out;
}

}  // namespace

std::string starting_page(const PreviewWords& words) { return own_page(words, std::string(words.starting), "", ""); }

std::string faults_page(const PreviewWords& words, const Faults& faults, const std::string& state, bool site_remains) {
  const std::string title = faults.list.empty()
                                ? std::string(words.nothing_wrong)
                                : std::string(words.site_has) + counts_text(words, faults.errors, faults.warnings);
  std::string out = explanation(words, faults, site_remains);
  if (!faults.list.empty()) {
    // Errors first: they are what keeps the site from being made.
    std::vector<const ShownDiagnostic*> ordered;
    for (const ShownDiagnostic& fault : faults.list) ordered.push_back(&fault);
    std::stable_sort(ordered.begin(), ordered.end(), [](const ShownDiagnostic* a, const ShownDiagnostic* b) {
      return a->severity == Severity::error && b->severity != Severity::error;
    });
    out += "<ol class=\"list\">\n";
    for (std::size_t i = 0; i < std::min(most_shown, ordered.size()); ++i) out += item(words, *ordered[i]);
    out += "</ol>\n";
    if (ordered.size() > most_shown) {
      const std::size_t more = ordered.size() - most_shown;
      out += "<p>" + std::to_string(more) + std::string(more == 1 ? words.more_one : words.more_other) + "</p>\n";
    }
  }
  return own_page(words, title, state, out + "<p>" + guide_link(words) + "</p>\n");
}

std::string previewed_page(const std::string& page, const PreviewWords& words, const std::string& site,
                           const std::vector<const Draft*>& drafts, std::optional<std::size_t> blocking) {
  std::string marks;
  for (const Draft* draft : drafts) {
    marks += "<p class=\"stoplicht-draft\" role=\"note\" lang=\"" + std::string(words.language) + "\">" +
             std::string(words.draft_before) + escape_html(draft->name) + std::string(words.draft_after);
    if (blocking)
      marks += " <a href=\"" + std::string(rehearsal_folder) + "\">" + blocking_text(words, *blocking) + "</a>.";
    marks += " " + guide_link(words) + "</p>\n";
  }
  return with_links_and_marks(page, head_links("site=\"" + site), marks);
}

std::string previewed_rehearsal(const std::string& page, const PreviewWords& words, const std::string& state) {
  std::string links = "<link rel=\"stylesheet\" href=\"" + std::string(rehearsal_stylesheet) + "\">\n";
  links += head_links("state=\"" + state + "\" data-copy=\"" + std::string(words.copy) + "\" data-copied=\"" +
                      std::string(words.copied));
  return with_links_and_marks(page, links, "");
}

}  // namespace stoplicht

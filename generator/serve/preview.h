#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/output_file.h"
#include "render/rehearsal_output.h"
#include "serve/hosts.h"
#include "serve/http_response.h"
#include "serve/preview_pages.h"
#include "serve/served_site.h"

namespace stoplicht {

// What one build gave.
struct SiteVersion {
  std::vector<OutputFile> files;
  std::string base_url, language;  // Empty: not known; the language is then what it was.
  std::vector<Draft> drafts;
  std::optional<RehearsalOutput> rehearsal = std::nullopt;  // Nothing: it could not be made.
};

// The last good version of a site, and what is wrong with the files as they are now. Thread-safe.
class Preview {
 public:
  // `run`: a name for this run of the program, of letters and digits. Pages from an earlier run are refreshed by it.
  // `guide`: pages, and what they need where the site has no file of that address.
  Preview(AllowedHosts hosts, std::string run, std::vector<OutputFile> guide = {})
      : hosts_(std::move(hosts)), run_(std::move(run)), guide_(std::move(guide), "") {}

  // What the faults of a site in `language` are told in; when that is empty, of the site as it was before.
  MessageLanguage message_language(const std::string& language) const;

  // Shows a build. One with errors leaves the version before it, and shows the errors over it.
  void show(SiteVersion built, Faults faults);

  // For open pages, one line of JSON: {site, state, errors, warnings, bar}. `site` is another one with each good build,
  // `state` with each build. `bar`: "2 waarschuwingen", empty when nothing is wrong.
  std::string event() const;

  HttpResponse answer(const HttpRequest& request) const;

 private:
  // What holds at one moment. Immutable, so that a request is answered from one and the same.
  struct Shown {
    std::shared_ptr<const ServedSite> site;            // Null: there was no good one yet.
    std::vector<Draft> drafts;                         // Of `site`.
    std::optional<std::size_t> blocking;               // Of `site`: what keeps a draft from being published.
    std::shared_ptr<const RehearsalOutput> rehearsal;  // Of the files as they are; null: there is none.
    std::string language = "nl";
    std::string site_name;  // Of `site`; empty when it is null.
    std::string state_name;
    Faults faults;
  };

  std::shared_ptr<const Shown> shown() const;
  // `shown`: null before the first build.
  static HttpResponse answer_of_preview(const Shown* shown, std::string_view name, bool has_digest);
  static HttpResponse answer_of_rehearsal(const Shown& shown, std::string_view name);
  HttpResponse answer_of_guide(const HttpRequest& request) const;
  static HttpResponse answer_of_site(const Shown& shown, const HttpRequest& request);

  const AllowedHosts hosts_;
  const std::string run_;
  const ServedSite guide_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Shown> shown_;  // Null before the first build.
  unsigned long builds_ = 0;
};

}  // namespace stoplicht

#include "serve/preview.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "serve/preview_files.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

HttpResponse file_response(std::string type, SharedBytes bytes) {
  HttpResponse response{200, std::move(type), std::move(bytes)};
  response.etag = etag_of(*response.body);
  return response;
}

HttpResponse page_response(int status, std::string page) {
  HttpResponse response =
      file_response("text/html; charset=utf-8", std::make_shared<const std::string>(std::move(page)));
  response.status = status;
  return response;
}

HttpResponse text_response(std::string type, std::string_view text) {
  return file_response(std::move(type), std::make_shared<const std::string>(text));
}

HttpResponse folder_response(const std::string& address, std::string_view target) {
  const std::size_t query = target.find('?');
  HttpResponse response = plain_response(302, "This is a folder.");
  response.location = "/" + percent_encode(address) + "/";
  if (query != std::string_view::npos) response.location += target.substr(query);
  return response;
}

// "assets/gemeente.1a2b3c4d.css": named after its bytes, as a theme's files are.
bool is_named_after_bytes(std::string_view address) {
  constexpr std::size_t digits = 8;
  const std::size_t end = address.rfind('.');
  if (!address.starts_with("assets/") || end == std::string_view::npos || end <= digits) return false;
  return address[end - digits - 1] == '.' &&
         address.substr(end - digits, digits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

HttpResponse response_of(Located located) {
  HttpResponse response = file_response(content_type_of(located.address), std::move(located.bytes));
  response.is_lasting = is_named_after_bytes(located.address);
  return response;
}

}  // namespace

void Preview::show(SiteVersion built, Faults faults) {
  const std::shared_ptr<const Shown> before = shown();
  Shown next;
  if (before) next = *before;
  next.rehearsal = nullptr;  // It tells of files as they are now, or nothing.
  next.state_name = run_ + "-" + std::to_string(++builds_);
  if (!built.language.empty()) next.language = built.language;
  if (faults.errors == 0) {
    next.site = std::make_shared<const ServedSite>(std::move(built.files), built.base_url);
    next.drafts = std::move(built.drafts);
    next.blocking = built.rehearsal ? std::optional(built.rehearsal->blocking) : std::nullopt;
    next.site_name = next.state_name;
  }
  if (built.rehearsal) next.rehearsal = std::make_shared<const RehearsalOutput>(std::move(*built.rehearsal));
  next.faults = std::move(faults);
  const std::lock_guard lock(mutex_);
  shown_ = std::make_shared<const Shown>(std::move(next));
}

MessageLanguage Preview::message_language(const std::string& language) const {
  const std::shared_ptr<const Shown> before = shown();
  const std::string& holds = !language.empty() ? language : before ? before->language : Shown().language;
  return preview_words(holds).message_language;
}

std::shared_ptr<const Preview::Shown> Preview::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

std::string Preview::event() const {
  const std::shared_ptr<const Shown> now = shown();
  if (!now) return {};
  const Faults& faults = now->faults;
  const nlohmann::ordered_json event{
      {"site", now->site_name},
      {"state", now->state_name},
      {"errors", faults.errors},
      {"warnings", faults.warnings},
      {"bar", counts_text(preview_words(now->language), faults.errors, faults.warnings)}};
  return event.dump();
}

HttpResponse Preview::answer(const HttpRequest& request) const {
  if (!hosts_.allow(request.host))
    return plain_response(403, "This preview is not served under that name. Use the address that the terminal shows.");
  if (request.method != "GET" && request.method != "HEAD") return plain_response(405, "There is nothing to send here.");
  const std::shared_ptr<const Shown> now = shown();
  const std::string_view path = std::string_view(request.target).substr(0, request.target.find_first_of("?#"));
  if (path.starts_with(preview_folder))
    return unless_known(answer_of_preview(now.get(), path.substr(preview_folder.size()), path != request.target),
                        request);
  const auto has = [&](const ServedSite& files) { return files.locate(request.target).kind != Located::Kind::nowhere; };
  if (has(guide_) && (!now || !now->site || !has(*now->site))) return unless_known(answer_of_guide(request), request);
  if (!now) return page_response(503, starting_page(preview_words("")));
  if (now->rehearsal != nullptr && std::string(path) + "/" == rehearsal_folder)
    return folder_response(std::string(path.substr(1)), request.target);
  if (path.starts_with(rehearsal_folder) && now->rehearsal != nullptr)
    return unless_known(answer_of_rehearsal(*now, path.substr(rehearsal_folder.size())), request);
  if (!now->site)
    return page_response(503, faults_page(preview_words(now->language), now->faults, now->state_name, false));
  return unless_known(answer_of_site(*now, request), request);
}

HttpResponse Preview::answer_of_preview(const Shown* shown, std::string_view name, bool has_digest) {
  if (name == "events") return {200, "text/event-stream", nullptr, {}, {}, true};
  if (name == "worker.js") return text_response("text/javascript; charset=utf-8", preview_worker());
  if (name == "preview.js" || name == "preview.css") {
    HttpResponse response = name == "preview.js" ? text_response("text/javascript; charset=utf-8", preview_script())
                                                 : text_response("text/css; charset=utf-8", preview_stylesheet());
    response.is_lasting = has_digest;
    return response;
  }
  if (name != "faults") return plain_response(404, "The preview has no such file.");
  if (shown == nullptr) return page_response(503, starting_page(preview_words("")));
  return page_response(
      200, faults_page(preview_words(shown->language), shown->faults, shown->state_name, shown->site != nullptr));
}

HttpResponse Preview::answer_of_rehearsal(const Shown& shown, std::string_view name) {
  if (name == rehearsal_stylesheet) return text_response("text/css; charset=utf-8", shown.rehearsal->css);
  if (!name.empty() && name != "index.html") return plain_response(404, "The rehearsal has no such file.");
  return page_response(200,
                       previewed_rehearsal(shown.rehearsal->page, preview_words(shown.language), shown.state_name));
}

// As it is, without the preview's script: no fault of the site lies over the page that may help with it.
HttpResponse Preview::answer_of_guide(const HttpRequest& request) const {
  Located located = guide_.locate(request.target);
  if (located.kind == Located::Kind::folder) return folder_response(located.address, request.target);
  return response_of(std::move(located));
}

HttpResponse Preview::answer_of_site(const Shown& shown, const HttpRequest& request) {
  Located located = shown.site->locate(request.target);
  if (located.kind == Located::Kind::folder) return folder_response(located.address, request.target);
  const bool is_there = located.kind == Located::Kind::file;
  if (!is_there) located = {Located::Kind::file, not_found_address, shown.site->find(not_found_address)};
  if (!located.bytes) return plain_response(404, "There is no such page.");
  if (!content_type_of(located.address).starts_with("text/html")) return response_of(std::move(located));
  std::vector<const Draft*> drafts;
  for (const Draft& draft : shown.drafts)
    if (draft.is_told_at(located.address)) drafts.push_back(&draft);
  return page_response(is_there ? 200 : 404, previewed_page(*located.bytes, preview_words(shown.language),
                                                            shown.site_name, drafts, shown.blocking));
}

}  // namespace stoplicht

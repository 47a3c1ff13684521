#include "model/reading.h"

namespace stoplicht {

const Document* Reading::data(std::string_view path) const {
  const auto found = folder.data.find(std::string(path));
  return found == folder.data.end() ? nullptr : found->second.get();
}

std::string content_folder(const Period& period) { return "content/periods/" + period.id + "/"; }

void check_id_is_new(std::set<std::string, std::less<>>& seen, const std::string& id, std::string_view noun,
                     ObjectReader& object) {
  if (id.empty() || seen.insert(id).second) return;
  object.error("id-duplicate", object.at("id"), "another " + std::string(noun) + " has the id " + in_quotes(id),
               "an id is an address: give each its own");
}

void read_span(ObjectReader& object, std::optional<Date>& from, std::optional<Date>& until) {
  from = object.optional_date("from");
  until = object.optional_date("until");
  if (from && until && from->first_day() > until->last_day()) {
    object.error("date-order", object.at("until"),
                 "'until' (" + to_iso(*until) + ") lies before 'from' (" + to_iso(*from) + ")",
                 "exchange the two dates, or correct one");
  }
}

std::string read_url(ObjectReader& object, std::string_view key, bool site_too) {
  const std::string_view url = object.optional_word(key);
  if (url.data() == nullptr) return "";
  const bool of_web = (url.starts_with("https://") && url.size() > 8) || (url.starts_with("http://") && url.size() > 7);
  const bool of_site = site_too && url.starts_with("/") && !url.starts_with("//");
  bool plain = true;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>' || c == '\\') plain = false;
  }
  if (plain && (of_web || of_site)) return std::string(url);
  object.error(
      "url-form", object.at(key),
      in_quotes(url) + " is not an address of the web" + (site_too ? " or of this site" : ""),
      site_too ? "write https://… or, for a page of this site, /privacy.html" : "write the whole address: https://…");
  return "";
}

std::string_view stem(std::string_view path, std::string_view extension) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (name.ends_with(extension)) name.remove_suffix(extension.size());
  return name;
}

bool lists_anything(const Document& document, std::string_view key) {
  const auto found = document.root().find(key);
  return found != document.root().end() && found->is_array() && !found->empty();
}

}  // namespace stoplicht

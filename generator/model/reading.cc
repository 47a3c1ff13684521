#include "model/reading.h"

#include "base/text.h"

namespace stoplicht {

const Document* Reading::data(std::string_view path) const {
  const auto found = folder.data.find(std::string(path));
  return found == folder.data.end() ? nullptr : found->second.get();
}

bool Reading::missed(std::string_view path) const {
  if (unreadable.empty()) return false;
  if (folder.data.contains(std::string(path)) || folder.content.contains(std::string(path))) return false;
  while (!unreadable.contains(path)) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return false;
    path = path.substr(0, slash);
  }
  return true;
}

std::string content_folder(const Period& period) { return "content/periods/" + period.id + "/"; }

namespace {

// Completes `pointer` to the first thing with the id, going along `parts`; in the last list, and with `everywhere` in
// every list, to whichever item has it.
bool find_first_with_id(const Json& json, std::span<const std::string_view> parts, std::string_view id, bool everywhere,
                        std::string& pointer) {
  if (parts.empty()) return json.is_object() && json.contains("id") && json["id"] == id;
  const auto go_on = [&](const Json& inside, const std::string& part) {
    const std::size_t length = pointer.size();
    pointer += '/' + part;
    if (find_first_with_id(inside, parts.subspan(1), id, everywhere, pointer)) return true;
    pointer.resize(length);
    return false;
  };
  const std::string part(parts.front());
  if (json.is_object()) return json.contains(part) && go_on(json[part], part);
  if (!json.is_array()) return false;
  if (everywhere || parts.size() == 1) {
    for (std::size_t i = 0; i < json.size(); ++i) {
      if (go_on(json[i], std::to_string(i))) return true;
    }
    return false;
  }
  const auto index = static_cast<std::size_t>(std::stoul(part));
  return index < json.size() && go_on(json[index], part);
}

std::string_view with_article(OrganisationKind kind) {
  switch (kind) {
    case OrganisationKind::municipality: return "a municipality";
    case OrganisationKind::region: return "a region";
    case OrganisationKind::body: return "a body";
    case OrganisationKind::ministry: return "a ministry";
    case OrganisationKind::partner: return "a partner";
  }
  return "";
}

std::string hint_for_municipality(const Reading& reading, std::string_view id) {
  if (reading.hints_left <= 0) return "";
  --reading.hints_left;
  std::vector<std::string_view> ids;
  for (const Organisation* municipality : reading.site.municipalities()) ids.push_back(municipality->id);
  return ids.empty() ? "there is no municipality yet: add it to data/organisations.json" : one_of_hint(id, ids);
}

}  // namespace

const Organisation* resolve_municipality(const Reading& reading, std::string_view id, const Place& place, bool as_key) {
  const auto where = [&] { return as_key ? place.key() : place.value(); };
  const Organisation* found = reading.organisations.find(id);
  if (found == nullptr) {
    if (reading.organisations.incomplete) return nullptr;
    reading.diagnostics.error("reference-unknown", where(), "unknown municipality " + in_quotes(id),
                              hint_for_municipality(reading, id));
    return nullptr;
  }
  if (found->kind == OrganisationKind::municipality) return found;
  if (reading.organisation_kind_known.contains(found)) {
    reading.diagnostics.error("council-kind", where(),
                              in_quotes(id) + " is " + std::string(with_article(found->kind)) + ", not a municipality",
                              hint_for_municipality(reading, id));
  }
  return nullptr;
}

void report_second_id(std::string_view noun, const std::string& id, ObjectReader& object, bool everywhere) {
  const Document& document = object.place().document();
  const std::string own = object.place().pointer();
  std::vector<std::string_view> parts = split(own, '/');
  parts.erase(parts.begin());
  std::string hint = "give each its own id";
  std::string first;
  if (find_first_with_id(document.root(), parts, id, everywhere, first)) {
    hint += "; the first is on line " + std::to_string(document.at(first + "/id").line);
  }
  object.error("id-duplicate", object.at("id"), "another " + std::string(noun) + " has the id " + in_quotes(id),
               std::move(hint));
}

void check_id_is_new(std::set<std::string, std::less<>>& seen, const std::string& id, std::string_view noun,
                     ObjectReader& object) {
  if (id.empty() || seen.insert(id).second) return;
  report_second_id(noun, id, object, false);
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

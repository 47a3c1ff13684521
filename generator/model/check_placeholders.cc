#include "model/placeholders.h"
#include "model/reading.h"

// What a draft still asks for, in any text of the site folder: forgotten, it would be published as it stands.
namespace stoplicht {
namespace {

// Whole, for it may tell what to do: the longest of ours has some 200 characters.
void report(Reading& reading, std::string_view asked, Location where) {
  constexpr int longest = 300;
  reading.diagnostics.warning("text-placeholder", std::move(where),
                              in_quotes(asked, longest) + " is still to be filled in",
                              "write what it asks for in its place, do what it says, or take it out");
}

void check_values(Reading& reading, const Json& value, const Place& place) {
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    for (const TextRange& each : find_placeholders(text))
      report(reading, std::string_view(text).substr(each.offset, each.length), place.value());
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) check_values(reading, value[i], place.item(i));
  } else if (value.is_object()) {
    for (const auto& [key, member] : value.items()) check_values(reading, member, place.member(key));
  }
}

// The address that `init` leaves open: names that end so lead nowhere, for ever.
void check_address(Reading& reading, const Document& document) {
  if (!document.root().is_object() || !document.root().contains("base_url")) return;
  const Json& address = document.root()["base_url"];
  if (!address.is_string()) return;
  const std::string& url = address.get_ref<const std::string&>();
  const std::size_t host = url.find("://");
  if (host == std::string::npos || !url.substr(0, url.find_first_of(":/", host + 3)).ends_with(".invalid")) return;
  reading.diagnostics.warning("text-placeholder", Place(document).member("base_url").value(),
                              in_quotes(url) + " is not where the site will stand",
                              "write its address, such as https://monitor.example.nl/");
}

}  // namespace

void check_placeholders(Reading& reading) {
  const auto site = reading.folder.data.find("data/site.json");
  if (site != reading.folder.data.end() && site->second != nullptr) check_address(reading, *site->second);
  for (const auto& [path, document] : reading.folder.data)
    if (document != nullptr) check_values(reading, document->root(), Place(*document));
  for (const auto& [path, document] : reading.folder.content) {
    if (document == nullptr) continue;
    check_values(reading, document->root(), Place(*document));
    for (const TextRange& each : find_placeholders(document->body()))
      report(reading, document->body().substr(each.offset, each.length),
             document->source().at(document->body_offset() + each.offset, each.length));
  }
}

}  // namespace stoplicht

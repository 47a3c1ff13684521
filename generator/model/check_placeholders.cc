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

}  // namespace

void check_placeholders(Reading& reading) {
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

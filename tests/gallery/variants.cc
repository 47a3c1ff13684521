#include "gallery/variants.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/text.h"

namespace stoplicht::gallery {
namespace {

// Keys of what a template writes elsewhere than between tags: in links, classes, attributes.
constexpr std::array<std::string_view, 27> not_for_people = {"address",
                                                             "anchor",
                                                             "canonical",
                                                             "email",
                                                             "fragment",
                                                             "generator",
                                                             "href",
                                                             "html",
                                                             "id",
                                                             "kind",
                                                             "language",
                                                             "light",
                                                             "line",
                                                             "page",
                                                             "points",
                                                             "print",
                                                             "root",
                                                             "shape",
                                                             "striped",
                                                             "stylesheet",
                                                             "token_class",
                                                             "url",
                                                             "own_address",
                                                             "rel",
                                                             "further_stylesheet",
                                                             "message_language",
                                                             "hint_language"};

constexpr std::string_view hostile_text =
    "\"><script>window.harmed = 1</script><img src=x onerror=\"window.harmed = 2\">'-->{{title}}{{{html}}} &lt; &copy; "
    "\xE2\x80\x8F\xE2\x80\xAEomgekeerd\xE2\x80\xAC ]]> </title></style>";

constexpr std::string_view long_word = "Meervoudigepersoonlijkheidsstoornisbehandelcentrumdirecteurenvergadering";

// A number, a measure or a line of a drawing: "14", "38.20%", "M 0 4.5 L 10 2". A percentage for people has a blank.
bool is_measure(std::string_view text) {
  return text.find_first_not_of("0123456789.,%- MLHVCSQTAZmlhvcsqtaz") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

// A single sign, such as an arrow: no author writes those.
bool is_sign(std::string_view text) { return length_in_characters(text) == 1; }

// Replaces every text for people, and counts them; each has its number behind it, since some may stand only once.
void replace_texts(Json& value, std::string_view key, std::string_view text, int& count) {
  if (value.is_string()) {
    const std::string& old = value.get_ref<const std::string&>();
    const bool is_text = std::find(not_for_people.begin(), not_for_people.end(), key) == not_for_people.end();
    if (is_text && !old.empty() && !is_measure(old) && !is_sign(old))
      value = std::string(text) + " " + std::to_string(++count);
  }
  if (value.is_object())
    for (auto& [name, member] : value.items()) replace_texts(member, name, text, count);
  if (value.is_array())
    for (Json& item : value) replace_texts(item, key, text, count);
}

// As ids of pages are written; what a commitment is called ("T20-27") is a text.
bool is_page_id(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

void prefix_ids(Json& value, std::string_view key, std::string_view prefix) {
  if (value.is_string()) {
    std::string text = value.get<std::string>();
    if (key == "id" && is_page_id(text)) value = std::string(prefix) + text;
    if (key == "href" && text.size() > 1 && text[0] == '#') value = "#" + std::string(prefix) + text.substr(1);
  }
  if (value.is_object())
    for (auto& [name, member] : value.items()) prefix_ids(member, name, prefix);
  if (value.is_array())
    for (Json& item : value) prefix_ids(item, key, prefix);
}

}  // namespace

std::vector<Variant> variants_of(const Json& context) {
  const auto with = [&](std::string_view text) {
    Json changed = context;
    int count = 0;
    replace_texts(changed, "", text, count);
    return changed;
  };
  std::vector<Variant> variants{{"", context}};
  Json hostile = with(hostile_text);
  if (hostile == context) return variants;
  variants.push_back({", with hostile texts", std::move(hostile)});
  variants.push_back({", with long words", with(long_word)});
  return variants;
}

Json with_own_ids(Json context, std::string_view prefix) {
  prefix_ids(context, "", prefix);
  return context;
}

Json symbols_in(std::string_view html) {
  Json symbols = Json::array();
  constexpr std::string_view mark = "<symbol id=\"";
  for (std::size_t at = html.find(mark); at != std::string_view::npos; at = html.find(mark, at)) {
    at += mark.size();
    const std::string id(html.substr(at, html.find('"', at) - at));
    // Any shape can have any light; icons have the colour of the text around them.
    const Json lights = id.starts_with("l-") ? Json{"green", "amber", "red", "blue", "purple", "grey"} : Json{"none"};
    symbols.push_back({{"id", id}, {"lights", lights}});
  }
  return symbols;
}

}  // namespace stoplicht::gallery

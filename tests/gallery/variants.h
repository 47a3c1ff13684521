#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht::gallery {

using Json = nlohmann::json;

// An example of a component, or the same with other texts.
struct Variant {
  std::string title;  // What stands behind the example's name: "", ", with hostile texts".
  Json context;
};

// The context as it is, with markup in each text, and with a word of more than sixty letters as each text. What is
// no text for people stays: links, ids, kinds, measures of drawings. A context without texts has one variant.
std::vector<Variant> variants_of(const Json& context);

// The same context whose ids, and links to them, begin with `prefix`: several examples stand on one page.
Json with_own_ids(Json context, std::string_view prefix);

// The names of the symbols in a sprite, each with the lights it is shown in: [{ "id", "lights": [] }].
Json symbols_in(std::string_view html);

}  // namespace stoplicht::gallery

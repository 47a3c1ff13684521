#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "load/document.h"
#include "load/json_position.h"

namespace stoplicht {

struct FrontMatterPlace {
  ByteRange key;  // Of an element of a list: the same as value.
  ByteRange value;
};

struct FrontMatter {
  Json values = Json::object();
  std::map<std::string, FrontMatterPlace, std::less<>> places;  // By JSON pointer; the root is not among them.
};

// Reads the front matter in text[begin, end): from its opening line "---" up to its closing line.
// `text` is source.text() with valid UTF-8. Nothing is returned after a syntax fault.
std::optional<FrontMatter> read_front_matter(const SourceText& source, std::string_view text, std::size_t begin,
                                             std::size_t end, Diagnostics& diagnostics);

// What a plain scalar (one without quotes) means: null, true, false, a whole number, a decimal
// number, or else a text. A number is only what has no leading zero, no '+', no exponent and at
// most 15 digits, so that dates, telephone numbers and codes stay what they are.
Json plain_scalar(std::string_view text);

}  // namespace stoplicht

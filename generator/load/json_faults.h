#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"
#include "load/json_position.h"

namespace stoplicht {

constexpr std::size_t deepest_nesting = 64;

// Whole numbers up to this are exact for every reader of JSON (RFC 8259, section 6).
constexpr double largest_whole_number = 9007199254740991.0;

struct JsonFaults {
  bool syntax = false;                  // A syntax fault was reported; reading stopped there.
  bool complete = true;                 // False: stopped before the end, at a syntax fault or too many others.
  std::vector<ByteRange> out_of_range;  // Numbers reported as out of range.
};

// Reports everything that is wrong with a JSON text, each at its place: duplicate keys, nesting
// that is too deep, numbers out of range, and the first syntax fault with what was probably meant.
// `text` is source.text() with valid UTF-8. Slower than parsing: meant for when a parser stumbled.
JsonFaults report_json_faults(const SourceText& source, std::string_view text, Diagnostics& diagnostics);

}  // namespace stoplicht

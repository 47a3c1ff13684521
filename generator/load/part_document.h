#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "load/document.h"

// Documents that are made of other documents: of a part of one, or of one with something changed. Their faults are
// told where the value stands in the file that was read.
namespace stoplicht {

// Gives the pointer in the whole for a pointer in the part.
using PointerInWhole = std::function<std::string(std::string_view)>;

// `whole` must outlive it.
std::shared_ptr<const Document> part_of(const Document& whole, Json root, PointerInWhole in_whole);

// The same document with other values in it; what was added is told to stand at its nearest parent. `original` must
// outlive it.
std::shared_ptr<const Document> changed(const Document& original, Json root);

// A Markdown file that stands in another document. `path`: where it stood in the site folder, to which its links are
// relative. The places of faults are those in the text, of which line 1 is the first below the front matter.
std::shared_ptr<const MarkdownDocument> stored_markdown(std::string path, Json front_matter, std::string text);

}  // namespace stoplicht

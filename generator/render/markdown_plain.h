#pragma once
#include <vector>

#include "render/markdown.h"
#include "render/markdown_tree.h"
#include "render/markdown_words.h"

namespace stoplicht {

// The words of a text without what makes them look like something, heading by heading; see MarkdownText::sections.
// `heading_ids`: of the headings that have words, in their order.
std::vector<MarkdownSection> plain_sections(const MarkdownTree& tree, MarkdownWords& words,
                                            const std::vector<std::string>& heading_ids);

}  // namespace stoplicht

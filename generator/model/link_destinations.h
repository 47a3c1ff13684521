#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// Whatever in a Markdown text may be where a link or a picture leads, decoded, without what stands behind a '#' or '?':
// in order, as often as it stands there. More than that, too: words behind a bracket and code. It is for asking which
// of some known files a text names, before the text is rendered.
std::vector<std::string> destinations_in(std::string_view markdown);

}  // namespace stoplicht

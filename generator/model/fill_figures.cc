#include "model/fill_figures.h"

#include "base/text.h"
#include "model/figures.h"

namespace stoplicht {

std::string fill_figures(const Site& site, const Period& period, std::string_view text, const Location& where,
                         const Locale& locale, Diagnostics& diagnostics) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", from)) {
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) {
      diagnostics.error("figure-unclosed", where, "'{{' without '}}'", "write {{ path }}, such as {{ count.projects }}");
      break;
    }
    out.append(text.substr(from, open - from));
    const std::string_view path = trim(text.substr(open + 2, close - open - 2));
    std::string hint;
    if (const auto value = figure(site, period, path, locale, hint)) {
      out += *value;
    } else {
      diagnostics.error("figure-unknown", where, "unknown figure '" + std::string(path) + "'", hint);
      out.append(text.substr(open, close + 2 - open));
    }
    from = close + 2;
  }
  out.append(text.substr(from));
  return out;
}

}  // namespace stoplicht

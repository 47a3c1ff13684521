#include "render/rehearsal_output.h"

namespace stoplicht {
namespace {

constexpr std::string_view report_mark = "<meta name=\"stoplicht-report\" content=\"rehearsal\">";
constexpr std::size_t mark_within = 4096;  // Bytes from the beginning.

// Nothing in a style can end its element.
std::string within_style(std::string css) {
  for (std::size_t at = css.find("</"); at != std::string::npos; at = css.find("</", at + 3))
    css.replace(at, 2, "<\\/");
  return css;
}

}  // namespace

RehearsalOutput render_rehearsal(const Scene& scene, const Theme& theme, const Rehearsal& rehearsal,
                                 const RehearsalLinks& links, const std::string& generator) {
  const Json strings{{"strings", scene.strings.labels()}};
  const Json view = rehearsal_page(scene, rehearsal, links, theme.token_class, generator);
  const Json* const contexts[] = {&strings, &view};
  RehearsalOutput out;
  theme.templates.render("layout-rehearsal", contexts, out.page, scene.diagnostics);
  out.css = theme.stylesheet.bytes + theme.rehearsal_css;
  out.blocking = rehearsal.blocking();
  return out;
}

std::string rehearsal_report(const RehearsalOutput& output) {
  std::string added(report_mark);
  added +=
      "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  added += "<style>" + within_style(output.css) + "</style>\n";
  std::string page = output.page;
  return page.insert(page.find("</head>"), added);
}

bool is_rehearsal_report(std::string_view html) { return html.substr(0, mark_within).find(report_mark) != html.npos; }

}  // namespace stoplicht

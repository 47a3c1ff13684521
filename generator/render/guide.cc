#include "render/guide.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "render/markdown.h"
#include "views/frame.h"
#include "views/pages.h"
#include "views/strings.h"

namespace stoplicht {
namespace {

struct Chapter {
  std::string address;
  std::unique_ptr<const MarkdownDocument> document;
  std::unique_ptr<const MarkdownText> text;

  std::string word(const char* key) const { return document->root().value(key, ""); }
  int order() const { return document->root().value("order", 0); }
};

bool is_chapter(const OutputFile& file) { return file.address.ends_with(".md"); }

std::string address_in_guide(const OutputFile& file) {
  const std::string address = std::string(guide_folder) + file.address;
  return is_chapter(file) ? address.substr(0, address.size() - 2) + "html" : address;
}

// What chapters may lead to: each other, and pictures.
MarkdownSurroundings surroundings_in_guide(const Scene& scene, const std::vector<OutputFile>& guide) {
  std::map<std::string, std::string, std::less<>> pages, pictures;
  for (const OutputFile& file : guide)
    (is_chapter(file) ? pages : pictures).emplace(file.address, address_in_guide(file));
  const auto find_in = [](std::map<std::string, std::string, std::less<>> known) {
    return [known = std::move(known)](std::string_view file) {
      const auto found = known.find(file);
      return found == known.end() ? std::optional<std::string>() : found->second;
    };
  };
  MarkdownSurroundings out;
  out.page_of = find_in(std::move(pages));
  out.attachment = find_in(std::move(pictures));
  // The guide shows how a figure is written.
  out.figure = [](std::string_view path, FigureFault&) { return std::optional("{{ " + std::string(path) + " }}"); };
  out.chart = [](std::string_view, std::string_view, std::string_view, std::string&) {
    return std::optional<std::string>();
  };
  out.footnotes_label = scene.strings.say("footnotes");
  out.footnote_back = scene.strings.say("footnote_back");
  out.table_label = scene.strings.say("table");
  out.heading_link = scene.strings.say("heading_link");
  return out;
}

std::vector<Chapter> read_chapters(const Scene& scene, const std::vector<OutputFile>& guide) {
  const MarkdownSurroundings surroundings = surroundings_in_guide(scene, guide);
  Diagnostics faults;
  std::vector<Chapter> chapters;
  for (const OutputFile& file : guide) {
    if (!is_chapter(file)) continue;
    auto document = load_markdown(std::make_shared<const SourceText>(file.address, file.bytes), faults);
    if (!document) continue;
    auto text = parse_markdown(*document, surroundings, faults);
    chapters.push_back({address_in_guide(file), std::move(document), std::move(text)});
  }
  if (!faults.sorted().empty()) throw std::runtime_error("the program's own guide has faults:\n" + faults.to_text());
  std::sort(chapters.begin(), chapters.end(), [](const Chapter& a, const Chapter& b) { return a.order() < b.order(); });
  return chapters;
}

std::string html_of(const Chapter& chapter) {
  std::string html;
  chapter.text->html({chapter.address, 1, "", "", ""}, html);
  return html;
}

Frame frame_in_guide(const std::vector<Chapter>& chapters, std::size_t at) {
  Frame frame;
  frame.address = chapters[at].address;
  frame.heading = chapters[at].word("title");
  frame.description = frame.lead = chapters[at].word("description");
  frame.in_search = frame.with_search = frame.with_tools = false;
  if (at > 0) frame.crumbs = {{chapters[0].word("title"), chapters[0].address}};
  if (at > 0) frame.previous = {"Vorige", chapters[at - 1].word("title"), chapters[at - 1].address};
  if (at + 1 < chapters.size()) frame.next = {"Volgende", chapters[at + 1].word("title"), chapters[at + 1].address};
  return frame;
}

}  // namespace

std::vector<OutputFile> render_guide(const Theme& theme, const std::vector<OutputFile>& guide,
                                     const std::string& generator) {
  Site none;  // The guide is there when a site cannot be read, too.
  none.title = "Stoplicht";
  Diagnostics of_the_theme;  // It is our own: its tests look after it.
  const Locale locale(none.language);
  const Strings strings(*theme.strings, of_the_theme);
  const Scene scene{none, locale, strings, of_the_theme};
  Json frame_of_all =
      site_context(scene, {theme.stylesheet.address, theme.page_script.address, "", ""}, theme.token_class, generator);
  frame_of_all["site"]["footer_links"] = Json::array();
  const Json menu{{"nav", Json::array()}};

  const std::vector<Chapter> chapters = read_chapters(scene, guide);
  std::vector<OutputFile> out;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    Json context = frame_context(scene, frame_in_guide(chapters, i));
    context["page"] = Json{{"html", html_of(chapters[i])}, {"terms", false}};
    context["has_text"] = true;
    context["groups"] = Json::array();
    context["further_stylesheet"] =
        theme.further.contains("layout-text") ? Json(theme.further_stylesheet.address) : Json(false);
    const Json* const contexts[] = {&frame_of_all, &menu, &context};
    std::string html;
    theme.templates.render("layout-text", contexts, html, scene.diagnostics);
    out.push_back({chapters[i].address, std::move(html)});
  }
  for (const OutputFile& file : guide)
    if (!is_chapter(file)) out.push_back({address_in_guide(file), file.bytes});
  for (const OutputFile* file : {&theme.stylesheet, &theme.further_stylesheet, &theme.page_script})
    if (!file->address.empty()) out.push_back(*file);
  out.insert(out.end(), theme.assets.begin(), theme.assets.end());
  return out;
}

}  // namespace stoplicht

#pragma once
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/markdown.h"
#include "repeated.h"

// Markdown of content/pages/x.md, parsed on a small site.
namespace stoplicht::test {

inline const std::string anchor_label = "Link naar dit kopje: ";

inline MarkdownSurroundings surroundings() {
  MarkdownSurroundings s;
  s.figure = [](std::string_view path, FigureFault& fault) -> std::optional<std::string> {
    if (path == "total.placements.actual") return "430";
    if (path == "budget.pow.total|rounded") return "€ 5,6 miljoen";
    if (path == "figure.danger") return "<b>*niet vet*</b> & [x](y) | `z`";
    fault.hint = "use one of: total, figure";
    return std::nullopt;
  };
  s.page_of = [](std::string_view file) -> std::optional<std::string> {
    if (file == "content/pages/about.md") return "over.html";
    if (file == "content/pages/faulty.md") return "";
    if (file == "content/periods/2020-07/summary.md") return "periodes/2020-07/index.html";
    return std::nullopt;
  };
  s.attachment = [](std::string_view file) -> std::optional<std::string> {
    if (file == "content/pages/kaart.png") return "bestanden/pages/kaart.png";
    if (file == "content/pages/faulty.pdf" || file == "content/pages/faulty.png") return "";
    if (file == "content/pages/bijlage 1.pdf") return "bestanden/pages/bijlage 1.pdf";
    return std::nullopt;
  };
  s.chart = [](std::string_view text, std::string_view page, std::string_view prefix,
               std::string& hint) -> std::optional<std::string> {
    if (text == "lights") return "<figure>" + std::string(prefix) + "lights on " + std::string(page) + "</figure>";
    if (text == "lights\nconclusion: Al 430 mensen") return "<figure>with a conclusion</figure>";
    hint = "use one of: lights, matrix";
    return std::nullopt;
  };
  s.footnotes_label = "Voetnoten";
  s.footnote_back = "Terug naar de tekst bij noot";
  s.table_label = "Tabel";
  s.heading_link = "Link naar dit kopje";
  return s;
}

struct Parsed {
  std::unique_ptr<const MarkdownDocument> document;
  std::unique_ptr<const MarkdownText> text;
  std::string faults;

  std::string html(std::string_view page = "over.html", int top_level = 1, std::string_view prefix = "") const {
    std::string out;
    text->html({page, top_level, prefix, "", prefix}, out);
    return out;
  }
};

inline Parsed parse(std::string markdown, const TermFinder* terms = nullptr) {
  initialise_markdown();
  Diagnostics diagnostics;
  Parsed parsed;
  parsed.document =
      load_markdown(std::make_shared<const SourceText>("content/pages/x.md", std::move(markdown)), diagnostics);
  REQUIRE(parsed.document);
  MarkdownSurroundings around = surroundings();
  around.terms = terms;
  parsed.text = parse_markdown(*parsed.document, around, diagnostics);
  parsed.faults = diagnostics.to_text();
  return parsed;
}

// The HTML of a text that is faultless.
inline std::string html_of(std::string markdown) {
  const Parsed parsed = parse(std::move(markdown));
  CHECK(parsed.faults == "");
  return parsed.html();
}

inline std::string faults_of(std::string markdown) { return parse(std::move(markdown)).faults; }

}  // namespace stoplicht::test

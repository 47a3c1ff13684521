#include <doctest/doctest.h>

#include "render/parsed_markdown.h"

namespace stoplicht::test {
namespace {

// "heading|id|text" of each section, line ends as "/".
std::vector<std::string> sections_of(std::string_view body) {
  const Parsed parsed = parse(std::string(body));
  std::vector<std::string> out;
  for (const MarkdownSection& section : parsed.text->sections()) {
    std::string line = section.heading + "|" + section.id + "|" + section.text;
    for (char& c : line)
      if (c == '\n') c = '/';
    out.push_back(line);
  }
  return out;
}

TEST_CASE("markdown sections: plain words, heading by heading, with figures filled in") {
  CHECK(sections_of("Er zijn **{{ total.placements.actual }}** mensen\naan het *werk*.\n\nEn [meer](about.md).\n\n"
                    "## Wat is er gedaan?\n\n- Eén\n- Twee `drie`\n\n> Gezegd.\n\n### Cijfers\n\n| A | B "
                    "|\n|---|---|\n| 1 | 2 |\n") ==
        std::vector<std::string>{"||Er zijn 430 mensen aan het werk./En meer.",
                                 "Wat is er gedaan?|wat-is-er-gedaan|Eén/Twee drie/Gezegd.",
                                 "Cijfers|cijfers|A/B/1/2"});
}

TEST_CASE("markdown sections: an image gives what it is called, a note its text, a chart and code nothing") {
  CHECK(sections_of(
            "![Waar het is](kaart.png) Zie.[^1]\n\n```chart\nlights\n```\n\n```\ncode\n```\n\n[^1]: Een noot.\n") ==
        std::vector<std::string>{"||Waar het is Zie./Een noot."});
}

TEST_CASE("markdown sections: a text that is empty has none") { CHECK(sections_of("\n\n").empty()); }

}  // namespace
}  // namespace stoplicht::test

#include "model/fill_figures.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

const Location line{"content/x.md", 2, 11, 30, "headline: \"Één {{ x }} en {{ x }} {{\""};

}  // namespace

TEST_CASE("headline: figures are filled in, and braces behind a backslash stay") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const Period& period = *site.find_period("2021-05");
  Diagnostics diagnostics;
  const auto filled = [&](std::string_view text) {
    return fill_figures(site, period, text, line, Locale("nl"), diagnostics);
  };

  CHECK(filled("{{ total.placements.actual }} van {{total.placements.target}}") == "430 van 520");
  CHECK(filled("\\{{ x }} en \\\\{{ total.placements.actual }}") == "{{ x }} en \\430");
  CHECK(filled("gewoon \\ tekst") == "gewoon \\ tekst");
  CHECK(diagnostics.to_text() == "");
}

TEST_CASE("headline: an unknown figure is reported where it stands in the line") {
  MinimalSite minimal;
  const Site site = minimal.build();
  Diagnostics diagnostics;

  CHECK(fill_figures(site, *site.newest(), "Één {{ x }} en {{ x }} {{", line, Locale("nl"), diagnostics) ==
        "Één {{ x }} en {{ x }} {{");
  const std::string hint =
      "  hint: there are no figures 'x'; use one of: total, project, count, stated, figure, budget, funding\n";
  CHECK(diagnostics.to_text() ==
        "content/x.md:2:16: error: there is no figure 'x' [figure-unknown]\n"
        "    2 | headline: \"Één {{ x }} en {{ x }} {{\"\n"
        "      |                ^~~~~~~\n" +
            hint +
            "content/x.md:2:27: error: there is no figure 'x' [figure-unknown]\n"
            "    2 | headline: \"Één {{ x }} en {{ x }} {{\"\n"
            "      |                           ^~~~~~~\n" +
            hint +
            "content/x.md:2:35: error: this '{{' has no '}}' on its line [figure-unclosed]\n"
            "    2 | headline: \"Één {{ x }} en {{ x }} {{\"\n"
            "      |                                   ^~\n"
            "  hint: close it, as in {{ figure.krimp }}, or write \\{{ for the braces themselves\n");
}

TEST_CASE("headline: a figure that is not known in the period is told so") {
  MinimalSite minimal;
  const Site site = minimal.build();
  Diagnostics diagnostics;
  const Location where{"content/x.md", 2, 11, 19, "headline: {{ stated.projects }}"};

  fill_figures(site, *site.newest(), "{{ stated.projects }}", where, Locale("nl"), diagnostics);
  CHECK(diagnostics.to_text() ==
        "content/x.md:2:11: error: figure 'stated.projects' is not known in period 2021-05 [figure-unknown]\n"
        "    2 | headline: {{ stated.projects }}\n"
        "      |           ^~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: write the text without it, or name a period that gives it, as in {{ 2024-07: … }}\n");
}

TEST_CASE("headline: in a long line a figure is shown at its own column") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const std::string text = std::string(2000, 'a') + " {{ x }}";
  const SourceText source("content/x.md", "---\nheadline: " + text + "\n---\n");
  Diagnostics diagnostics;

  fill_figures(site, *site.newest(), text, source.at(source.text().find("{{"), 7), Locale("nl"), diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].where.column == 2012);
  CHECK(diagnostics.sorted()[0].where.length == 7);
}

}  // namespace stoplicht::test

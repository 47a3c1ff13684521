#include "model/placeholders.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// What find_placeholders finds, one a line.
std::string asked_in(std::string_view text) {
  std::string out;
  for (const TextRange& each : find_placeholders(text))
    out += std::string(text.substr(each.offset, each.length)) + "\n";
  return out;
}

}  // namespace

TEST_CASE("placeholders: they say what is asked in the language of the site") {
  CHECK(placeholder("nl", "de titel") == "[vul in: de titel]");
  CHECK(placeholder("en", "the title") == "[fill in: the title]");
  CHECK(placeholder("nl") == "[vul in]");
}

TEST_CASE("placeholders: each is found, in both languages and whatever its capitals") {
  CHECK(asked_in("Er zijn [vul in] banen, [Vul in: hoeveel?] meer. [FILL IN: how many]") ==
        "[vul in]\n[Vul in: hoeveel?]\n[FILL IN: how many]\n");
}

TEST_CASE("placeholders: other words in brackets are none") {
  CHECK(asked_in("[vul het in] [vul in te](x.md) [invullen] [fill in-house] vul in: [vul in") == "");
  CHECK(asked_in("[vul in: op\ntwee regels]") == "");
}

TEST_CASE("placeholders: an address that init left open is one, and no other is") {
  const auto faults_of = [](const std::string& address) {
    MinimalSite site;
    site.change("data/site.json", "https://monitor.example.nl/", address);
    return site.faults();
  };
  CHECK(faults_of("https://example.invalid/") ==
        R"(data/site.json:4:15: warning: 'https://example.invalid/' is not where the site will stand [text-placeholder]
    4 |   "base_url": "https://example.invalid/",
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~
  hint: write its address, such as https://monitor.example.nl/
)");
  CHECK(faults_of("https://monitor.invalid:8080/map/").find("[text-placeholder]") != std::string::npos);
  CHECK(faults_of("https://example.invalid.nl/") == "");
  CHECK(faults_of("https://example.nl/.invalid/") == "");
}

TEST_CASE("placeholders: each is reported where it stands, in data, front matter and text") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("Corona")", R"("[vul in: de oorzaak]")");
  site.change("content/periods/2020-07/summary.md", "headline: Op koers", "headline: \"Nog [vul in]\"");
  site.change("content/periods/2020-07/progress/ggz.md", "Negen", "[Vul in: hoeveel] één [fill in]");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/progress/ggz.md:1:1: warning: '[Vul in: hoeveel]' is still to be filled in [text-placeholder]
    1 | [Vul in: hoeveel] één [fill in] trajecten zijn begonnen.
      | ^~~~~~~~~~~~~~~~~
  hint: write what it asks for in its place, do what it says, or take it out
content/periods/2020-07/progress/ggz.md:1:23: warning: '[fill in]' is still to be filled in [text-placeholder]
    1 | [Vul in: hoeveel] één [fill in] trajecten zijn begonnen.
      |                       ^~~~~~~~~
  hint: write what it asks for in its place, do what it says, or take it out
content/periods/2020-07/summary.md:2:11: warning: '[vul in]' is still to be filled in [text-placeholder]
    2 | headline: "Nog [vul in]"
      |           ^~~~~~~~~~~~~~
  hint: write what it asks for in its place, do what it says, or take it out
data/periods/2020-07.json:16:16: warning: '[vul in: de oorzaak]' is still to be filled in [text-placeholder]
   16 |       "cause": "[vul in: de oorzaak]",
      |                ^~~~~~~~~~~~~~~~~~~~~~
  hint: write what it asks for in its place, do what it says, or take it out
)");
}

}  // namespace stoplicht::test

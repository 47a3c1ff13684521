#include "model/council_letters.h"

#include <algorithm>

#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("council letters: what a draft has beyond its placeholders is told") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/letters/hilversum.md",
                "---\ntitle: \"[vul in: titel]\"\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\n"
                "date_note: \"[vul in: de datum]\"\ncloses: [T20-27]\n---\n[vul in: de brief]\n\n"
                "- “De bouw: begint” (termijn: maart 2025): [vul in: wat kwam ervan?]\n"
                "- [T20-27](/toezeggingen/t20-27.html) “Bezoek”: [vul in: hoe staat het?]\n- Een zin.\n- [vul in]\n");
  const Site site = minimal.build();
  const Letter& letter = *site.find_period("2020-07")->letters.front();
  CHECK(filled_in_keys(letter) == std::vector<std::string>{"closes"});
  CHECK(questions_of(letter) == std::vector<std::string>{"“De bouw: begint” (termijn: maart 2025)", "T20-27 “Bezoek”"});
}

}  // namespace stoplicht::test

#include "render/letter_draft.h"

#include "model/council_letters.h"
#include "model/minimal_site.h"

namespace stoplicht::test {

TEST_CASE("letter draft: what is known stands there, and what it may close is only proposed") {
  MinimalSite minimal;
  const Site site = minimal.build();
  LetterDraft draft;
  draft.title = "Voortgang: mei";
  draft.date = parse_date("2021-05-20");
  draft.like = last_letter_to(*site.find_period("2021-05"), *site.municipalities().front());
  draft.councils = site.municipalities();
  draft.named = {site.find_commitment("T21-03"), site.find_commitment("T20-27")};
  draft.body = "Geachte raad,\n";
  std::size_t body = 0;
  const std::string file = letter_file(draft, "nl", body);
  CHECK(file ==
        "---\ntitle: \"Voortgang: mei\"\nkind: Raadsbrief\nfrom: College van Hilversum\ncouncils: [hilversum]\n"
        "date: 2021-05-20\n# closes: [T21-03, T20-27]\n---\n"
        "[vul in: doet deze brief T21-03 en T20-27 af? Haal dan in de gegevens bovenaan het teken # voor 'closes' weg. "
        "Haal daarna ook deze regel weg]\n\nGeachte raad,\n");
  CHECK(file.substr(body) == "Geachte raad,\n");
}

TEST_CASE("letter draft: the top of the file whose place it takes stays, but for what it asks") {
  const auto file_of = [](const std::string& top, std::string_view language = "nl") {
    MinimalSite minimal;
    minimal.write("content/periods/2020-07/letters/hilversum.md", "---\n" + top + "---\n[vul in: de brief]\n");
    const Site site = minimal.build();
    LetterDraft draft;
    draft.title = "Titel";
    draft.date = parse_date("2020-09-01");
    draft.place_of = site.find_period("2020-07")->letters.front().get();
    draft.named = {site.find_commitment("T21-03")};
    std::size_t body = 0;
    return letter_file(draft, language, body);
  };
  const std::string asks = "[vul in: doet deze brief T21-03 af? ";
  CHECK(file_of("# Een opmerking\r\ntitle: >\n  [vul in: de titel]\nkind: Brief\nfrom: College\ncouncils: [hilversum]\n"
                "# closes: [T20-27]\ndate_note: \"[vul in: de datum]\"\nattachments: []\n") ==
        "---\n# Een opmerking\ntitle: Titel\nkind: Brief\nfrom: College\ncouncils: [hilversum]\ndate: 2020-09-01\n"
        "attachments: []\n# closes: [T21-03]\n---\n" +
            asks +
            "Haal dan in de gegevens bovenaan het teken # voor 'closes' weg. Haal daarna ook deze regel weg]\n\n");
  CHECK(file_of("title: Eigen titel\nkind: Brief\nfrom: College\ncouncils: [hilversum]\ndate: 2020-09-02\n"
                "closes: [T20-27]\n") ==
        "---\ntitle: Eigen titel\nkind: Brief\nfrom: College\ncouncils: [hilversum]\ndate: 2020-09-02\n"
        "closes: [T20-27]\n---\n" +
            asks + "Zet dat dan in de gegevens bovenaan bij 'closes'. Haal daarna ook deze regel weg]\n\n");
}

TEST_CASE("letter draft: what nobody knows is asked, in the site's language") {
  std::size_t body = 0;
  CHECK(letter_file({}, "en", body) ==
        "---\ntitle: \"[fill in: title of the letter]\"\n"
        "kind: \"[fill in: what kind of letter it is, such as Council letter]\"\n"
        "from: \"[fill in: who the letter is from, such as Municipal executive]\"\ncouncils: []\n"
        "date_note: \"[fill in: write the date in the place of this line, such as 'date: 2024-04-18']\"\n---\n");
}

}  // namespace stoplicht::test

#include "model/letter_frame.h"

#include "published_site.h"

namespace stoplicht::test {
namespace {

std::string text_without_frame(const std::string& text) {
  Json letter{{"text", text}};
  leave_out_frame(letter);
  return letter.at("text").get<std::string>();
}

}  // namespace

TEST_CASE("letter frame: sender, title, kind and councils are left out, and what the letter announces stays") {
  Json letter = Json::parse(R"({ "front_matter": { "title": "Voortgang over 2024", "kind": "Raadsbrief",
    "from": "College van Zandwijk", "councils": ["zandwijk"], "announces": [{ "what": "Een brief over Jan Bakker" }] } })");
  leave_out_frame(letter);
  CHECK(letter.at("front_matter") == Json::parse(R"({ "announces": [{ "what": "Een brief over Jan Bakker" }] })"));
}

TEST_CASE("letter frame: the greeting of a council is left out, that of a person is not") {
  for (const char* line : {"Geachte raad,", "Geachte leden van de gemeenteraad van Zandwijk,", "Beste raadsleden,"})
    CHECK(text_without_frame(std::string(line) + "\n\nHet gaat goed.") == "\nHet gaat goed.\n");
  for (const char* line : {"Geachte heer De Vries, lid van de raad,", "Beste mw. Bakker van de raad van Zandwijk,",
                           "Beste mevrouw Bakker,", "De raad vroeg ons,"})
    CHECK(text_without_frame(line) == std::string(line) + "\n");
}

TEST_CASE("letter frame: only texts below letters/ of a period are letters") {
  CHECK(is_letter_part("text:content/periods/2020-07/letters/hilversum.md"));
  CHECK_FALSE(is_letter_part("text:content/periods/2020-07/summary.md"));
  CHECK_FALSE(is_letter_part("text:content/pages/letters/hilversum.md"));
  CHECK_FALSE(is_letter_part("attachment:content/periods/2020-07/letters/monitor.pdf"));
}

TEST_CASE("letter frame: in an archive of few letters no sentence is common") {
  MinimalSite site;
  PublishedSite published;
  published.publish(site.folder(), "2020-07");
  CHECK_FALSE(ArchivedLetters(published.archive()).most_say("Het"));
}

}  // namespace stoplicht::test

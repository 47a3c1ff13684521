#include "views/search_parts.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

TEST_CASE("search parts: a figure as its page tells it, with what is known of it") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("cumulative": true, "programmes")",
                 R"("cumulative": true, "target_label": "beschikbaar", "description": "Vanaf 2020", "programmes")");
  const SmallScene small(minimal);
  const auto told = [&](const char* indicator, const char* period, const std::string& remark = "") {
    return figures_text(small.scene, {{&small.indicator(indicator), &small.period(period), remark}});
  };

  CHECK(told("ggz-trajecten", "2020-07") == "Trajecten: 9 van 12 trajecten");
  CHECK(told("ggz-trajecten", "2021-05", "Oud.") == "Trajecten: niet gemeld, doel: 12. Oud.");
  CHECK(told("placements", "2021-05") == "Mensen aan het werk: ten minste 430 inwoners, 520 beschikbaar. Vanaf 2020");
  CHECK(told("placements", "2020-07") ==
        "Mensen aan het werk: niet bekend, ongeveer 500 beschikbaar. Vanaf 2020. Meten kan nog niet.");
  CHECK(figures_text(small.scene, {}) == "");
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("search parts: a file that was taken out of view is not named") {
  Attachment gone{"Bijlage met namen", "", "", "", "content/periods/2020-07/namen.pdf"};
  Attachment kept{"Het plan", "20 bladzijden", "", "content/periods/2020-07/plan.pdf", ""};

  CHECK(attachments_text({gone, kept}) == "Het plan. 20 bladzijden");
}

TEST_CASE("search parts: of an announcement it is told what came of it") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Announcement announcement{"De start.", Date{2021, 0, 1, 1}, nullptr, false, "Het begon in maart."};

  CHECK(announcements_text(small.scene, {announcement}) == "De start. Verwacht: 1 januari 2021. Het begon in maart.");
}

TEST_CASE("search parts: sentences have one full stop between them") {
  std::string text;
  add_sentence(text, "");
  CHECK(text == "");
  for (const char* sentence : {"Eén", "twee.", "Drie?", "vier"}) add_sentence(text, sentence);
  CHECK(text == "Eén. twee. Drie? vier");
  CHECK(paragraphs({"", "a", "", "b"}) == "a\nb");
}

TEST_CASE("search parts: an empty text makes no part") {
  SearchEntry entry;
  add_part(entry, "Kop", "plaats", "");
  add_slot(entry, "Kop", "plaats", MarkdownSlot{"text", Text(), 2, ""});
  CHECK(entry.parts.empty());
}

}  // namespace
}  // namespace stoplicht::test

#pragma once
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "small_scene.h"
#include "theme_strings.h"
#include "views/pages.h"

namespace stoplicht::test {

// July 2020 of the minimal site as it was first published and as it was corrected to what `corrections` hold, one after
// the other; May 2021 was not published. With the theme's own sentences.
struct SmallArchive {
  explicit SmallArchive(const MinimalSite& correction) : SmallArchive(std::vector<MinimalSite>{correction}) {}
  explicit SmallArchive(const std::vector<MinimalSite>& corrections)
      : now(corrections.back()), small(now, theme_strings().c_str()) {
    versions.emplace_back();
    for (const MinimalSite& each : corrections) versions.push_back(each);
    for (std::size_t i = 0; i < versions.size(); ++i) add_edition(static_cast<int>(i) + 1, versions[i]);
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
      archive.editions[i]->after = archive.editions[i + 1].get();
      archive.editions[i + 1]->before = archive.editions[i].get();
      move_to(*published(archive.editions[i]->site), "periodes/2020-07/v" + std::to_string(i + 1));
    }
    published(small.site)->edition = archive.editions.back().get();
  }

  const Edition& edition(std::size_t number) const { return *archive.editions[number - 1]; }
  Scene scene_of_edition(std::size_t number) {
    return {edition(number).site, small.locale, small.strings, small.diagnostics, &small.site, &archive};
  }

  // What was withdrawn from both editions. `page`: its address below the period's folder.
  void withdraw(const std::string& part, const std::string& page = "") {
    for (const auto& each : archive.editions) each->withdrawn.push_back({part, {2026, 0, 12, 1}, "Privacy.", page, 3});
    archive.chain.push_back({ChainLink::Kind::withdrawal,
                             3,
                             "2020-07",
                             1,
                             {2026, 0, 12, 1},
                             "Regio Gooi",
                             "Privacy.",
                             std::string(64, 'c'),
                             std::string(64, 'b'),
                             "data/editions/2020-07/w1.json",
                             nullptr,
                             {part},
                             {1, 2},
                             {}});
  }

  // The page of an edition, or of today's site where `number` is 0.
  Json page(std::size_t number, const std::string& address) {
    scenes.push_back(std::make_unique<Scene>(number == 0 ? scene : scene_of_edition(number)));
    const Scene& told = *scenes.back();
    std::vector<Page> pages;
    for (const auto& period : told.site.periods) {
      if (number != 0 && period->id != "2020-07") continue;
      add_period_page(told, *period, pages);
      add_report_pages(told, *period, pages);
      add_letter_pages(told, *period, pages);
      add_further_pages(told, *period, pages);
      add_print_page(told, *period, pages);
      add_withdrawn_pages(told, *period, pages);
    }
    add_project_pages(told, pages);
    add_edition_pages(told, pages);
    for (const Page& each : pages)
      if (each.address == address) return each.view().context;
    REQUIRE_MESSAGE(false, "no page at ", address);
    return {};
  }

  std::deque<MinimalSite> versions;  // Each holds the documents of the site that was built of it last.
  MinimalSite now;
  SmallScene small;
  Archive archive;
  Scene scene{small.site, small.locale, small.strings, small.diagnostics, nullptr, &archive};
  std::vector<std::unique_ptr<Scene>> scenes;

 private:
  static Period* published(Site& site) {
    for (const auto& period : site.periods)
      if (period->id == "2020-07") return period.get();
    return nullptr;
  }

  static void move_to(Period& period, const std::string& folder) {
    const auto move = [&](std::string& address) { address = folder + address.substr(period.folder.size()); };
    for (const auto& letter : period.letters) move(letter->address);
    for (const auto& page : period.pages) move(page->address);
    period.folder = folder;
  }

  void add_edition(int number, MinimalSite& files) {
    Edition& edition = *archive.editions.emplace_back(std::make_unique<Edition>());
    edition.period_id = "2020-07";
    edition.number = edition.sequence = number;
    edition.published_on = {2026, 0, 11, number};
    edition.published_by = "Regio Gooi";
    edition.reason = number == 1 ? "" : "Verkeerd geteld.";
    edition.digest = std::string(64, number == 1 ? 'a' : 'b');
    edition.file = "data/editions/2020-07/v" + std::to_string(number) + ".json";
    edition.site = files.build();
    edition.period = published(edition.site);
    published(edition.site)->edition = &edition;
    archive.chain.push_back({ChainLink::Kind::edition,
                             number,
                             "2020-07",
                             number,
                             edition.published_on,
                             edition.published_by,
                             edition.reason,
                             edition.digest,
                             number == 1 ? "" : std::string(64, 'a'),
                             edition.file,
                             &edition,
                             {},
                             {},
                             {}});
  }
};

}  // namespace stoplicht::test

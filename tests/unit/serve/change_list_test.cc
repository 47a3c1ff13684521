#include "serve/change_list.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("change list: a file that was written is named") {
  ChangeList changes;
  CHECK(changes.empty());

  changes.changed("data/site.json");
  changes.changed("data/site.json");

  CHECK_FALSE(changes.empty());
  CHECK(changes.text() == "data/site.json");
}

TEST_CASE("change list: the first in the alphabet is named, the others are counted") {
  ChangeList changes;
  changes.changed("data/site.json");
  changes.changed("content/pages/over.md");
  CHECK(changes.text() == "content/pages/over.md and 1 other");

  changes.gone("data/periods/2020-07.json");
  CHECK(changes.text() == "content/pages/over.md and 2 others");
}

TEST_CASE("change list: a new file counts once it was written") {
  ChangeList changes;
  changes.appeared("content/pages/nieuw.md", false);
  CHECK(changes.empty());
  CHECK(changes.text() == "");

  changes.changed("content/pages/nieuw.md");
  CHECK(changes.text() == "content/pages/nieuw.md");
}

TEST_CASE("change list: a new folder, or another name of a file, counts at once") {
  ChangeList changes;
  changes.appeared("content/periods/2024-12", true);
  CHECK(changes.text() == "content/periods/2024-12");
}

TEST_CASE("change list: a save by rename changes the file, and not the one it was written to first") {
  ChangeList changes;
  changes.appeared("data/site.json.tmp", false);
  changes.changed("data/site.json.tmp");
  changes.gone("data/site.json.tmp");
  changes.changed("data/site.json");
  CHECK(changes.text() == "data/site.json");
}

TEST_CASE("change list: a file that came and went did not change") {
  ChangeList changes;
  changes.appeared("content/pages/4913", false);
  changes.changed("content/pages/4913");
  changes.gone("content/pages/4913");
  CHECK(changes.empty());
}

TEST_CASE(
    "change list: a file that was moved out of the way and written anew changed, and is gone when it goes again") {
  ChangeList changes;
  changes.gone("data/site.json");
  changes.appeared("data/site.json", false);
  changes.changed("data/site.json");
  CHECK(changes.text() == "data/site.json");

  changes.gone("data/site.json");
  CHECK(changes.text() == "data/site.json");
}

#include "views/chart_parts.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

TEST_CASE("chart parts: a list of words") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(joined(small.scene, {}) == "");
  CHECK(joined(small.scene, {"a"}) == "a");
  CHECK(joined(small.scene, {"a", "b"}) == "a en b");
  CHECK(joined(small.scene, {"a", "b", "c"}) == "a, b en c");
}

TEST_CASE("chart parts: a share is nothing or all only when it is") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(share_in_percent(small.scene, 0, 97) == "0" + nbsp + "%");
  CHECK(share_in_percent(small.scene, 0.4, 100) == "minder dan 1" + nbsp + "%");
  CHECK(share_in_percent(small.scene, 63, 97) == "65" + nbsp + "%");
  CHECK(share_in_percent(small.scene, 99.6, 100) == "meer dan 99" + nbsp + "%");
  CHECK(share_in_percent(small.scene, 97, 97) == "100" + nbsp + "%");
}

TEST_CASE("chart parts: a source has one full stop") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(source_sentence(small.scene, "Raadsvoorstel 2019") == "Bron: Raadsvoorstel 2019.");
  CHECK(source_sentence(small.scene, "Raadsvoorstel 2019.") == "Bron: Raadsvoorstel 2019.");
}

}  // namespace
}  // namespace stoplicht::test

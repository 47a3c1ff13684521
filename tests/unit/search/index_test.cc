#include "search/index.h"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <algorithm>
#include <map>
#include <set>

#include "load/document.h"

namespace stoplicht::test {
namespace {

const SearchKinds kinds{
    {"project", "Deelproject"}, {"period", "Periode"},          {"report", "Voortgang"},    {"letter", "Brief"},
    {"document", "Stuk"},       {"commitment", "Toezegging"},   {"programme", "Programma"}, {"council", "Gemeente"},
    {"text", "Uitleg"},         {"comparison", "Vergelijking"}, {"data", "Gegevens"}};

FoundPage page(const std::string& address, const std::string& title, const std::string& text,
               const std::string& date = "2024-01", const std::string& group = "") {
  FoundPage out;
  out.address = address;
  out.entry.kind = SearchKind::report;
  out.entry.title = title;
  out.entry.date = date;
  out.entry.group = group.empty() ? address : group;
  out.entry.parts.push_back({"", "", text, ""});
  return out;
}

Json unpacked(const std::string& bytes) {
  libdeflate_decompressor* const decompressor = libdeflate_alloc_decompressor();
  std::string out(1 << 20, '\0');
  std::size_t size = 0;
  REQUIRE(libdeflate_deflate_decompress(decompressor, bytes.data(), bytes.size(), out.data(), out.size(), &size) ==
          LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(decompressor);
  return Json::parse(out.substr(0, size));
}

std::map<std::string, std::string> by_address(const SearchIndex& index) {
  std::map<std::string, std::string> out;
  for (const OutputFile& file : index.files) out[file.address] = file.bytes;
  return out;
}

SearchIndex index_of(const std::vector<FoundPage>& pages, unsigned threads = 1) {
  return make_search_index(pages, kinds, Locale("nl"), threads);
}

Json root_of(const SearchIndex& index) { return unpacked(by_address(index).at(index.root)); }

// The addresses of the pages in the order in which they are numbered.
std::vector<std::string> order_of(const SearchIndex& index) {
  const auto files = by_address(index);
  const Json root = root_of(index);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < root["pages"].get<std::size_t>(); ++i)
    out.push_back(unpacked(
        files.at("search/" + root["folders"][i / 64].get<std::string>() + "/" + std::to_string(i % 64) + ".bin"))[0]);
  return out;
}

// Many pages with words of their own, so that the dictionary has several files.
std::vector<FoundPage> many_pages() {
  std::vector<FoundPage> out;
  for (int i = 0; i < 1500; ++i) {
    std::string text = "arbeidsmarkt";
    for (int word = 0; word < 20; ++word) {
      text += ' ';
      for (int n = i * 20 + word, letter = 0; letter < 6; ++letter, n /= 7) text += static_cast<char>('a' + n % 7);
      text += "werk" + std::to_string(word);
    }
    out.push_back(page("p" + std::to_string(i) + ".html", "Bladzijde " + std::to_string(i), text));
  }
  return out;
}

TEST_CASE("search index: the same pages give the same files, on one thread and on several") {
  const std::vector<FoundPage> pages = many_pages();
  CHECK(by_address(index_of(pages, 1)) == by_address(index_of(pages, 4)));
}

TEST_CASE("search index: a file's name says what is in it, so that only what changed is written anew") {
  std::vector<FoundPage> pages = many_pages();
  const auto before = by_address(index_of(pages));
  pages[3].entry.parts[0].text += " scholingsmakelaar";
  const auto after = by_address(index_of(pages));
  std::size_t changed = 0;
  for (const auto& [address, bytes] : after) {
    const auto same = before.find(address);
    if (same == before.end())
      ++changed;
    else if (address.find(".js") == std::string::npos)
      CHECK_MESSAGE(same->second == bytes, address);
  }
  CHECK(after.size() > 1500);
  // The texts of that page's folder, the root and the script beside it, the filters not, and of the dictionary what has
  // the new words and their parts.
  CHECK(changed < 64 + 2 + 12);
  CHECK(changed > 64);
}

TEST_CASE("search index: a small site's index is in one file") {
  const SearchIndex index = index_of({page("a.html", "Werk", "Hulp bij werk.")});
  std::vector<std::string> addresses;
  for (const OutputFile& file : index.files) addresses.push_back(file.address.substr(file.address.rfind('.')));
  CHECK(addresses == std::vector<std::string>{".bin", ".js", ".bin"});
  const Json root = root_of(index);
  CHECK(root["format"] == 1);
  CHECK(root["pages"] == 1);
  CHECK(root["inside"].contains(root["words"][0][1].get<std::string>()));
  CHECK(root["inside"].contains(root["facets"].get<std::string>()));
}

TEST_CASE("search index: groups with the newest page first, in a group what was replaced last") {
  std::vector<FoundPage> pages{
      page("oud.html", "Oud", "x", "2019-05"),
      page("ggz-2020.html", "GGZ", "x", "2020-07", "project:ggz"),
      page("ggz-2024-v1.html", "GGZ", "x", "2024-04", "project:ggz"),
      page("ggz-2024.html", "GGZ", "x", "2024-04", "project:ggz"),
      page("ggz.html", "GGZ", "x", "", "project:ggz"),
      page("nieuw.html", "Nieuw", "x", "2025-01"),
  };
  pages[2].entry.superseded = "Editie 1, vervangen";
  const SearchIndex index = index_of(pages);
  CHECK(order_of(index) == std::vector<std::string>{"nieuw.html", "ggz.html", "ggz-2024.html", "ggz-2020.html",
                                                    "ggz-2024-v1.html", "oud.html"});
  CHECK(root_of(index)["groups"] == Json{1, 4});
  CHECK(root_of(index)["ages"] == Json::parse("[[1, 1], [5, 6]]"));
}

TEST_CASE("search index: pages without a date come first, and are of today") {
  const SearchIndex index = index_of({page("b.html", "B", "x", "2025-01"), page("a.html", "A", "x", ""),
                                      page("c.html", "C", "x", "2023-Q4"), page("d.html", "D", "x", "2023-11")});
  CHECK(order_of(index) == std::vector<std::string>{"a.html", "b.html", "d.html", "c.html"});
  CHECK(root_of(index)["ages"] == Json::parse("[[2, 2]]"));
}

TEST_CASE("search index: what results show is JSON, whatever signs are in it") {
  FoundPage found = page("a.html", "Een \"titel\" \\ [", "Regel\nen\ttab\x1f, é en \xF0\x9F\x9A\xA6", "2025-01");
  found.entry.summary = "[";
  found.entry.identifiers = {"T20-27"};
  found.entry.names = {"Korte \"naam\""};
  found.entry.parts.push_back({"Kop", "kop", "", ""});
  const SearchIndex index = index_of({found, page("b.html", "", "", "2024-01")});
  const auto files = by_address(index);
  const std::string folder = "search/" + root_of(index)["folders"][0].get<std::string>();
  const int report = static_cast<int>(SearchKind::report);
  CHECK(unpacked(files.at(folder + "/0.bin")) ==
        Json{"a.html", "Een \"titel\" \\ [", report, "", "", "", "", "", "", "2025-01",
             Json{"T20-27", "Korte \"naam\""},
             Json::array({Json{"", "", "["}, Json{"", "", "Regel\nen\ttab\x1f, é en \xF0\x9F\x9A\xA6"},
                          Json{"Kop", "kop", ""}})});
  CHECK(unpacked(files.at(folder + "/1.bin"))[11] == Json::array({Json{"", "", ""}}));
}

TEST_CASE("search index: filters know every value, and which pages have it") {
  std::vector<FoundPage> pages{page("a.html", "A", "x", "2024"), page("b.html", "B", "x", "2023"),
                               page("c.html", "C", "x", "2022")};
  pages[0].entry.councils = {{"hilversum", "Hilversum"}, {"blaricum", "Blaricum"}};
  pages[1].entry.councils = {{"hilversum", "Hilversum"}};
  pages[1].entry.status = {"on-track", "Op koers"};
  pages[1].entry.light = "green";
  pages[1].entry.shape = "check";
  const Json root = root_of(index_of(pages));
  const Json facets = root["inside"][root["facets"].get<std::string>()];
  REQUIRE(facets.size() == 7);
  CHECK(facets[5]["name"] == "status");
  CHECK(facets[5]["values"] == Json::parse(R"([["on-track", "Op koers", "green", "check"]])"));
  CHECK(facets[6]["name"] == "council");
  CHECK(facets[6]["values"] == Json::parse(R"([["blaricum", "Blaricum"], ["hilversum", "Hilversum"]])"));
  CHECK(facets[6]["sets"] == Json::parse("[[0, 1], [1], []]"));
  CHECK(facets[6]["runs"] == Json::parse("[0, 1, 1, 1, 2, 1]"));
}

TEST_CASE("search index: a site without pages has an index, too") {
  const Json root = root_of(index_of({}));
  CHECK(root["pages"] == 0);
  CHECK(root["words"] == Json::array());
}

}  // namespace
}  // namespace stoplicht::test

#include "serve/served_site.h"

#include <doctest/doctest.h>

#include <string>

using namespace stoplicht;
using namespace std::string_literals;

namespace {

ServedSite site(const std::string& base_url = "https://monitor.example.nl/") {
  return ServedSite({{"index.html", "home"},
                     {"404.html", "wrong"},
                     {"periodes/index.html", "periods"},
                     {"periodes/2020-07/ggz.html", "report"},
                     {"bestanden/kaart van één.png", "picture"}},
                    base_url);
}

// The address and what is there, or "" when it leads nowhere.
std::string found(std::string_view target, const ServedSite& served = site()) {
  const Located located = served.locate(target);
  if (located.kind == Located::Kind::folder) return located.address + " is a folder";
  return located.kind == Located::Kind::file ? located.address + ": " + *located.bytes : "";
}

}  // namespace

TEST_CASE("served site: a file is found by its address, a folder by its index") {
  CHECK(found("/") == "index.html: home");
  CHECK(found("/index.html") == "index.html: home");
  CHECK(found("/periodes/") == "periodes/index.html: periods");
  CHECK(found("/periodes/2020-07/ggz.html") == "periodes/2020-07/ggz.html: report");
}

TEST_CASE("served site: what comes behind an address does not matter") {
  CHECK(found("/?q=ggz") == "index.html: home");
  CHECK(found("/periodes/?q=a/../b#c") == "periodes/index.html: periods");
}

TEST_CASE("served site: a folder without its last stroke is told apart") {
  CHECK(found("/periodes") == "periodes is a folder");
  CHECK(found("/periodes/2020-07") == "");  // It has no page of its own.
  CHECK(found("/periodes/2020-07/") == "");
}

TEST_CASE("served site: letters may be written as codes") {
  CHECK(found("/bestanden/kaart%20van%20%C3%A9%C3%a9n.png") == "bestanden/kaart van één.png: picture");
  CHECK(found("/%69ndex.html") == "index.html: home");
}

TEST_CASE("served site: nothing but its own files is found") {
  for (const std::string& target : {"/geen.html"s,
                                    "//"s,
                                    "//index.html"s,
                                    "/./index.html"s,
                                    "/../index.html"s,
                                    "/periodes/../index.html"s,
                                    "/periodes/..%2findex.html"s,
                                    "/%2e%2e/%2e%2e/etc/passwd"s,
                                    "/..%2f..%2fetc%2fpasswd"s,
                                    "/%2e/index.html"s,
                                    "/..\\..\\etc\\passwd"s,
                                    "/%5c%2e%2e%5cetc"s,
                                    "/etc/passwd"s,
                                    "//etc/passwd"s,
                                    "/%2fetc/passwd"s,
                                    "/file:///etc/passwd"s,
                                    "/c:/windows"s,
                                    "/index.html%00"s,
                                    "/index.html\0"s,
                                    "/index.html%00.png"s,
                                    "/%0a"s,
                                    "/%"s,
                                    "/%zz"s,
                                    "/%c0%ae%c0%ae/index.html"s,
                                    "/%ff"s,
                                    "/%252e%252e/index.html"s,
                                    "/.git/config"s,
                                    "/data/site.json"s,
                                    "/INDEX.HTML"s,
                                    "/index.html/"s,
                                    "/404.html/x"s,
                                    "/" + std::string(100000, 'a'),
                                    "/" + std::string(30000, '/') + "index.html",
                                    ""s,
                                    "index.html"s}) {
    CAPTURE(target.substr(0, 60));
    CHECK(found(target) == "");
  }
}

TEST_CASE("served site: what the page for a wrong address names below the site's own path is found") {
  const ServedSite served = site("https://example.nl/monitor/");
  CHECK(found("/monitor/periodes/", served) == "periodes/index.html: periods");
  CHECK(found("/monitor/", served) == "index.html: home");
  CHECK(found("/periodes/", served) == "periodes/index.html: periods");
  CHECK(found("/monitor/../index.html", served) == "");
  CHECK(found("/monitor/", site()) == "");
}

TEST_CASE("served site: the lists of files that a written site has are there") {
  const ServedSite served({{"index.html", "home"}}, "");
  const std::string home = "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942";
  const std::string manifest = *served.find("manifest.json");
  CHECK(manifest.find("\"" + home + "\"") != std::string::npos);
  CHECK(found("/SHA256SUMS", served).find(home + "  index.html\n") != std::string::npos);
  CHECK(found("/SHA256SUMS", served).find("  manifest.json\n") != std::string::npos);
}

TEST_CASE("served site: the type of a file follows from its name") {
  CHECK(content_type_of("a/index.html") == "text/html; charset=utf-8");
  CHECK(content_type_of("a.css") == "text/css; charset=utf-8");
  CHECK(content_type_of("a.js") == "text/javascript; charset=utf-8");
  CHECK(content_type_of("a.json") == "application/json");
  CHECK(content_type_of("a.csv") == "text/csv; charset=utf-8");
  CHECK(content_type_of("a.svg") == "image/svg+xml");
  CHECK(content_type_of("SHA256SUMS") == "text/plain; charset=utf-8");
  CHECK(content_type_of("search/a.bin") == "application/octet-stream");
  CHECK(content_type_of("html") == "application/octet-stream");
}

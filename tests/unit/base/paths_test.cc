#include "base/paths.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("paths: a relative path within its folder is safe") {
  for (const char* path :
       {"a", "a/b.html", "periodes/2020-07/index.html", ".well-known/x", "a..b/..c", "één/b", "ab:c"}) {
    CAPTURE(path);
    CHECK(is_safe_relative_path(path));
  }
}

TEST_CASE("paths: a path that can leave its folder is not safe") {
  for (const char* path : {"", "/", "/a", "..", "../a", "a/../b", "a/..", ".", "./a", "a/./b", "a//b", "a/", "C:/a",
                           "c:", "a\\b", "\\\\server\\x", "a\nb", "a\x7F", "a\u0085"}) {
    CAPTURE(path);
    CHECK_FALSE(is_safe_relative_path(path));
  }
  CHECK_FALSE(is_safe_relative_path(std::string_view("a\0b", 3)));
}

TEST_CASE("paths: a path beside a file is worked out from the site folder") {
  CHECK(resolve_beside("content/pages/over.md", "kaart.png") == "content/pages/kaart.png");
  CHECK(resolve_beside("content/pages/over.md", "../beeld/kaart.png") == "content/beeld/kaart.png");
  CHECK(resolve_beside("content/pages/over.md", "./a/./../kaart.png") == "content/pages/kaart.png");
  CHECK(resolve_beside("content/pages/over.md", "../../kaart.png") == "kaart.png");
  CHECK(resolve_beside("over.md", "beeld//kaart.png") == "beeld/kaart.png");
}

TEST_CASE("paths: a path beside a file cannot lead out of the site folder") {
  CHECK_FALSE(resolve_beside("content/pages/over.md", "../../../kaart.png"));
  CHECK_FALSE(resolve_beside("over.md", "../kaart.png"));
  CHECK_FALSE(resolve_beside("a/over.md", "../../a/kaart.png"));
  CHECK_FALSE(resolve_beside("over.md", "/etc/passwd"));
  CHECK_FALSE(resolve_beside("over.md", "C:/x"));
  CHECK_FALSE(resolve_beside("over.md", "a\\..\\x"));
  CHECK_FALSE(resolve_beside("over.md", "a/../C:/x"));
  CHECK_FALSE(resolve_beside("over.md", "a\nb"));
}

TEST_CASE("paths: the site folder itself is not a file beside another") {
  CHECK_FALSE(resolve_beside("content/over.md", ".."));
  CHECK_FALSE(resolve_beside("over.md", ""));
  CHECK_FALSE(resolve_beside("over.md", "."));
}

TEST_CASE("paths: a link climbs out of the folders that are not shared") {
  CHECK(relative_link("periodes/2020-07/index.html", "assets/x.css") == "../../assets/x.css");
  CHECK(relative_link("periodes/2020-07/index.html", "periodes/2020-07/wijk.html") == "wijk.html");
  CHECK(relative_link("periodes/2020-07/index.html", "periodes/2021-05/wijk.html") == "../2021-05/wijk.html");
  CHECK(relative_link("periodes/2020-07/index.html", "periodes/index.html") == "../index.html");
  CHECK(relative_link("index.html", "periodes/2020-07/index.html") == "periodes/2020-07/index.html");
  CHECK(relative_link("a/x.html", "ab/y.html") == "../ab/y.html");
  CHECK(relative_link("a/b/x.html", "a.html") == "../../a.html");
}

TEST_CASE("paths: a link to the same page is its own file name") {
  CHECK(relative_link("periodes/2020-07/index.html", "periodes/2020-07/index.html") == "index.html");
  CHECK(relative_link("index.html", "index.html") == "index.html");
}

TEST_CASE("paths: a fragment stays as it is") { CHECK(relative_link("a/b/x.html", "a/y.html#a/b") == "../y.html#a/b"); }

TEST_CASE("paths: a link is never read as a scheme or as empty") {
  CHECK(relative_link("index.html", "a:b.html") == "./a:b.html");
  CHECK(relative_link("a/x.html", "a/") == "./");
  CHECK(relative_link("a/x.html", "c:d/y.html") == "../c:d/y.html");
}

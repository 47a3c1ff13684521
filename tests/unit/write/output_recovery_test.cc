// What other writers and killed runs leave.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "three_pages.h"

using namespace stoplicht;
using namespace stoplicht::test;

TEST_CASE("output: a second writer is refused while another one has the lock") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  const int lock = open((temp / ".public.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  CHECK(failure_of(temp / "public", {}) == "another build is writing to " + temp.text("public"));
  CHECK(write_site(temp / "other", {}, 2).ok);
  CHECK(tree_of(temp / "public") == three_pages_tree());
  close(lock);
  CHECK(write_site(temp / "public", {}, 2).ok);
  CHECK(names_of(temp.path()) == "other public");
}

TEST_CASE("output: what a killed run left is removed first, without following links") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  put_file(temp / "elsewhere/kept", "kept");
  put_file(temp / ".public.stoplicht-staging/half/page.html", "half");
  put_file(temp / ".public.lock", "");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / ".public.stoplicht-staging/link");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / ".public.stoplicht-old");
  REQUIRE(write_site(temp / "public", {{"new.html", "new"}}, 2).ok);
  CHECK(names_of(temp.path()) == "elsewhere public");
  CHECK(names_of(temp / "public") == "SHA256SUMS manifest.json new.html");
  CHECK(file_bytes(temp / "elsewhere/kept") == "kept");
}

TEST_CASE("output: a site that a killed run set aside is put back first") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  const ino_t home = status_of(temp / "public/index.html").st_ino;
  std::filesystem::rename(temp / "public", temp / ".public.stoplicht-old");
  put_file(temp / ".public.stoplicht-staging/half.html", "half");
  CHECK(write_site(temp / "public", three_pages, 2).kept == 5);
  CHECK(status_of(temp / "public/index.html").st_ino == home);
  CHECK(names_of(temp.path()) == "public");

  std::filesystem::rename(temp / "public", temp / ".public.stoplicht-old");
  CHECK(failure_of(temp / "public", {{std::string(300, 'x'), ""}}).find("file name too long") != std::string::npos);
  CHECK(tree_of(temp / "public") == three_pages_tree());
  CHECK(names_of(temp.path()) == "public");
}

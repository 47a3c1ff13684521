#include "write/disk.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

template <typename Call>
std::string failure_of(Call call) {
  try {
    call();
  } catch (const WriteFailure& failure) {
    return failure.sentence;
  }
  return "no failure";
}

Descriptor opened(const TempFolder& temp) { return open_folder(AT_FDCWD, temp.path().string(), "temp"); }

}  // namespace

TEST_CASE("disk: a failure is one plain sentence") {
  CHECK(failure_of([] { disk_failure("write", "/x/a.html", ENOSPC); }) ==
        "cannot write /x/a.html: no space left on device");
  CHECK(failure_of([] { disk_failure("read", "a\nb\x7f", EIO); }) == "cannot read a?b?: input/output error");
}

TEST_CASE("disk: a new file has mode 644 and a new folder 755 whatever the umask") {
  for (const mode_t mask : {0000U, 0022U, 0077U, 0777U}) {
    const TempFolder temp;
    const Descriptor folder = opened(temp);
    const mode_t before = umask(mask);
    make_folder(folder.get(), "f", "f");
    write_new_file(folder.get(), "f/a", "bytes", "a");
    umask(before);
    CHECK(mode_of(temp / "f") == "755");
    CHECK(mode_of(temp / "f/a") == "644");
    CHECK(file_bytes(temp / "f/a") == "bytes");
  }
}

TEST_CASE("disk: a new file never replaces anything and never follows a link") {
  const TempFolder temp;
  put_file(temp / "old", "old");
  std::filesystem::create_symlink("target", temp / "link");
  const Descriptor folder = opened(temp);
  CHECK(failure_of([&] { write_new_file(folder.get(), "old", "new", "old"); }) == "cannot write old: file exists");
  CHECK(failure_of([&] { write_new_file(folder.get(), "link", "new", "link"); }) == "cannot write link: file exists");
  CHECK(failure_of([&] { make_folder(folder.get(), "old", "old"); }) == "cannot make folder old: file exists");
  CHECK(tree_of(temp.path()) == std::map<std::string, std::string>{{"old", "old"}, {"link", "-> target"}});
}

TEST_CASE("disk: a file holds bytes only when all of them are there, in mode 644") {
  const TempFolder temp;
  const std::string long_bytes(600'000, 'x');
  put_file(temp / "a", "abc");
  put_file(temp / "empty", "");
  put_file(temp / "long", long_bytes);
  put_file(temp / "secret", "abc");
  for (const char* name : {"a", "empty", "long"}) chmod((temp / name).c_str(), 0644);
  chmod((temp / "secret").c_str(), 0600);
  std::filesystem::create_symlink("a", temp / "link");
  REQUIRE(mkfifo((temp / "pipe").c_str(), 0644) == 0);
  const Descriptor folder = opened(temp);

  CHECK(file_holds(folder.get(), "a", "abc"));
  CHECK(file_holds(folder.get(), "empty", ""));
  CHECK(file_holds(folder.get(), "long", long_bytes));
  CHECK_FALSE(file_holds(folder.get(), "a", "abd"));
  CHECK_FALSE(file_holds(folder.get(), "a", "ab"));
  CHECK_FALSE(file_holds(folder.get(), "a", "abcd"));
  CHECK_FALSE(file_holds(folder.get(), "long", std::string(599'999, 'x') + "y"));
  CHECK_FALSE(file_holds(folder.get(), "secret", "abc"));
  CHECK_FALSE(file_holds(folder.get(), "link", "abc"));
  CHECK_FALSE(file_holds(folder.get(), "pipe", ""));
  CHECK_FALSE(file_holds(folder.get(), ".", ""));
  CHECK_FALSE(file_holds(folder.get(), "missing", ""));
}

TEST_CASE("disk: a file is read whole or not at all") {
  const TempFolder temp;
  put_file(temp / "a", "abc");
  std::filesystem::create_symlink("a", temp / "link");
  const Descriptor folder = opened(temp);
  CHECK(read_file(folder.get(), "a", 3, "shown") == "abc");
  CHECK_FALSE(read_file(folder.get(), "a", 2, "shown"));
  CHECK_FALSE(read_file(folder.get(), "link", 3, "shown"));
  CHECK_FALSE(read_file(folder.get(), ".", 3, "shown"));
  CHECK_FALSE(read_file(folder.get(), "missing", 3, "shown"));
  CHECK(failure_of([&] { read_file(folder.get(), std::string(300, 'x'), 3, "shown"); }) ==
        "cannot read shown: file name too long");
}

TEST_CASE("disk: a list is sorted by whole address and follows no link") {
  const TempFolder temp;
  put_file(temp / "site/a/index.html", "");
  put_file(temp / "site/a-b/index.html", "");
  put_file(temp / "site/a.html", "");
  put_file(temp / "elsewhere/secret", "");
  std::filesystem::create_directories(temp / "site/a/empty");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / "site/link");
  const FolderList list = list_folder(open_folder(AT_FDCWD, temp.text("site"), "site").get(), "site");
  CHECK(list.files == std::vector<std::string>{"a-b/index.html", "a.html", "a/index.html"});
  CHECK(list.folders == std::vector<std::string>{"a", "a-b", "a/empty"});
  CHECK(list.others == std::vector<std::string>{"link"});
}

TEST_CASE("disk: removing a tree leaves what its links point at") {
  const TempFolder temp;
  put_file(temp / "site/a/b/c.html", "c");
  put_file(temp / "elsewhere/kept", "kept");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / "site/a/folder");
  std::filesystem::create_symlink(temp / "elsewhere/kept", temp / "site/a/file");
  std::filesystem::create_symlink("nowhere", temp / "site/dangling");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / "link");
  const Descriptor folder = opened(temp);
  remove_all(folder.get(), "site", "site");
  remove_all(folder.get(), "link", "link");
  remove_all(folder.get(), "missing", "missing");
  CHECK(tree_of(temp.path()) == std::map<std::string, std::string>{{"elsewhere/", ""}, {"elsewhere/kept", "kept"}});
}

TEST_CASE("disk: missing folders are made, and taken away unless kept") {
  const TempFolder temp;
  {
    MissingFolders folders;
    folders.make(temp / "a/b/c");
    CHECK(names_of(temp / "a/b") == "c");
    CHECK(mode_of(temp / "a/b") == "755");
  }
  CHECK(names_of(temp.path()) == "");
  {
    MissingFolders folders;
    folders.make(temp / "a/b");
    folders.keep();
  }
  CHECK(names_of(temp / "a") == "b");
  {
    MissingFolders folders;
    folders.make(temp / "a/b/c");
    put_file(temp / "a/b/c/file", "");
  }
  CHECK(names_of(temp / "a/b/c") == "file");
}

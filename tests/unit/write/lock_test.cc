#include "write/lock.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <atomic>
#include <thread>
#include <vector>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

std::string try_lock(const TempFolder& temp) {
  const Descriptor folder = open_folder(AT_FDCWD, temp.path().string(), "temp");
  try {
    const OutputLock lock(folder.get(), ".public.lock", "/x/.public.lock", "/x/public");
  } catch (const WriteFailure& failure) {
    return failure.sentence;
  }
  return "locked";
}

}  // namespace

TEST_CASE("lock: a second one is refused while the first is there") {
  const TempFolder temp;
  {
    const Descriptor folder = open_folder(AT_FDCWD, temp.path().string(), "temp");
    const OutputLock lock(folder.get(), ".public.lock", "/x/.public.lock", "/x/public");
    CHECK(try_lock(temp) == "another build is writing to /x/public");
    CHECK(names_of(temp.path()) == ".public.lock");
  }
  CHECK(names_of(temp.path()) == "");
  CHECK(try_lock(temp) == "locked");
}

TEST_CASE("lock: the file of a killed process is no obstacle") {
  const TempFolder temp;
  put_file(temp / ".public.lock", "");
  CHECK(try_lock(temp) == "locked");
  CHECK(names_of(temp.path()) == "");
}

TEST_CASE("lock: two never hold it, also while its file is removed and made again") {
  const TempFolder temp;
  std::atomic<int> holders{0};
  std::atomic<int> taken{0};
  std::atomic<int> shared{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const Descriptor folder = open_folder(AT_FDCWD, temp.path().string(), "temp");
      for (int attempt = 0; attempt < 3000; ++attempt) {
        try {
          const OutputLock lock(folder.get(), ".public.lock", "/x/.public.lock", "/x/public");
          if (++holders > 1) ++shared;
          std::this_thread::yield();
          ++taken;
          --holders;
        } catch (const WriteFailure&) {
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(taken > 0);
  CHECK(shared == 0);
  CHECK(names_of(temp.path()) == "");
}

TEST_CASE("lock: what is no file cannot be locked") {
  const TempFolder temp;
  std::filesystem::create_symlink("elsewhere", temp / ".public.lock");
  CHECK(try_lock(temp) == "cannot open /x/.public.lock: too many levels of symbolic links");
  std::filesystem::remove(temp / ".public.lock");
  std::filesystem::create_directory(temp / ".public.lock");
  CHECK(try_lock(temp) == "cannot open /x/.public.lock: is a directory");
}

#include "write/report_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <exception>

#include "write/disk.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_report = std::size_t{256} << 20;

void replace_report(const std::filesystem::path& file, std::string_view bytes,
                    const std::function<bool(std::string_view)>& is_ours) {
  const std::string name = file.filename().string();
  const std::string shown = file.string();
  if (name.empty() || name == "." || name == "..") throw WriteFailure{printable(shown) + " is no name for a file"};
  const std::string parent = file.has_parent_path() ? file.parent_path().string() : ".";
  const Descriptor folder = open_folder(AT_FDCWD, parent, parent);
  if (exists_in(folder.get(), name, shown)) {
    const std::optional<std::string> former = read_file(folder.get(), name, longest_report, shown);
    if (!former || !is_ours(*former))
      throw WriteFailure{printable(shown) + " is there already, and no report of ours; it was not touched"};
  }
  const std::string aside = "." + name + ".stoplicht-new";
  remove_all(folder.get(), aside, shown);
  try {
    write_new_file(folder.get(), aside, bytes, shown);
    if (renameat(folder.get(), aside.c_str(), folder.get(), name.c_str()) != 0) disk_failure("write", shown, errno);
  } catch (const WriteFailure&) {
    unlinkat(folder.get(), aside.c_str(), 0);
    throw;
  }
}

}  // namespace

std::string write_report(const std::filesystem::path& file, std::string_view bytes,
                         const std::function<bool(std::string_view)>& is_ours) {
  try {
    replace_report(file, bytes, is_ours);
    return {};
  } catch (const WriteFailure& failure) {
    return failure.sentence;
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace stoplicht

#include "commands/shipped.h"

#include <initializer_list>
#include <stdexcept>

#include "load/file_list.h"
#include "load/read_file.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_shipped = 1 << 20;  // Of the program's own files, in bytes.

// The first of these places, relative to the program, that is a folder; empty when none is.
std::filesystem::path first_folder(std::initializer_list<std::string> places) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  for (const std::string& place : places) {
    const std::filesystem::path folder = (program.parent_path() / place).lexically_normal();
    if (std::filesystem::is_directory(folder, error)) return folder;
  }
  return {};
}

}  // namespace

std::filesystem::path shipped_themes() { return first_folder({"../share/stoplicht/themes", "../../themes"}); }

std::vector<OutputFile> shipped_files(const std::string& folder) {
  const std::filesystem::path place = first_folder({"../share/stoplicht/" + folder, "../../generator/" + folder});
  if (place.empty())
    throw std::runtime_error("the program's own folder " + folder +
                             " is missing: it belongs in share/stoplicht beside the program's folder");
  Diagnostics faults;
  std::vector<OutputFile> files;
  const auto nothing = [](std::string_view, std::string_view) { return false; };
  for (const std::string& path : list_files(place.parent_path(), folder, nothing, faults))
    if (std::optional<std::string> bytes = read_or_report(place.parent_path(), path, largest_shipped, faults))
      files.push_back({path.substr(folder.size() + 1), std::move(*bytes)});
  if (faults.has_errors())
    throw std::runtime_error("the program's own folder " + folder + " cannot be read:\n" + faults.to_text());
  return files;
}

std::string shipped_schema(const std::string& name) {
  const std::filesystem::path folder = first_folder({"../share/stoplicht/schemas", "../../generator/schemas"});
  std::string bytes;
  std::string reason;
  if (folder.empty() || read_file(folder / name, largest_shipped, bytes, reason) != ReadResult::read)
    throw std::runtime_error("the program's own file " + name +
                             " is missing: it belongs in share/stoplicht/schemas beside the program's folder");
  return bytes;
}

}  // namespace stoplicht

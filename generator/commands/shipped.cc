#include "commands/shipped.h"

#include <initializer_list>
#include <stdexcept>

#include "load/read_file.h"

namespace stoplicht {
namespace {

// The first of these places, relative to the program, that is a folder; empty when none is.
std::filesystem::path first_folder(std::initializer_list<const char*> places) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  for (const char* place : places) {
    const std::filesystem::path folder = (program.parent_path() / place).lexically_normal();
    if (std::filesystem::is_directory(folder, error)) return folder;
  }
  return {};
}

}  // namespace

std::filesystem::path shipped_themes() { return first_folder({"../share/stoplicht/themes", "../../themes"}); }

std::string shipped_schema(const std::string& name) {
  constexpr std::size_t largest = 1 << 20;
  const std::filesystem::path folder = first_folder({"../share/stoplicht/schemas", "../../generator/schemas"});
  std::string bytes;
  std::string reason;
  if (folder.empty() || read_file(folder / name, largest, bytes, reason) != ReadResult::read)
    throw std::runtime_error("the program's own file " + name +
                             " is missing: it belongs in share/stoplicht/schemas beside the program's folder");
  return bytes;
}

}  // namespace stoplicht

#pragma once
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>

namespace stoplicht {

// A fresh folder on the disk, removed at the end.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "stoplicht-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = std::filesystem::canonical(name);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  std::string text(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline void put_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Everything in a folder: files with their bytes, "a/" for folders, "-> target" for links. Compares
// and prints whole.
inline std::map<std::string, std::string> tree_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> tree;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    if (entry.is_symlink()) {
      tree[name] = "-> " + std::filesystem::read_symlink(entry.path()).string();
    } else if (entry.is_directory()) {
      tree[name + "/"] = "";
    } else {
      tree[name] = entry.is_regular_file() ? file_bytes(entry.path()) : "(special)";
    }
  }
  return tree;
}

// The names in a folder itself, hidden ones too: "a b c".
inline std::string names_of(const std::filesystem::path& folder) {
  std::map<std::string, int> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names[entry.path().filename().string()] = 1;
  std::string text;
  for (const auto& [name, unused] : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

inline struct stat status_of(const std::filesystem::path& path) {
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0) throw std::system_error(errno, std::generic_category(), path.string());
  return status;
}

// "644", "2755".
inline std::string mode_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::oct << (status_of(path).st_mode & 07777U);
  return text.str();
}

}  // namespace stoplicht

#include "load/file_list.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "base/paths.h"
#include "base/text.h"
#include "load/read_file.h"

namespace stoplicht {
namespace {

namespace fs = std::filesystem;

// Windows opens a device for these, whatever comes after a dot.
bool is_device_name(std::string_view name) {
  const std::string stem = in_lower_case(name.substr(0, name.find('.')));
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
}

Location whole_file(std::string path) { return {std::move(path), 0, 0, 1, ""}; }

}  // namespace

std::string fault_in_file_name(std::string_view name) {
  if (first_invalid_utf8(name) != std::string_view::npos) return "is not UTF-8";
  const std::size_t forbidden = name.find_first_of("\\:*?\"<>|");
  if (forbidden != std::string_view::npos) return std::string("contains '") + name[forbidden] + "'";
  if (!is_safe_relative_path(name)) return "contains a control character";
  if (name.starts_with(' ')) return "begins with a space";
  if (name.ends_with(' ')) return "ends with a space";
  if (name.ends_with('.')) return "ends with a dot";
  if (is_device_name(name)) return "is the name of a device on Windows";
  return "";
}

std::vector<std::string> list_files(const fs::path& root, const std::string& folder,
                                    const std::function<bool(std::string_view, std::string_view)>& passed_over,
                                    Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::vector<std::string> folders{folder};
  const auto unreadable = [&](const std::string& path, const std::error_code& error) {
    diagnostics.error("file-unreadable", whole_file(path), "cannot be read: " + error.message(),
                      "check that it still exists and that you may read it");
  };

  while (!folders.empty()) {
    const std::string parent = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entry(root / parent, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      const std::string path = parent + "/" + name;
      if (passed_over(path, name)) continue;
      std::error_code status_error;
      const fs::file_status status = entry->symlink_status(status_error);
      if (status_error) {
        unreadable(path, status_error);
      } else if (fs::is_symlink(status)) {
        diagnostics.error("file-link", whole_file(path), "is a symbolic link",
                          "put the file or folder itself here; links are not followed");
      } else if (const std::string fault = fault_in_file_name(name); !fault.empty()) {
        diagnostics.error("file-name", whole_file(path), "the name " + fault,
                          "rename it; lower-case letters, digits and hyphens are safe everywhere");
      } else if (fs::is_directory(status)) {
        folders.push_back(path);
      } else if (fs::is_regular_file(status)) {
        files.push_back(path);
      } else {
        diagnostics.error("file-unreadable", whole_file(path), "is neither a file nor a folder", "remove it");
      }
    }
    if (error) unreadable(parent, error);
  }
  std::sort(files.begin(), files.end());

  std::map<std::string, std::string_view> by_lower_case;
  const auto differs_only_by_case = [&](const std::string& path) {
    const auto [first, is_new] = by_lower_case.emplace(in_lower_case(path), path);
    if (is_new) return false;
    diagnostics.error("file-name", whole_file(path), "differs only by case from '" + std::string(first->second) + "'",
                      "rename one of the two; Windows and macOS take them for the same file");
    return true;
  };
  std::vector<std::string> kept;
  for (const std::string& path : files) {
    if (!differs_only_by_case(path)) kept.push_back(path);
  }
  return kept;
}

bool is_own_folder(const fs::path& root, const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(root / path, error);
  if (fs::is_directory(status)) return true;
  if (fs::is_symlink(status)) {
    diagnostics.error("file-link", whole_file(path), "is a symbolic link",
                      "put the file or folder itself here; links are not followed");
  } else if (fs::exists(status)) {
    diagnostics.error("file-unreadable", whole_file(path), "is not a folder", "make a folder of it");
  }
  return false;
}

std::optional<std::string> read_or_report(const fs::path& root, const std::string& path, std::size_t largest,
                                          Diagnostics& diagnostics) {
  std::string bytes;
  std::string reason;
  switch (read_file(root / path, largest, bytes, reason)) {
    case ReadResult::read: return bytes;
    case ReadResult::too_large:
      diagnostics.error("file-large", whole_file(path), "is larger than " + std::to_string(largest >> 20) + " MiB",
                        "make it smaller, or link to it");
      break;
    case ReadResult::failed:
      diagnostics.error("file-unreadable", whole_file(path), "cannot be read: " + reason,
                        "check that it still exists and that you may read it");
      break;
  }
  return std::nullopt;
}

}  // namespace stoplicht

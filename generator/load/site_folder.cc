#include "load/site_folder.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "base/parallel.h"
#include "base/paths.h"
#include "load/encoding.h"
#include "load/file_list.h"

namespace stoplicht {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 32 * 1024 * 1024;

bool is_passed_over(std::string_view path, std::string_view name) {
  if (path == "data/editions" || path == "data/sources.json" || name == "README.md") return true;
  return name.starts_with('.') || name.starts_with('~') || name.starts_with('_') || name.ends_with('~') ||
         name.ends_with(".bak");
}

Location whole_file(const std::string& path) { return {path, 0, 0, 1, ""}; }

bool is_missing(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

bool is_within(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

// "Brief.MD" would be published as it is, and "T.JSON" not be read, without a word.
bool has_capital_extension(const std::string& path, Diagnostics& diagnostics) {
  for (const std::string_view wanted : {".json", ".md"}) {
    const std::string_view end = std::string_view(path).substr(path.size() - std::min(path.size(), wanted.size()));
    const bool same = std::equal(end.begin(), end.end(), wanted.begin(), wanted.end(),
                                 [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); });
    if (!same || end == wanted) continue;
    diagnostics.error("file-name", whole_file(path), "the name ends with '" + std::string(end) + "'",
                      "rename it: '" + std::string(wanted) + "' in lower-case letters");
    return true;
  }
  return false;
}

// What reading one file gave; at most one of them.
struct Loaded {
  std::unique_ptr<const Document> data;
  std::unique_ptr<const MarkdownDocument> content;
  std::optional<std::string> attachment;
};

Loaded load_file(const fs::path& root, const std::string& path, Diagnostics& diagnostics) {
  Loaded loaded;
  std::optional<std::string> bytes = read_or_report(root, path, largest_file, diagnostics);
  if (!bytes) return loaded;
  if (is_within(path, "data")) {
    loaded.data = load_json(std::make_shared<const SourceText>(path, std::move(*bytes)), diagnostics);
  } else if (path.ends_with(".md")) {
    loaded.content = load_markdown(std::make_shared<const SourceText>(path, std::move(*bytes)), diagnostics);
  } else {
    loaded.attachment = std::move(bytes);
  }
  return loaded;
}

enum class ThemeFile { text, asset, unused };

// `path` is relative to the theme.
ThemeFile kind_of_theme_file(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (is_within(path, "assets")) return ThemeFile::asset;
  if (is_within(path, "layouts")) return path.ends_with(".mustache") ? ThemeFile::text : ThemeFile::unused;
  if (is_within(path, "components")) {
    return name == "template.mustache" || name == "style.css" ? ThemeFile::text : ThemeFile::unused;
  }
  if (is_within(path, "build") && path.ends_with(".js")) return ThemeFile::text;
  const bool at_top = name.size() == path.size();
  const bool is_strings = name.starts_with("strings.") && name.ends_with(".json");
  const bool is_json = at_top && (name == "theme.json" || is_strings);
  return is_json || name.ends_with(".css") ? ThemeFile::text : ThemeFile::unused;
}

// Where data/site.json names the theme, as far as that is known.
Location where_theme_is_named(const SiteFolder& folder) {
  const auto site = folder.data.find("data/site.json");
  return site == folder.data.end() ? whole_file("data/site.json") : site->second->at("/theme");
}

void report_missing_theme(const SiteFolder& folder, const std::string& name, const fs::path& shipped,
                          Diagnostics& diagnostics) {
  std::vector<std::string> themes;
  for (const fs::path& place : {folder.root / "themes", shipped}) {
    std::error_code error;
    fs::directory_iterator entry(place, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::error_code status_error;
      const std::string theme = entry->path().filename().string();
      if (fs::is_directory(entry->symlink_status(status_error)) && !theme.starts_with('.')) themes.push_back(theme);
    }
  }
  std::sort(themes.begin(), themes.end());
  themes.erase(std::unique(themes.begin(), themes.end()), themes.end());
  diagnostics.error(
      "theme-missing", where_theme_is_named(folder), "there is no theme '" + name + "'",
      themes.empty() ? "put a theme in the folder themes/" : one_of_hint(name, {themes.begin(), themes.end()}));
}

}  // namespace

bool SiteFolder::missed(std::string_view path) const {
  for (; !faulty.empty() && !path.empty(); path = path.substr(0, path.rfind('/'))) {
    if (faulty.contains(path)) return true;
    if (path.find('/') == std::string_view::npos) break;
  }
  return false;
}

SiteFolder load_site_folder(const fs::path& root, unsigned threads, Diagnostics& diagnostics) {
  SiteFolder folder;
  folder.root = root;
  if (is_missing(root / "data")) {
    diagnostics.error("folder-missing", whole_file("data"), "there is no folder data/ here",
                      "name a site folder with --site; it holds data/site.json");
  }
  std::vector<std::string> paths;
  for (const std::string top : {"data", "content"}) {
    if (!is_own_folder(root, top, diagnostics)) continue;
    for (std::string& path : list_files(root, top, is_passed_over, diagnostics)) {
      if (has_capital_extension(path, diagnostics)) continue;
      if (top == "content" || path.ends_with(".json")) paths.push_back(std::move(path));
    }
  }

  std::vector<Loaded> loaded(paths.size());
  parallel_for(paths.size(), threads, [&](std::size_t i) { loaded[i] = load_file(root, paths[i], diagnostics); });
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Loaded& file = loaded[i];
    if (file.data) folder.data[paths[i]] = std::move(file.data);
    if (file.content) folder.content[paths[i]] = std::move(file.content);
    if (file.attachment) folder.attachments[paths[i]] = std::move(*file.attachment);
  }
  if (!diagnostics.has_errors()) return folder;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const std::string& path = diagnostic.where.file;
    const bool read = folder.data.contains(path) || folder.content.contains(path) || folder.attachments.contains(path);
    if (diagnostic.severity == Severity::error && !read) folder.faulty.insert(path);
  }
  return folder;
}

bool load_theme(SiteFolder& folder, const std::string& name, const fs::path& shipped, Diagnostics& diagnostics) {
  const bool is_one_part = is_safe_relative_path(name) && name.find('/') == std::string::npos;
  const std::string theme = "themes/" + name;
  if (!is_one_part) {
    report_missing_theme(folder, name, shipped, diagnostics);
    return false;
  }
  fs::path root = folder.root;
  if (is_missing(root / theme) && !shipped.empty() && !is_missing(shipped / name)) root = shipped.parent_path();
  if (is_missing(root / theme)) {
    report_missing_theme(folder, name, shipped, diagnostics);
    return false;
  }
  if (!is_own_folder(root, "themes", diagnostics) || !is_own_folder(root, theme, diagnostics)) return false;

  const auto passed_over = [](std::string_view, std::string_view part) {
    return part == "node_modules" || part.starts_with('.');
  };
  for (const std::string& path : list_files(root, theme, passed_over, diagnostics)) {
    const ThemeFile kind = kind_of_theme_file(std::string_view(path).substr(theme.size() + 1));
    if (kind == ThemeFile::unused) continue;
    std::optional<std::string> bytes = read_or_report(root, path, largest_file, diagnostics);
    if (!bytes) continue;
    if (kind == ThemeFile::asset) {
      folder.theme_assets[path] = std::move(*bytes);
      continue;
    }
    auto source = std::make_shared<const SourceText>(path, std::move(*bytes));
    // Whoever reads the JSON checks its encoding.
    if (!path.ends_with(".json")) check_encoding(*source, diagnostics);
    folder.theme_texts[path] = std::move(source);
  }
  return true;
}

}  // namespace stoplicht

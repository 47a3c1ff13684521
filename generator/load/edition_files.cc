#include "load/edition_files.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "load/file_list.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_edition_file = 256 * 1024 * 1024;
constexpr std::string_view signature_end = ".minisig";
constexpr std::string_view read_me_name = "README.md";

enum class Kind { document, signature, attachment, read_me, unknown };

constexpr const char* damaged_hint =
    "put the file back as it was published, from a copy or from version control; nobody edits an edition by hand";

// `path` is relative to data/editions.
Kind kind_of(std::string_view path) {
  if (path == read_me_name) return Kind::read_me;
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return Kind::unknown;
  const std::string_view folder = path.substr(0, slash);
  const std::string_view name = path.substr(slash + 1);
  if (folder == "attachments") return is_digest(name) ? Kind::attachment : Kind::unknown;
  if (is_edition_name(name)) return Kind::document;
  const bool is_signature =
      name.ends_with(signature_end) && is_edition_name(name.substr(0, name.size() - signature_end.size()));
  return is_signature ? Kind::signature : Kind::unknown;
}

void warn_unknown(const std::string& path, std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.warning("edition-file-unknown", {path, 0, 0, 1, ""}, std::move(message), std::move(hint));
}

void warn_not_ours(const std::string& path, Diagnostics& diagnostics) {
  warn_unknown(path, "is no part of an edition", "remove it; only stoplicht writes in this folder", diagnostics);
}

bool has_upper_case(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool is_edition_name(std::string_view name) {
  constexpr std::string_view end = ".json";
  if (name.size() < 7 || (name[0] != 'v' && name[0] != 'w') || !name.ends_with(end)) return false;
  const std::string_view number = name.substr(1, name.size() - 1 - end.size());
  return number[0] != '0' && number.size() <= 6 && number.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

EditionFiles load_edition_files(const std::filesystem::path& root, unsigned threads, Diagnostics& diagnostics) {
  EditionFiles files;
  if (!is_own_folder(root, "data", diagnostics) || !is_own_folder(root, files.folder, diagnostics)) return files;
  // A copy such as V1.json must not take the place of v1.json, from which it differs only by case.
  std::vector<std::string> misnamed;
  const auto passed_over = [&](std::string_view path, std::string_view name) {
    const bool is_misnamed = !name.starts_with('.') && name != read_me_name && has_upper_case(name);
    if (is_misnamed) misnamed.emplace_back(path);
    return name.starts_with('.') || is_misnamed;
  };
  const std::vector<std::string> paths = list_files(root, files.folder, passed_over, diagnostics);
  for (const std::string& path : misnamed) warn_not_ours(path, diagnostics);

  std::vector<std::optional<std::string>> read(paths.size());
  std::vector<std::shared_ptr<const Document>> documents(paths.size());
  const auto kind = [&](std::size_t i) { return kind_of(std::string_view(paths[i]).substr(files.folder.size() + 1)); };
  parallel_for(paths.size(), threads, [&](std::size_t i) {
    if (kind(i) == Kind::unknown || kind(i) == Kind::read_me) return;
    read[i] = read_or_report(root, paths[i], largest_edition_file, diagnostics);
    if (!read[i] || kind(i) != Kind::document) return;
    Diagnostics found;
    documents[i] = load_json(std::make_shared<const SourceText>(paths[i], std::move(*read[i])), found);
    // Whoever mends the JSON by hand makes another document of it.
    for (Diagnostic& diagnostic : found.sorted()) {
      diagnostic.hint = damaged_hint;
      diagnostics.add(std::move(diagnostic));
    }
  });
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string& path = paths[i];
    if (kind(i) == Kind::unknown) warn_not_ours(path, diagnostics);
    if (kind(i) == Kind::unknown || kind(i) == Kind::read_me) continue;
    if (!read[i] || (kind(i) == Kind::document && !documents[i])) {
      files.complete = false;
      continue;
    }
    if (kind(i) == Kind::document) files.documents[path] = std::move(documents[i]);
    if (kind(i) == Kind::attachment) files.attachments[path.substr(path.rfind('/') + 1)] = std::move(*read[i]);
    if (kind(i) != Kind::signature) continue;
    const std::string document = path.substr(0, path.size() - signature_end.size());
    if (std::binary_search(paths.begin(), paths.end(), document)) {
      files.signatures[document] = std::move(*read[i]);
    } else {
      warn_unknown(path, "is a signature of a file that is not there",
                   "publish again when that was interrupted; otherwise put the file back", diagnostics);
    }
  }
  return files;
}

}  // namespace stoplicht

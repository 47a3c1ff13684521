#include "serve/served_site.h"

#include <array>
#include <utility>

#include "base/digest.h"
#include "base/paths.h"
#include "base/text.h"
#include "write/manifest.h"

namespace stoplicht {
namespace {

std::string path_of(const std::string& base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == std::string::npos ? 0 : host + 3);
  const std::string path = slash == std::string::npos ? "/" : base_url.substr(slash);
  return path == "/" ? "" : path;
}

}  // namespace

ServedSite::ServedSite(std::vector<OutputFile> files, const std::string& base_url) : base_path_(path_of(base_url)) {
  for (OutputFile& file : files)
    files_.emplace(std::move(file.address), std::make_shared<const std::string>(std::move(file.bytes)));
}

SharedBytes ServedSite::find(const std::string& address) const {
  const auto file = files_.find(address);
  if (file != files_.end()) return file->second;
  // Those that the writing of a site adds are made when somebody asks for them.
  return address == manifest_address || address == sums_address ? list_of_files(address) : nullptr;
}

SharedBytes ServedSite::list_of_files(std::string_view address) const {
  std::vector<ManifestEntry> entries;
  for (const auto& [path, bytes] : files_) entries.push_back({path, sha256(*bytes), bytes->size()});
  std::string manifest = manifest_text(entries);
  if (address == manifest_address) return std::make_shared<const std::string>(std::move(manifest));
  entries.push_back({manifest_address, sha256(manifest), manifest.size()});
  return std::make_shared<const std::string>(sums_text(std::move(entries)));
}

Located ServedSite::locate_address(std::string address) const {
  if (address.empty() || address.ends_with('/')) address += "index.html";
  if (!is_safe_relative_path(address)) return {};
  if (SharedBytes bytes = find(address)) return {Located::Kind::file, std::move(address), std::move(bytes)};
  if (files_.contains(address + "/index.html")) return {Located::Kind::folder, std::move(address), nullptr};
  return {};
}

Located ServedSite::locate(std::string_view target) const {
  const std::string path = percent_decode(target.substr(0, target.find_first_of("?#")));
  if (!path.starts_with('/')) return {};
  Located located = locate_address(path.substr(1));
  if (located.kind == Located::Kind::nowhere && !base_path_.empty() && path.starts_with(base_path_))
    located = locate_address(path.substr(base_path_.size()));
  return located;
}

std::string content_type_of(std::string_view address) {
  constexpr std::array<std::pair<std::string_view, const char*>, 28> types{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".ndjson", "application/x-ndjson"},
      {".csv", "text/csv; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".py", "text/plain; charset=utf-8"},
      {".minisig", "text/plain; charset=utf-8"},
      {"SHA256SUMS", "text/plain; charset=utf-8"},
      {".xml", "application/xml; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".ico", "image/x-icon"},
      {".woff", "font/woff"},
      {".woff2", "font/woff2"},
      {".pdf", "application/pdf"},
      {".zip", "application/zip"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {".odt", "application/vnd.oasis.opendocument.text"},
      {".mp4", "video/mp4"},
  }};
  for (const auto& [ending, type] : types)
    if (address.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace stoplicht

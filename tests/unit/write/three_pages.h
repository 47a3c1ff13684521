#pragma once
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "support/temp_folder.h"
#include "write/manifest.h"
#include "write/output.h"

// A small site for the tests of writing.
namespace stoplicht::test {

using Tree = std::map<std::string, std::string>;

inline const std::vector<OutputFile> three_pages{
    {"periodes/2020-07/index.html", "juli 2020"}, {"index.html", "home"}, {"assets/site.css", "body{}"}};

inline std::string manifest_of(const std::vector<OutputFile>& sorted) {
  std::vector<ManifestEntry> entries;
  for (const OutputFile& file : sorted) entries.push_back({file.address, sha256(file.bytes), file.bytes.size()});
  return manifest_text(entries);
}

// What `sha256sum` says of them and of the manifest.
inline std::string sums_of(const std::vector<OutputFile>& sorted) {
  std::vector<ManifestEntry> entries{{"manifest.json", sha256(manifest_of(sorted)), 0}};
  for (const OutputFile& file : sorted) entries.push_back({file.address, sha256(file.bytes), 0});
  return sums_text(entries);
}

// The tree that the three pages make.
inline Tree three_pages_tree() {
  const std::vector<OutputFile> sorted{three_pages[2], three_pages[1], three_pages[0]};
  return {{"SHA256SUMS", sums_of(sorted)},
          {"assets/", ""},
          {"assets/site.css", "body{}"},
          {"index.html", "home"},
          {"manifest.json", manifest_of(sorted)},
          {"periodes/", ""},
          {"periodes/2020-07/", ""},
          {"periodes/2020-07/index.html", "juli 2020"}};
}

inline std::string failure_of(const std::filesystem::path& output, const std::vector<OutputFile>& files) {
  const WriteResult result = write_site(output, files, 2);
  CHECK_FALSE(result.ok);
  CHECK(result.written + result.kept + result.bytes == 0);
  return result.failure;
}

}  // namespace stoplicht::test

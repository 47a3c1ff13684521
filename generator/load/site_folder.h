#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "load/document.h"

namespace stoplicht {

// Every file of a site folder that a build can use, read once. Keys are paths relative to the
// site folder, with '/': "data/periods/2020-07.json".
struct SiteFolder {
  std::filesystem::path root;
  std::map<std::string, std::shared_ptr<const Document>> data;             // data/**/*.json
  std::map<std::string, std::shared_ptr<const MarkdownDocument>> content;  // content/**/*.md
  std::map<std::string, std::string> attachments;                          // content/**, all else: bytes
  std::map<std::string, std::shared_ptr<const SourceText>>
      theme_texts;                                  // themes/<theme>/**: .mustache .css .json, build/*.js
  std::map<std::string, std::string> theme_assets;  // themes/<theme>/assets/**: bytes
  std::set<std::string, std::less<>> faulty;  // Files and folders that are there but could not be read (reported).

  // True for a path that is faulty itself or stands in a faulty folder.
  bool missed(std::string_view path) const;
};

// Reads data/ and content/ below `root` on `threads` threads. Files and folders whose name begins
// with '.', '~' or '_' , ends in '~' or '.bak', or is README.md, are passed over, data/editions and data/sources.json
// too (they belong to other commands). Reports what cannot be read, a symbolic link (none is followed: no path may
// leave the site folder), a file name that is not safe, a missing data/ folder.
SiteFolder load_site_folder(const std::filesystem::path& root, unsigned threads, Diagnostics& diagnostics);

// Reads themes/<name>/ (node_modules and dot files passed over) into `folder`: the site folder's own, or else
// the one in `shipped`, the folder "themes" that came with the program (may be empty: none). False when there is no
// such theme (reported).
bool load_theme(SiteFolder& folder, const std::string& name, const std::filesystem::path& shipped,
                Diagnostics& diagnostics);

}  // namespace stoplicht

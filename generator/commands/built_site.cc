#include "commands/built_site.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/digest.h"
#include "base/parallel.h"
#include "load/canonical_json.h"
#include "load/file_list.h"
#include "model/edition_parts.h"
#include "render/edition_output.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_file = std::size_t{4} << 30;
constexpr const char* build_hint = "build the site again, or put the file back as it was built";
constexpr std::string_view editions_folder = "edities/";
constexpr std::string_view seal_end = ".zegel.json";
constexpr std::string_view signature_end = ".minisig";

bool is_list(const std::string& address) {
  return address == manifest_address || address == sums_address || address == sums_signature_address;
}

// "./a/b" as list_files has it.
std::string without_dot(const std::string& path) { return path.starts_with("./") ? path.substr(2) : path; }

using Digests = std::map<std::string, ManifestEntry>;

Digests by_path(const std::vector<ManifestEntry>& entries) {
  Digests out;
  for (const ManifestEntry& entry : entries) out.emplace(entry.path, entry);
  return out;
}

// What a list of files says, when it is there and exactly as the program writes it.
template <typename Parse, typename Write>
std::optional<Digests> read_list(const BuiltSite& site, const char* address, Parse parse, Write write,
                                 Diagnostics& diagnostics) {
  const auto text = site.bytes.find(address);
  if (text == site.bytes.end()) {
    deviation(diagnostics, "built-list", site.prefix + address, "is missing", build_hint);
    return std::nullopt;
  }
  const std::optional<std::vector<ManifestEntry>> entries = parse(text->second);
  if (entries && write(*entries) == text->second) return by_path(*entries);
  deviation(diagnostics, "built-list", site.prefix + address, "is not the list that was built", build_hint);
  return std::nullopt;
}

// SHA256SUMS against manifest.json: it lists the same files, and manifest.json itself. True when they agree.
bool compare_lists(const BuiltSite& site, const Digests& manifest, Digests sums, Diagnostics& diagnostics) {
  bool agree = true;
  const auto differ = [&](const std::string& path, const std::string& what) {
    agree = false;
    deviation(diagnostics, "built-list", site.prefix + sums_address,
              what + " " + site.prefix + path + " than " + manifest_address, build_hint);
  };
  sums.erase(manifest_address);
  for (const auto& [path, entry] : manifest) {
    const auto sum = sums.find(path);
    if (sum == sums.end()) {
      differ(path, "says less of");
    } else if (sum->second.sha256 != entry.sha256) {
      differ(path, "gives another digest of");
    }
  }
  for (const auto& [path, entry] : sums) {
    if (!manifest.contains(path)) differ(path, "says more of");
  }
  return agree;
}

}  // namespace

void deviation(Diagnostics& diagnostics, const char* id, std::string file, std::string message, std::string hint) {
  diagnostics.add({Severity::error, id, std::move(message), {std::move(file), 0, 0, 1, ""}, std::move(hint)});
}

bool is_built_site(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(folder / manifest_address, error) ||
         std::filesystem::exists(folder / sums_address, error);
}

BuiltSite read_built_site(const std::filesystem::path& folder, std::string prefix, Diagnostics& diagnostics) {
  BuiltSite site;
  site.prefix = std::move(prefix);
  Diagnostics of_files;
  const std::vector<std::string> paths = list_files(
      folder, ".", [](std::string_view, std::string_view) { return false; }, of_files);
  std::vector<std::optional<std::string>> read(paths.size());
  std::vector<ManifestEntry> entries(paths.size());
  parallel_for(paths.size(), 0, [&](std::size_t i) {
    read[i] = read_or_report(folder, paths[i], largest_file, of_files);
    if (!read[i]) return;
    const std::string address = without_dot(paths[i]);
    entries[i] = {address, sha256(*read[i]), read[i]->size()};
    if (!address.starts_with(editions_folder) && !is_list(address)) read[i] = "";
  });
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!read[i]) continue;
    const std::string& address = entries[i].path;
    if (address.starts_with(editions_folder) || is_list(address)) site.bytes[address] = std::move(*read[i]);
    site.files[address] = entries[i];
  }
  for (Diagnostic& each : of_files.sorted()) {
    each.where.file = site.prefix + without_dot(each.where.file);
    diagnostics.add(std::move(each));
  }
  return site;
}

void check_files(const BuiltSite& site, Diagnostics& diagnostics) {
  const std::optional<Digests> manifest = read_list(site, manifest_address, parse_manifest, manifest_text, diagnostics);
  const std::optional<Digests> sums = read_list(site, sums_address, parse_sums, sums_text, diagnostics);
  // Everything that manifest.json says was found to be so.
  bool manifest_holds = manifest && sums && compare_lists(site, *manifest, *sums, diagnostics);

  Digests listed = manifest.value_or(Digests());
  if (sums) listed.insert(sums->begin(), sums->end());  // Only what the manifest does not list.
  for (const auto& [path, unused] : listed) {
    if (!site.has(path)) deviation(diagnostics, "built-file", site.prefix + path, "is missing", build_hint);
  }
  const auto digest_in = [](const std::optional<Digests>& list, const std::string& path) {
    return list && list->contains(path) ? list->at(path).sha256 : std::string();
  };
  for (const auto& [path, file] : site.files) {
    if (is_list(path)) continue;
    const bool fits_manifest = digest_in(manifest, path) == file.sha256;
    if (!listed.contains(path)) {
      if (!manifest && !sums) continue;
      deviation(diagnostics, "built-file", site.prefix + path, "was not built: no list names it", "remove it");
    } else if (!fits_manifest && digest_in(sums, path) != file.sha256) {
      deviation(diagnostics, "built-file", site.prefix + path, "is not what was built: its digest is another",
                build_hint);
    } else if (fits_manifest && manifest->at(path).bytes != file.bytes) {
      manifest_holds = false;
      deviation(diagnostics, "built-list", site.prefix + manifest_address,
                "gives another size of " + site.prefix + path, build_hint);
    }
  }
  const auto own = site.files.find(manifest_address);
  if (own == site.files.end() || !sums || digest_in(sums, manifest_address) == own->second.sha256) return;
  if (manifest_holds) {
    deviation(diagnostics, "built-list", site.prefix + sums_address,
              "gives another digest of " + site.prefix + manifest_address, build_hint);
  } else {
    deviation(diagnostics, "built-list", site.prefix + manifest_address, "is not what was built: its digest is another",
              build_hint);
  }
}

EditionFiles editions_of(const BuiltSite& site, Diagnostics& diagnostics) {
  EditionFiles editions;
  editions.folder = site.prefix + "edities";
  for (const auto& [address, bytes] : site.bytes) {
    const std::string name = address.substr(address.rfind('/') + 1);
    const bool in_period = std::count(address.begin(), address.end(), '/') == 2;
    if (!address.starts_with(editions_folder) || !in_period || !is_edition_name(name)) continue;
    const std::string path = site.prefix + address;
    if (auto document = load_json(std::make_shared<const SourceText>(path, bytes), diagnostics)) {
      editions.documents[path] = std::move(document);
    } else {
      editions.complete = false;
    }
    const std::string stem = address.substr(0, address.size() - 5);
    const auto signature = site.bytes.find(stem + std::string(seal_end) + std::string(signature_end));
    if (signature != site.bytes.end()) editions.signatures[path] = signature->second;
  }
  return editions;
}

void check_edition_pages(const BuiltSite& site, const EditionFiles& editions, const std::vector<ChainLink>& chain,
                         Diagnostics& diagnostics) {
  const auto expect = [&](const std::string& address, const std::string& wanted, const char* what) {
    const auto bytes = site.bytes.find(address);
    if (bytes == site.bytes.end()) {
      deviation(diagnostics, "built-edition", site.prefix + address, "is missing", build_hint);
    } else if (bytes->second != wanted) {
      deviation(diagnostics, "built-edition", site.prefix + address, what, build_hint);
    }
  };
  for (const ChainLink& link : chain) {
    expect(seal_address(link), canonical_json(editions.documents.at(link.file)->root().at("seal")),
           "is not the seal of its edition");
  }
  const bool is_whole = editions.complete && chain.size() == editions.documents.size();
  if (is_whole && (!chain.empty() || site.has(chain_address))) {
    expect(chain_address, chain_text(chain), "does not tell the chain of the editions beside it");
  }
}

namespace {

// What the site should show of the archive, by address: an edition as it stands in its file, without what was
// withdrawn.
std::map<std::string, std::string> documents_to_show(const Archive& archive, const EditionFiles& files) {
  std::map<std::string, std::string> out;
  for (const auto& [path, document] : files.documents)
    out[std::string(editions_folder) + path.substr(files.folder.size() + 1)] = document->source().text();
  for (OutputFile& file : edition_output(archive, "", ""))
    if (out.contains(file.address)) out[file.address] = std::move(file.bytes);
  return out;
}

// Files that the letters and pages of an edition offer; the site has these in any case.
std::set<std::string> offered_by(const Period& period) {
  std::set<std::string> out;
  const auto add = [&](const std::vector<Attachment>& attachments) {
    for (const Attachment& attachment : attachments) out.insert(attachment.file);
  };
  for (const auto& letter : period.letters) add(letter->attachments);
  for (const auto& page : period.pages) add(page->attachments);
  return out;
}

void compare_attachments(const BuiltSite& site, const Edition& edition, Diagnostics& diagnostics) {
  if (edition.period == nullptr) return;
  const std::set<std::string> offered = offered_by(*edition.period);
  for (const auto& [path, digest] : edition.attachments) {
    const std::string address = attachment_address(path, edition.period);
    const auto file = site.files.find(address);
    if (file == site.files.end()) {
      if (offered.contains(path))
        deviation(diagnostics, "built-edition", site.prefix + address, "is missing, and " + edition.file + " has it",
                  "build the site again");
    } else if (file->second.sha256 != digest) {
      deviation(diagnostics, "built-edition", site.prefix + address, "is not the attachment of " + edition.file,
                "build the site again");
    }
  }
}

}  // namespace

void check_built_attachments(const BuiltSite& site, const EditionFiles& editions, const std::vector<ChainLink>& chain,
                             Diagnostics& diagnostics) {
  for (const ChainLink& link : chain) {
    if (link.kind != ChainLink::Kind::edition) continue;
    const bool is_newest = std::none_of(chain.begin(), chain.end(), [&](const ChainLink& other) {
      return other.kind == ChainLink::Kind::edition && other.period_id == link.period_id && other.number > link.number;
    });
    const Json& root = editions.documents.at(link.file)->root();
    const Json parts = root.value("parts", Json::object());
    for (const auto& [name, part] : parts.items()) {
      if (!name.starts_with(attachment_part) || !part.is_object()) continue;
      const Json content = part.value("content", Json::object());
      const std::string digest = word(content, "sha256");
      // Not every attachment is on a page, so that not each is there; of what is missing the lists of files tell.
      const auto file = site.files.find(
          attachment_address_in(name.substr(attachment_part.size()), link.period_id, link.number, is_newest));
      if (file != site.files.end() && !digest.empty() && file->second.sha256 != digest)
        deviation(diagnostics, "built-edition", site.prefix + file->first, "is not the attachment of " + link.file,
                  build_hint);
    }
  }
}

namespace {

// The website has the same signatures: whoever damages one of the two is told, also without a key.
void compare_signatures(const BuiltSite& site, const EditionFiles& files, const std::set<std::string>& unsigned_files,
                        Diagnostics& diagnostics) {
  for (const auto& [path, document] : files.documents) {
    const std::string name = path.substr(files.folder.size() + 1);
    const std::string address = std::string(editions_folder) + name.substr(0, name.size() - 5) + std::string(seal_end) +
                                std::string(signature_end);
    const auto own = files.signatures.find(path);
    const auto shown = site.bytes.find(address);
    const std::string own_path = path + std::string(signature_end);
    if (unsigned_files.contains(path)) continue;
    if (own == files.signatures.end() && shown != site.bytes.end())
      deviation(diagnostics, "signature", own_path, "is missing, and " + site.prefix + address + " is there",
                "put the file back");
    else if (own != files.signatures.end() && shown == site.bytes.end())
      deviation(diagnostics, "signature", site.prefix + address, "is missing, and " + own_path + " is there",
                "build the site again");
    else if (own != files.signatures.end() && own->second != shown->second)
      deviation(diagnostics, "signature", own_path, "is not the signature that " + site.prefix + address + " is",
                "put back the one that was changed: verify with the key tells which");
  }
}

}  // namespace

void compare_editions(const BuiltSite& site, const Archive& archive, const EditionFiles& files,
                      const std::set<std::string>& unsigned_files, Diagnostics& diagnostics) {
  compare_signatures(site, files, unsigned_files, diagnostics);
  const std::map<std::string, std::string> wanted = documents_to_show(archive, files);
  for (const auto& [address, bytes] : wanted) {
    const std::string path = files.folder + "/" + address.substr(editions_folder.size());
    const auto shown = site.bytes.find(address);
    if (shown == site.bytes.end()) {
      deviation(diagnostics, "built-edition", site.prefix + address, "is missing, and " + path + " is there",
                "build the site again");
    } else if (shown->second != bytes) {
      deviation(diagnostics, "built-edition", site.prefix + address, "is not what " + path + " is",
                "build the site again; but when it is the file in data/editions that was changed, this may be the copy "
                "to put back");
    }
  }
  for (const auto& [address, bytes] : site.bytes) {
    const std::string name = address.substr(address.rfind('/') + 1);
    if (!is_edition_name(name) || wanted.contains(address) || !files.complete) continue;
    deviation(diagnostics, "built-edition", site.prefix + address,
              "is an edition or a withdrawal that the site folder does not have",
              "put data/editions back from a copy, as it was published");
  }
  for (const auto& edition : archive.editions) compare_attachments(site, *edition, diagnostics);
}

}  // namespace stoplicht

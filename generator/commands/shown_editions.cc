#include "commands/shown_editions.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "load/edition_files.h"
#include "load/read_file.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest = std::size_t{256} << 20;

using Links = std::map<std::string, std::string>;  // "2020-07/v1.json" by digest.

std::string word(const nlohmann::json& object, const char* key) {
  const bool has = object.is_object() && object.contains(key) && object.at(key).is_string();
  return has ? object.at(key).get<std::string>() : std::string();
}

// What edities/keten.json tells; nothing when this is no such file.
std::optional<Links> links_in(std::string_view text) {
  const nlohmann::json root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("chain") || !root.at("chain").is_array()) return std::nullopt;
  Links out;
  for (const nlohmann::json& link : root.at("chain")) {
    const std::string digest = word(link, "digest");
    const bool has_number = link.is_object() && link.contains("number") && link.at("number").is_number_integer();
    if (!is_digest(digest) || !has_number) return std::nullopt;
    out[digest] =
        word(link, "period") + (word(link, "kind") == "withdrawal" ? "/w" : "/v") + link.at("number").dump() + ".json";
  }
  return out;
}

// The documents themselves, whatever the list says.
Links documents_in(const std::filesystem::path& folder) {
  Links links;
  std::error_code error;
  for (std::filesystem::directory_iterator period(folder, error), end; !error && period != end;
       period.increment(error)) {
    if (!period->is_directory(error)) continue;
    std::error_code inner;
    for (std::filesystem::directory_iterator file(period->path(), inner), last; !inner && file != last;
         file.increment(inner)) {
      const std::string name = file->path().filename().string();
      std::string text;
      std::string reason;
      if (!is_edition_name(name) || read_file(file->path(), largest, text, reason) != ReadResult::read) continue;
      const nlohmann::json root = nlohmann::json::parse(text, nullptr, false);
      if (const std::string digest = word(root, "digest"); is_digest(digest))
        links[digest] = period->path().filename().string() + "/" + name;
    }
  }
  return links;
}

}  // namespace

void check_shown_editions(const std::filesystem::path& folder, const std::string& shown,
                          const std::set<std::string>& known, Diagnostics& diagnostics) {
  const std::string remedy =
      "put data/editions back from a copy; if this site was never meant to be an archive, remove " + shown + "/ first";
  const Location where{shown + "/" + chain_address, 0, 0, 1, ""};
  std::string text;
  std::string reason;
  Links links;
  if (read_file(folder / chain_address, largest, text, reason) == ReadResult::read) {
    if (std::optional<Links> told = links_in(text))
      links = std::move(*told);
    else
      diagnostics.error("edition-missing", where, "cannot be read: nobody can tell which editions the website shows",
                        "put the file back as it was built; if no edition was published, remove " + shown + "/ first");
  }
  for (const auto& [digest, link] : links)
    if (!known.contains(digest))
      diagnostics.error("edition-missing", where,
                        "names " + link + " with digest " + digest + ", which data/editions does not have", remedy);
  const std::filesystem::path editions = std::filesystem::path(chain_address).parent_path();
  for (const auto& [digest, link] : documents_in(folder / editions))
    if (!known.contains(digest) && !links.contains(digest))
      diagnostics.error("edition-missing", {shown + "/" + editions.string() + "/" + link, 0, 0, 1, ""},
                        "has digest " + digest + ", which data/editions does not have", remedy);
}

}  // namespace stoplicht

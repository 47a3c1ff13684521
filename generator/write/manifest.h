#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// What every built site holds besides its files. manifest.json lists all files but these three; SHA256SUMS lists all
// but itself and its signature, so it vouches for manifest.json too.
inline constexpr const char* manifest_address = "manifest.json";
inline constexpr const char* sums_address = "SHA256SUMS";
inline constexpr const char* sums_signature_address = "SHA256SUMS.minisig";

// One file of a built site, as manifest.json lists it.
struct ManifestEntry {
  std::string path;
  std::string sha256;
  std::uint64_t bytes = 0;

  friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

// The text of manifest.json, one file a line, in the order given. Paths must be valid UTF-8.
std::string manifest_text(const std::vector<ManifestEntry>& entries);

// Reads such a text, however it is spaced. Nothing when it is anything else; safe with any bytes.
std::optional<std::vector<ManifestEntry>> parse_manifest(std::string_view text);

// The text of SHA256SUMS, one file a line, sorted by path: what `sha256sum -c SHA256SUMS` checks. Paths hold neither a
// backslash nor a line end.
std::string sums_text(std::vector<ManifestEntry> entries);

// Reads exactly such a text, and nothing else; the sizes are 0.
std::optional<std::vector<ManifestEntry>> parse_sums(std::string_view text);

}  // namespace stoplicht

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

inline constexpr const char* manifest_address = "manifest.json";

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

}  // namespace stoplicht

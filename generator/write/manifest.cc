#include "write/manifest.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

namespace stoplicht {
namespace {

using json = nlohmann::json;

// Takes exactly the shape that manifest_text writes and stops at the first thing that differs, so
// that garbage costs neither memory nor stack.
class ManifestReader : public json::json_sax_t {
 public:
  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t) override { return false; }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool binary(binary_t&) override { return false; }

  bool number_unsigned(number_unsigned_t value) override {
    if (depth_ == 1 && key_ == "format") return has_format_ = value == 1;
    if (depth_ != 3 || key_ != "bytes") return false;
    entries_.back().bytes = value;
    ++fields_;
    return true;
  }

  bool string(string_t& value) override {
    if (depth_ == 1 && key_ == "generator") return has_generator_ = value == "stoplicht";
    if (depth_ != 3 || (key_ != "path" && key_ != "sha256")) return false;
    (key_ == "path" ? entries_.back().path : entries_.back().sha256) = std::move(value);
    ++fields_;
    return true;
  }

  bool key(string_t& value) override {
    key_ = std::move(value);
    return true;
  }

  bool start_object(std::size_t) override {
    if (depth_ != 0 && depth_ != 2) return false;
    if (depth_ == 2) {
      entries_.emplace_back();
      fields_ = 0;
    }
    ++depth_;
    return true;
  }

  bool end_object() override {
    --depth_;
    return depth_ == 0 || fields_ == 3;
  }

  bool start_array(std::size_t) override {
    if (depth_ != 1 || key_ != "files" || has_files_) return false;
    has_files_ = true;
    ++depth_;
    return true;
  }

  bool end_array() override {
    --depth_;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  bool complete() const { return has_generator_ && has_format_ && has_files_; }
  std::vector<ManifestEntry> take() { return std::move(entries_); }

 private:
  std::vector<ManifestEntry> entries_;
  std::string key_;
  int depth_ = 0;
  int fields_ = 0;
  bool has_generator_ = false;
  bool has_format_ = false;
  bool has_files_ = false;
};

}  // namespace

std::string manifest_text(const std::vector<ManifestEntry>& entries) {
  std::string text = "{\n  \"generator\": \"stoplicht\",\n  \"format\": 1,\n  \"files\": [";
  const char* separator = "\n";
  for (const ManifestEntry& entry : entries) {
    text += separator;
    text += "    {\"path\": " + json(entry.path).dump() + ", \"sha256\": " + json(entry.sha256).dump() +
            ", \"bytes\": " + std::to_string(entry.bytes) + "}";
    separator = ",\n";
  }
  text += entries.empty() ? "]\n}\n" : "\n  ]\n}\n";
  return text;
}

std::optional<std::vector<ManifestEntry>> parse_manifest(std::string_view text) {
  ManifestReader reader;
  if (!json::sax_parse(text, &reader) || !reader.complete()) return std::nullopt;
  return reader.take();
}

std::string sums_text(std::vector<ManifestEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  std::string text;
  for (const ManifestEntry& entry : entries) text += entry.sha256 + "  " + entry.path + "\n";
  return text;
}

std::optional<std::vector<ManifestEntry>> parse_sums(std::string_view text) {
  constexpr std::size_t digest_size = 64;
  std::vector<ManifestEntry> entries;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end < digest_size + 3) return std::nullopt;
    const std::string_view digest = text.substr(0, digest_size);
    if (digest.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
    if (text.substr(digest_size, 2) != "  ") return std::nullopt;
    entries.push_back({std::string(text.substr(digest_size + 2, end - digest_size - 2)), std::string(digest), 0});
    text.remove_prefix(end + 1);
  }
  return entries;
}

}  // namespace stoplicht

#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// Why a file in an archive could not be unpacked.
enum class UnpackFault { none, missing, too_large, encrypted, damaged };

// What an archive says of one of its files.
struct ZipEntry {
  std::string name;
  bool is_plain = true;  // False: a symbolic link, a device.
};

// A zip file in memory, which is only read. The bytes must outlive it.
class ZipArchive {
 public:
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  bool is_open() const;  // False: it is no zip file, or its list of files is damaged.
  bool has(const std::string& name) const;
  std::vector<ZipEntry> entries() const;  // In the order of the archive, folders apart.
  // What is unpacked is counted while it is unpacked, whatever the archive says of its size.
  std::optional<std::string> unpack(const std::string& name, std::size_t largest, UnpackFault& fault) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoplicht

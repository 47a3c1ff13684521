#include "load/zip_archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>

namespace stoplicht {

struct ZipArchive::Impl {
  zip_t* archive = nullptr;
};

ZipArchive::ZipArchive(std::string_view bytes) : impl_(std::make_unique<Impl>()) {
  if (bytes.empty()) return;  // The library takes it for an archive without files.
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) impl_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (source != nullptr && impl_->archive == nullptr) zip_source_free(source);
  zip_error_fini(&error);
}

ZipArchive::~ZipArchive() {
  if (impl_->archive != nullptr) zip_discard(impl_->archive);
}

bool ZipArchive::is_open() const { return impl_->archive != nullptr; }

bool ZipArchive::has(const std::string& name) const {
  return is_open() && zip_name_locate(impl_->archive, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::vector<ZipEntry> ZipArchive::entries() const {
  std::vector<ZipEntry> out;
  const zip_int64_t count = is_open() ? zip_get_num_entries(impl_->archive, 0) : 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const char* const name = zip_get_name(impl_->archive, i, 0);
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(impl_->archive, i, 0, &system, &attributes);
    const mode_t kind = static_cast<mode_t>(attributes >> 16) & S_IFMT;
    if (kind == S_IFDIR || (name != nullptr && std::string_view(name).ends_with('/'))) continue;
    out.push_back({name != nullptr ? name : "", system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG});
  }
  return out;
}

std::optional<std::string> ZipArchive::unpack(const std::string& name, std::size_t largest, UnpackFault& fault) const {
  fault = UnpackFault::missing;
  const zip_int64_t index = is_open() ? zip_name_locate(impl_->archive, name.c_str(), ZIP_FL_NOCASE) : -1;
  if (index < 0) return std::nullopt;
  zip_stat_t told;
  zip_stat_init(&told);
  if (zip_stat_index(impl_->archive, static_cast<zip_uint64_t>(index), 0, &told) == 0) {
    const bool encrypted = (told.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && told.encryption_method != ZIP_EM_NONE;
    fault = encrypted ? UnpackFault::encrypted : UnpackFault::too_large;
    if (encrypted || ((told.valid & ZIP_STAT_SIZE) != 0 && told.size > largest)) return std::nullopt;
  }
  fault = UnpackFault::damaged;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(impl_->archive, static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (file == nullptr) return std::nullopt;
  std::string out;
  constexpr std::size_t step = 64u << 10;
  for (;;) {
    const std::size_t have = out.size();
    out.resize(std::min(have + step, largest + 1));
    const zip_int64_t count = zip_fread(file.get(), out.data() + have, out.size() - have);
    if (count < 0) return std::nullopt;
    out.resize(have + static_cast<std::size_t>(count));
    if (out.size() > largest) {
      fault = UnpackFault::too_large;
      return std::nullopt;
    }
    if (count == 0) break;
  }
  fault = UnpackFault::none;
  return out;
}

}  // namespace stoplicht

#include "search/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace stoplicht {

std::string deflated(std::string_view bytes) {
  // Level 7 takes half as long again, for less than a thousandth of the bytes.
  constexpr int level = 5;
  // One for each thread: it takes some hundred kilobytes, and files are many and small.
  thread_local const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(level), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace stoplicht

#include "serve/preview_files.h"

#include <cstddef>

#include "base/digest.h"
#include "base/embedded_file.h"

STOPLICHT_EMBED(stoplicht_preview_script, STOPLICHT_SERVE "/preview.js")
STOPLICHT_EMBED(stoplicht_preview_worker, STOPLICHT_SERVE "/preview_worker.js")
STOPLICHT_EMBED(stoplicht_preview_stylesheet, STOPLICHT_SERVE "/preview.css")

namespace stoplicht {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view preview_script() { return between(stoplicht_preview_script, stoplicht_preview_script_end); }

std::string_view preview_worker() { return between(stoplicht_preview_worker, stoplicht_preview_worker_end); }

std::string_view preview_stylesheet() {
  return between(stoplicht_preview_stylesheet, stoplicht_preview_stylesheet_end);
}

std::string lasting_name(std::string_view name, std::string_view bytes) {
  return std::string(name) + "?" + sha256(bytes).substr(0, 8);
}

}  // namespace stoplicht

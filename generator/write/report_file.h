#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace stoplicht {

// Writes one file for people, or puts it in the place of what `is_ours` knows as a former one: anything else stays. It
// comes to its place whole. The folder must be there. Why it could not be written comes back as a plain sentence;
// empty: it stands there.
std::string write_report(const std::filesystem::path& file, std::string_view bytes,
                         const std::function<bool(std::string_view)>& is_ours);

}  // namespace stoplicht

#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

namespace stoplicht {

enum class ReadResult { read, too_large, failed };

// Reads a regular file of at most `largest` bytes into `bytes`. Never follows a symbolic link in
// the last part of the path, and never waits for a pipe or a device. When failed, `reason` says
// why, in the words of the operating system.
ReadResult read_file(const std::filesystem::path& path, std::size_t largest, std::string& bytes, std::string& reason);

}  // namespace stoplicht

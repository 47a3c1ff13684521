#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace stoplicht {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL cannot compute SHA-256");
  }
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string text;
  text.reserve(2 * size);
  for (std::size_t i = 0; i < size; ++i) {
    text += hexadecimal[digest[i] >> 4];
    text += hexadecimal[digest[i] & 0x0F];
  }
  return text;
}

}  // namespace stoplicht

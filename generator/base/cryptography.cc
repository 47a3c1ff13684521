#include "base/cryptography.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

#include "base/digest.h"

namespace stoplicht {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// No memory, or a library without the algorithm: nothing that a user's file can cause.
void require(bool worked, const char* what) {
  if (!worked) throw std::runtime_error(std::string("OpenSSL cannot compute ") + what);
}

std::string digest_of(std::string_view bytes, const EVP_MD* kind, const char* name) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, kind, nullptr) == 1, name);
  return {reinterpret_cast<const char*>(digest.data()), size};
}

std::string in_hexadecimal(std::string_view bytes) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char c : bytes) {
    text += hexadecimal[static_cast<unsigned char>(c) >> 4];
    text += hexadecimal[static_cast<unsigned char>(c) & 0x0F];
  }
  return text;
}

Key key_of(const Ed25519Seed& seed) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()), &EVP_PKEY_free);
  require(key != nullptr, "Ed25519");
  return key;
}

Context new_context() {
  Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  require(context != nullptr, "Ed25519");
  return context;
}

}  // namespace

std::string sha256(std::string_view bytes) { return in_hexadecimal(digest_of(bytes, EVP_sha256(), "SHA-256")); }

std::string random_hex(std::size_t bytes) {
  std::string random(bytes, '\0');
  require(RAND_bytes(reinterpret_cast<unsigned char*>(random.data()), static_cast<int>(bytes)) == 1, "random bytes");
  return in_hexadecimal(random);
}

std::string blake2b_512(std::string_view bytes) { return digest_of(bytes, EVP_blake2b512(), "BLAKE2b"); }

Ed25519PublicKey ed25519_public_key(const Ed25519Seed& seed) {
  Ed25519PublicKey key{};
  std::size_t size = key.size();
  require(EVP_PKEY_get_raw_public_key(key_of(seed).get(), key.data(), &size) == 1, "Ed25519");
  return key;
}

std::string ed25519_sign(const Ed25519Seed& seed, std::string_view bytes) {
  const Key key = key_of(seed);
  const Context context = new_context();
  std::array<unsigned char, 64> signature{};
  std::size_t size = signature.size();
  require(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1, "Ed25519");
  require(EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(bytes), bytes.size()) == 1, "Ed25519");
  return {reinterpret_cast<const char*>(signature.data()), size};
}

bool ed25519_holds(const Ed25519PublicKey& raw, std::string_view bytes, std::string_view signature) {
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw.data(), raw.size()), &EVP_PKEY_free);
  require(key != nullptr, "Ed25519");
  const Context context = new_context();
  require(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1, "Ed25519");
  return EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes), bytes.size()) == 1;
}

std::optional<std::string> scrypt(std::string_view password, std::string_view salt, unsigned log2_n, std::uint64_t r,
                                  std::uint64_t p, std::uint64_t largest_memory, std::size_t size) {
  if (log2_n == 0 || log2_n > 40) return std::nullopt;
  std::string out(size, '\0');
  const int worked =
      EVP_PBE_scrypt(password.data(), password.size(), bytes_of(salt), salt.size(), std::uint64_t{1} << log2_n, r, p,
                     largest_memory, reinterpret_cast<unsigned char*>(out.data()), out.size());
  if (worked != 1) return std::nullopt;
  return out;
}

}  // namespace stoplicht

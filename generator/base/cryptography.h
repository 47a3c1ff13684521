#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What signatures are made of (OpenSSL inside). base/signature.h is what a program uses.
namespace stoplicht {

using Ed25519Seed = std::array<unsigned char, 32>;
using Ed25519PublicKey = std::array<unsigned char, 32>;

Ed25519PublicKey ed25519_public_key(const Ed25519Seed& seed);
std::string ed25519_sign(const Ed25519Seed& seed, std::string_view bytes);  // 64 bytes.
bool ed25519_holds(const Ed25519PublicKey& key, std::string_view bytes, std::string_view signature);

std::string blake2b_512(std::string_view bytes);  // 64 bytes.

// scrypt (RFC 7914) with N = 2^log2_n. Nothing when the numbers are impossible or ask for more than `largest_memory`
// bytes.
std::optional<std::string> scrypt(std::string_view password, std::string_view salt, unsigned log2_n, std::uint64_t r,
                                  std::uint64_t p, std::uint64_t largest_memory, std::size_t size);

}  // namespace stoplicht

#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/cryptography.h"

// Signatures that minisign (jedisct1.github.io/minisign) reads and writes: Ed25519 over the BLAKE2b digest of the
// bytes, with a trusted comment that a second signature covers.
namespace stoplicht {

struct PublicKey {
  std::array<unsigned char, 8> id{};
  Ed25519PublicKey key{};

  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

struct SecretKey {
  PublicKey public_key;
  Ed25519Seed seed{};
};

// Reads a public key: "RW…" alone, or the two lines of a file that minisign writes. Nothing, with a plain `reason`,
// when it is neither.
std::optional<PublicKey> parse_public_key(std::string_view text, std::string& reason);

// "RW…", 56 characters.
std::string to_text(const PublicKey& key);

// The number by which minisign names a key: "86CC0B22EE5CD327".
std::string key_number(const PublicKey& key);

// True when the text is a secret key file that is locked with a password.
bool needs_password(std::string_view secret_key);

// Reads a secret key file of minisign; `password` counts only when it is locked. Unlocking takes as long, and as much
// memory, as its maker chose: with minisign seconds and 1 GiB. Nothing, with a plain `reason`, when it is not such
// a file, when it is damaged or when the password is wrong.
std::optional<SecretKey> parse_secret_key(std::string_view text, std::string_view password, std::string& reason);

// The text of a .minisig file. `trusted_comment` is one line.
std::string sign(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment);

// Why it is no such text, whatever it signs and with whatever key; "" when it is.
std::string fault_in_signature_form(std::string_view signature);

// The number of the key that such a text was made with; "" when it is no such text.
std::string key_number_of(std::string_view signature);

// Checks such a text, to the last bit: its first line, which minisign does not sign, must be the one that minisign
// and sign() write of themselves. "" when it holds, or else why not.
std::string fault_in_signature(std::string_view bytes, std::string_view signature, const PublicKey& key);

}  // namespace stoplicht

#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/signature.h"

namespace stoplicht {

// The key that data/site.json names; nothing when it names none or cannot be read.
std::optional<PublicKey> signing_key_of(const std::filesystem::path& site);

// Signs with a secret key of minisign. A key that is locked takes its password from the environment variable
// STOPLICHT_KEY_PASSWORD, or else asks for it on the terminal.
class Signer {
 public:
  // Throws std::runtime_error, in a plain sentence, when there is no such key or the password is wrong.
  explicit Signer(const std::filesystem::path& key);

  // The text of a .minisig file.
  std::string sign(std::string_view bytes, std::string_view trusted_comment) const;

  const PublicKey& public_key() const { return key_.public_key; }

 private:
  SecretKey key_;
};

}  // namespace stoplicht

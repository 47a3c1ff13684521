#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/signature.h"

namespace stoplicht {

// What data/site.json says of keys.
struct SiteKeys {
  std::optional<PublicKey> current;  // "signing_key"; empty: nothing needs to be signed.
  std::vector<PublicKey> earlier;    // "earlier_signing_keys"
  std::string fault;                 // Why nobody can tell which they are; empty when one can.
};
SiteKeys keys_of(const std::filesystem::path& site);

// Signs with a secret key of minisign. A key that is locked takes its password from the environment variable
// STOPLICHT_KEY_PASSWORD, or else asks for it on the terminal, in the language.
class Signer {
 public:
  // Throws std::runtime_error, in a plain sentence, when there is no such key or the password is wrong.
  Signer(const std::filesystem::path& key, MessageLanguage language);

  // The text of a .minisig file.
  std::string sign(std::string_view bytes, std::string_view trusted_comment) const;

  const PublicKey& public_key() const { return key_.public_key; }

 private:
  SecretKey key_;
};

// Why the site is not to be signed with this key: it names another. "" when it may.
std::string refusal_of_key(const Signer& signer, const SiteKeys& keys);

}  // namespace stoplicht

#include "commands/signing.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "base/message_catalogue.h"
#include "load/document.h"
#include "load/read_file.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_key_file = 64 * 1024;
constexpr std::size_t largest_settings = std::size_t{32} << 20;
constexpr const char* password_variable = "STOPLICHT_KEY_PASSWORD";

std::string password_for(const std::filesystem::path& key, MessageLanguage language) {
  if (const char* password = std::getenv(password_variable); password != nullptr) return password;
  if (isatty(STDIN_FILENO) == 0) {
    throw std::runtime_error("the key " + key.string() + " is locked with a password; set " + password_variable);
  }
  const std::string question = in_language(language, "terminal", "Password of the key " + key.string() + ":");
  const char* const typed = getpass((question + " ").c_str());
  if (typed == nullptr) throw std::runtime_error("no password was given for the key " + key.string());
  return typed;
}

}  // namespace

SiteKeys keys_of(const std::filesystem::path& site) {
  SiteKeys keys;
  Diagnostics ignored;  // What is wrong with this file, `check` tells.
  std::string bytes;
  std::string reason;
  const std::string file = "data/site.json";
  if (read_file(site / file, largest_settings, bytes, reason) != ReadResult::read) {
    keys.fault = file + " cannot be read";
    return keys;
  }
  const auto settings = load_json(std::make_shared<const SourceText>(file, std::move(bytes)), ignored);
  if (!settings || !settings->root().is_object()) {
    keys.fault = file + " has a fault";
    return keys;
  }
  const auto read = [&](const Json& text) {
    const auto key = text.is_string() ? parse_public_key(text.get_ref<const std::string&>(), reason) : std::nullopt;
    if (!key) keys.fault = "a key in " + file + " is not a public key of minisign";
    return key;
  };
  const Json& root = settings->root();
  if (root.contains("signing_key")) keys.current = read(root.at("signing_key"));
  const Json earlier = root.value("earlier_signing_keys", Json::array());
  if (!earlier.is_array()) keys.fault = "'earlier_signing_keys' in " + file + " is no list";
  if (earlier.is_array())
    for (const Json& text : earlier)
      if (const auto key = read(text)) keys.earlier.push_back(*key);
  return keys;
}

std::string refusal_of_key(const Signer& signer, const SiteKeys& keys) {
  if (!keys.current || *keys.current == signer.public_key()) return "";
  return "--sign: this is key " + key_number(signer.public_key()) + ", and data/site.json names key " +
         key_number(*keys.current);
}

Signer::Signer(const std::filesystem::path& path, MessageLanguage language) {
  std::string text;
  std::string reason;
  switch (read_file(path, largest_key_file, text, reason)) {
    case ReadResult::read: break;
    case ReadResult::too_large:
      throw std::runtime_error("the key " + path.string() + " is not a secret key of minisign");
    case ReadResult::failed: throw std::runtime_error("the key " + path.string() + " cannot be read: " + reason);
  }
  const std::string password = needs_password(text) ? password_for(path, language) : "";
  const std::optional<SecretKey> key = parse_secret_key(text, password, reason);
  if (!key) throw std::runtime_error("the key " + path.string() + " " + reason);
  key_ = *key;
}

std::string Signer::sign(std::string_view bytes, std::string_view trusted_comment) const {
  return stoplicht::sign(key_, bytes, trusted_comment);
}

}  // namespace stoplicht

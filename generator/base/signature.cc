#include "base/signature.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <vector>

#include "base/base64.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view untrusted_line = "untrusted comment: signature from minisign secret key";
constexpr std::string_view trusted_prefix = "trusted comment: ";
constexpr std::string_view algorithm = "Ed";         // Of keys, and of signatures over the bytes themselves.
constexpr std::string_view hashed_algorithm = "ED";  // Of signatures over the digest.

// Where things stand in the bytes of a secret key file.
constexpr std::size_t secret_size = 158;
constexpr std::size_t salt_at = 6, operations_at = 38, memory_at = 46, locked_at = 54, locked_size = 104;
constexpr std::size_t id_at = 54, seed_at = 62, public_at = 94;

constexpr std::uint64_t largest_memory = std::uint64_t{2} << 30;

// The base64 line of a key file: the second, or the first when there is no comment.
std::string_view key_line(std::string_view text) {
  const std::vector<std::string_view> lines = split(trim(text), '\n');
  const bool has_comment = lines.size() == 2 && lines[0].starts_with("untrusted comment:");
  if (lines.size() != (has_comment ? 2U : 1U)) return {};
  return trim(lines.back());
}

// "" when the text is no secret key file.
std::string secret_bytes(std::string_view text) {
  std::string bytes = from_base64(key_line(text));
  const bool fits = bytes.size() == secret_size && bytes.starts_with(algorithm) && bytes.substr(4, 2) == "B2";
  return fits ? bytes : "";
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 8; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

struct ScryptCost {
  unsigned log2_n = 0;
  std::uint64_t p = 0;
};
constexpr std::uint64_t scrypt_r = 8;

// The cost that libsodium makes of its two limits.
ScryptCost scrypt_cost(std::uint64_t operations, std::uint64_t memory) {
  operations = std::max<std::uint64_t>(operations, 32768);
  const bool few_operations = operations < memory / 32;
  const std::uint64_t most = few_operations ? operations / (scrypt_r * 4) : memory / (scrypt_r * 128);
  ScryptCost cost;
  for (cost.log2_n = 1; cost.log2_n < 63 && std::uint64_t{1} << cost.log2_n <= most / 2;) ++cost.log2_n;
  cost.p = few_operations ? 1 : std::min<std::uint64_t>((operations / 4) >> cost.log2_n, 0x3fffffff) / scrypt_r;
  return cost;
}

// Unlocks the key in place. False when its file asks for an impossible amount of work or memory.
bool unlock(std::string& bytes, std::string_view password) {
  const ScryptCost cost = scrypt_cost(little_endian(std::string_view(bytes).substr(operations_at, 8)),
                                      little_endian(std::string_view(bytes).substr(memory_at, 8)));
  const std::optional<std::string> stream = scrypt(password, std::string_view(bytes).substr(salt_at, 32), cost.log2_n,
                                                   scrypt_r, cost.p, largest_memory, locked_size);
  if (!stream) return false;
  for (std::size_t i = 0; i < locked_size; ++i) {
    bytes[locked_at + i] = static_cast<char>(bytes[locked_at + i] ^ (*stream)[i]);
  }
  return true;
}

template <std::size_t size>
void copy(std::string_view from, std::size_t at, std::array<unsigned char, size>& to) {
  std::transform(from.begin() + static_cast<std::ptrdiff_t>(at), from.begin() + static_cast<std::ptrdiff_t>(at + size),
                 to.begin(), [](char c) { return static_cast<unsigned char>(c); });
}

template <std::size_t size>
std::string_view view_of(const std::array<unsigned char, size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::optional<PublicKey> parse_public_key(std::string_view text, std::string& reason) {
  const std::string bytes = from_base64(key_line(text));
  if (bytes.size() != 42 || !bytes.starts_with(algorithm)) {
    reason = "is not a public key of minisign";
    return std::nullopt;
  }
  PublicKey key;
  copy(bytes, 2, key.id);
  copy(bytes, 10, key.key);
  return key;
}

std::string to_text(const PublicKey& key) {
  return to_base64(std::string(algorithm) + std::string(view_of(key.id)) + std::string(view_of(key.key)));
}

std::string key_number(const PublicKey& key) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string text;
  for (auto byte = key.id.rbegin(); byte != key.id.rend(); ++byte) {
    text += hexadecimal[*byte >> 4];
    text += hexadecimal[*byte & 0x0F];
  }
  return text;
}

bool needs_password(std::string_view secret_key) {
  const std::string bytes = secret_bytes(secret_key);
  return !bytes.empty() && bytes.substr(2, 2) == "Sc";
}

std::optional<SecretKey> parse_secret_key(std::string_view text, std::string_view password, std::string& reason) {
  std::string bytes = secret_bytes(text);
  const std::string lock = bytes.empty() ? "" : bytes.substr(2, 2);
  const bool is_locked = lock == "Sc";
  if (!is_locked && lock != std::string(2, '\0')) {
    reason = "is not a secret key of minisign";
    return std::nullopt;
  }
  if (is_locked && !unlock(bytes, password)) {
    reason = "asks for more memory than can be given, or is damaged";
    return std::nullopt;
  }
  SecretKey key;
  copy(bytes, id_at, key.public_key.id);
  copy(bytes, seed_at, key.seed);
  copy(bytes, public_at, key.public_key.key);
  if (ed25519_public_key(key.seed) != key.public_key.key) {
    reason = is_locked ? "cannot be unlocked with this password" : "is damaged: its two halves do not belong together";
    return std::nullopt;
  }
  return key;
}

std::string sign(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment) {
  assert(trusted_comment.find_first_of("\r\n") == std::string_view::npos);
  const std::string signature = ed25519_sign(key.seed, blake2b_512(bytes));
  const std::string global = ed25519_sign(key.seed, signature + std::string(trusted_comment));
  return std::string(untrusted_line) + "\n" +
         to_base64(std::string(hashed_algorithm) + std::string(view_of(key.public_key.id)) + signature) + "\n" +
         std::string(trusted_prefix) + std::string(trusted_comment) + "\n" + to_base64(global) + "\n";
}

namespace {

// The text of a .minisig file, taken apart.
struct SignatureText {
  PublicKey named;   // Its number alone.
  std::string made;  // Of the bytes.
  std::string comment;
  std::string global;  // Of `made` and the comment.
};

std::optional<SignatureText> parse_signature(std::string_view text, std::string& reason) {
  const std::vector<std::string_view> lines = split(text, '\n');
  const auto fault = [&](std::string sentence) {
    reason = std::move(sentence);
    return std::nullopt;
  };
  if (lines.size() != 5 || !lines[4].empty()) return fault("is not a signature of minisign: that has four lines");
  if (lines[0] != untrusted_line) return fault("does not begin with '" + std::string(untrusted_line) + "'");
  if (!lines[2].starts_with(trusted_prefix)) return fault("has no trusted comment on its third line");
  const std::string first = from_base64(lines[1]);
  SignatureText out;
  out.global = from_base64(lines[3]);
  if (first.size() != 74) return fault("has no signature on its second line");
  if (out.global.size() != 64) return fault("has no signature on its fourth line");
  if (!first.starts_with(hashed_algorithm)) return fault("is not of the kind 'ED'");
  copy(first, 2, out.named.id);
  out.made = first.substr(10);
  out.comment = lines[2].substr(trusted_prefix.size());
  return out;
}

}  // namespace

std::string fault_in_signature_form(std::string_view signature) {
  std::string reason;
  parse_signature(signature, reason);
  return reason;
}

std::string key_number_of(std::string_view signature) {
  std::string reason;
  const std::optional<SignatureText> text = parse_signature(signature, reason);
  return text ? key_number(text->named) : std::string();
}

std::string fault_in_signature(std::string_view bytes, std::string_view signature, const PublicKey& key) {
  std::string reason;
  const std::optional<SignatureText> text = parse_signature(signature, reason);
  if (!text) return reason;
  if (text->named.id != key.id) return "was made with key " + key_number(text->named) + ", not with " + key_number(key);
  if (!ed25519_holds(key.key, blake2b_512(bytes), text->made)) return "does not hold for these bytes";
  if (!ed25519_holds(key.key, text->made + text->comment, text->global)) return "does not hold for its comment";
  return "";
}

}  // namespace stoplicht

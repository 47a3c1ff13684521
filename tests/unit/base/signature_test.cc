#include "base/signature.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/digest.h"

using namespace stoplicht;

namespace {

// Made with minisign -G -W.
constexpr std::string_view public_text = "RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD";
constexpr std::string_view secret_text =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJ9Nc7iILzIb574S3vaQLOnSojhXY"
    "aFGZKL63iYccaTD/ebbeGWbb4W+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAA=\n";

// The same key, locked with "geheim", once with many operations for its memory and once with few.
constexpr std::string_view locked[] = {
    "untrusted comment: minisign encrypted secret key\n"
    "RWRTY0IyY0ea1poJCyWCd+yPum+ZQZov+ySJgVEGV8lEzNEUjpcAAAgAAAAAAAAAAAEAAAAASG1PIpCQ5w2UfHIOmzGyMSyx8CIz"
    "fOBVIOeCeCKRQXgLpLSND3pHs8tJxLSRqMIigm15llTbzBUq0p5q4SgxlVTQYnqoReHSIiwAYJ20ms8hv3krQsp1LQxwD73Ja4sY"
    "eaZyOHLkMro=\n",
    "untrusted comment: minisign encrypted secret key\n"
    "RWRTY0IyY0ea1poJCyWCd+yPum+ZQZov+ySJgVEGV8lEzNEUjpcAAAEAAAAAAAAAAAQAAAAAnZ8C3OPZizv1h6IgI/SSA5fNPPSI"
    "9l3mGXvM5xVoLCNTpG4Uj1CQixZWggo1WSbhAW6x+EYwD19LEfGwTp4e5l3OdZ+Y8G0+uDumqy3b2nCdM0dmx5q8zf/jw6AW2pt4"
    "l5bDb0QKRNY=\n"};

// Made with minisign -S over "hallo".
constexpr std::string_view signature_of_minisign =
    "untrusted comment: signature from minisign secret key\n"
    "RUQn01zuIgvMhr+5j1FeIYX7BMfK/8WOx9rYBfoEXtdBurN9kChYzB+LzIebAxGJVPkDbrRYEOnTv38TfOSH1KiLGRSIalvBcwA=\n"
    "trusted comment: proef\n"
    "Hfb106UxuKeqhXgMA/APT5NKY6IcSD+MvUagZu4+CLnOnQJMK9Zo4gGi8DoNUi+SujBmwxU7Jup12FVVJz0QAQ==\n";

PublicKey public_key() {
  std::string reason;
  const auto key = parse_public_key(public_text, reason);
  REQUIRE(key.has_value());
  return *key;
}

SecretKey secret_key() {
  std::string reason;
  const auto key = parse_secret_key(secret_text, "", reason);
  REQUIRE(key.has_value());
  return *key;
}

std::string why_no_public_key(std::string_view text) {
  std::string reason;
  return parse_public_key(text, reason) ? "" : reason;
}

std::string why_no_secret_key(std::string_view text, std::string_view password = "") {
  std::string reason;
  return parse_secret_key(text, password, reason) ? "" : reason;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("signature: one that minisign made holds") {
  CHECK(fault_in_signature("hallo", signature_of_minisign, public_key()) == "");
}

TEST_CASE("signature: ours is the one that minisign makes of the same") {
  CHECK(sign(secret_key(), "hallo", "proef") == signature_of_minisign);
  CHECK(secret_key().public_key == public_key());
}

TEST_CASE("signature: every flipped bit is found") {
  const std::string good = sign(secret_key(), "de bytes", "editie 1 van 2020-07, 22 november 2026");
  REQUIRE(fault_in_signature("de bytes", good, public_key()) == "");
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
      CAPTURE(at);
      CHECK(fault_in_signature("de bytes", bad, public_key()) != "");
    }
  }
}

TEST_CASE("signature: each fault has its own reason") {
  const std::string good(signature_of_minisign);
  const auto fault = [](const std::string& signature, std::string_view bytes = "hallo") {
    return fault_in_signature(bytes, signature, public_key());
  };
  CHECK(fault(good, "hello") == "does not hold for these bytes");
  CHECK(fault(with(good, "proef", "proef!")) == "does not hold for its comment");
  CHECK(fault("") == "is not a signature of minisign: that has four lines");
  CHECK(fault(good + "\n") == "is not a signature of minisign: that has four lines");
  CHECK(fault(with(good, "untrusted comment: sig", "untrusted comment: Sig")) ==
        "does not begin with 'untrusted comment: signature from minisign secret key'");
  CHECK(fault(with(good, "trusted comment: proef", "proef")) == "has no trusted comment on its third line");
  CHECK(fault(with(good, "\nRU", "\nR!")) == "has no signature on its second line");
  CHECK(fault(with(good, "==\n", "=\n")) == "has no signature on its fourth line");
  CHECK(fault(with(good, "\nRUQ", "\nRWQ")) == "is not of the kind 'ED'");
  CHECK(fault(with(good, "\nRUQn01", "\nRUQn02")) == "was made with key 86CC0B22EE6CD327, not with 86CC0B22EE5CD327");
}

TEST_CASE("signature: a public key alone or in its file") {
  CHECK(to_text(public_key()) == public_text);
  CHECK(key_number(public_key()) == "86CC0B22EE5CD327");
  CHECK(why_no_public_key("untrusted comment: minisign public key 86CC0B22EE5CD327\n" + std::string(public_text) +
                          "\n") == "");
  CHECK(why_no_public_key(std::string(public_text) + "\r\n") == "");
  for (const std::string& text :
       {std::string(), std::string("RW"), std::string(public_text) + "A", std::string(secret_text),
        "comment\n" + std::string(public_text), with(std::string(public_text), "RW", "RX"),
        with(std::string(public_text), "RWQ", "RWU")}) {
    CHECK(why_no_public_key(text) == "is not a public key of minisign");
  }
}

TEST_CASE("signature: a secret key that is locked") {
  CHECK_FALSE(needs_password(secret_text));
  CHECK_FALSE(needs_password("x"));
  for (const std::string_view text : locked) {
    CHECK(needs_password(text));
    std::string reason;
    const auto key = parse_secret_key(text, "geheim", reason);
    REQUIRE(key.has_value());
    CHECK(key->seed == secret_key().seed);
    CHECK(key->public_key == public_key());
    CHECK(why_no_secret_key(text, "Geheim") == "cannot be unlocked with this password");
    CHECK(why_no_secret_key(text) == "cannot be unlocked with this password");
  }
}

TEST_CASE("signature: a secret key that is no key or damaged") {
  CHECK(why_no_secret_key("") == "is not a secret key of minisign");
  CHECK(why_no_secret_key(public_text) == "is not a secret key of minisign");
  CHECK(why_no_secret_key(with(std::string(secret_text), "RWQAAEIy", "RWRTYUIy")) == "is not a secret key of minisign");
  // The seed is in the middle, its public half behind it.
  CHECK(why_no_secret_key(with(std::string(secret_text), "aFGZKL63iYcc", "aFGZKL63iYcA")) ==
        "is damaged: its two halves do not belong together");
  // So much memory that nobody has it.
  CHECK(why_no_secret_key(
            "RWRTY0IyY0ea1poJCyWCd+yPum+ZQZov+ySJgVEGV8lEzNEUjpcAAAAAAAAEAAAAAAAAAAQASG1PIpCQ5w2UfHIOmzGyMSyx8CIz"
            "fOBVIOeCeCKRQXgLpLSND3pHs8tJxLSRqMIigm15llTbzBUq0p5q4SgxlVTQYnqoReHSIiwAYJ20ms8hv3krQsp1LQxwD73Ja4sY"
            "eaZyOHLkMro=") == "asks for more memory than can be given, or is damaged");
}

TEST_CASE("digest: random bytes are as many as asked, and others each time") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string text = random_hex(16);
    CHECK(text.size() == 32);
    CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
    seen.insert(text);
  }
  CHECK(seen.size() == 100);
  CHECK(random_hex(0) == "");
}

TEST_CASE("signature: its form and its key can be told without a key") {
  CHECK(fault_in_signature_form(signature_of_minisign) == "");
  CHECK(key_number_of(signature_of_minisign) == key_number(public_key()));
  CHECK(fault_in_signature_form(with(std::string(signature_of_minisign), "trusted comment: proef", "proef")) ==
        "has no trusted comment on its third line");
  CHECK(key_number_of("x") == "");
}

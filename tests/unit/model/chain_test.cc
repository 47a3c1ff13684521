#include "model/chain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "support/chain_faults.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

// The faults of the chain with one file changed by `edit`.
template <typename Edit>
std::string faults_after(const std::string& address, Edit edit, Files files = small_chain()) {
  Json document = Json::parse(files.at(address));
  edit(document);
  files[address] = pretty_json(document);
  return faults(files);
}

// The same, with a digest that fits what the seal then says.
template <typename Edit>
std::string faults_after_resealing(const std::string& address, Edit edit, Files files = small_chain()) {
  return faults_after(
      address,
      [&](Json& document) {
        edit(document);
        document["digest"] = sha256(canonical_json(document["seal"]));
      },
      std::move(files));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("chain: one that is as it was published has no faults, and is told oldest first") {
  Diagnostics diagnostics;
  const std::vector<ChainLink> chain = read_chain(in_memory(small_chain(), diagnostics), diagnostics);
  CHECK(diagnostics.to_text() == "");
  REQUIRE(chain.size() == 4);
  CHECK(chain[0].file == "data/editions/2020-07/v1.json");
  CHECK(chain[1].file == "data/editions/2021-05/v1.json");
  CHECK(chain[2].file == "data/editions/2020-07/v2.json");
  CHECK(chain[2].kind == ChainLink::Kind::edition);
  CHECK(chain[2].number == 2);
  CHECK(chain[2].sequence == 3);
  CHECK(to_iso(chain[2].on) == "2026-11-23");
  CHECK(chain[2].by == "Regio");
  CHECK(chain[2].reason == "Verkeerd geteld");
  CHECK(chain[2].previous == chain[1].digest);
  CHECK(chain[3].kind == ChainLink::Kind::withdrawal);
  CHECK(chain[3].period_id == "2020-07");
  CHECK(chain[3].parts == std::vector<std::string>{letter_part});
  CHECK(chain[3].edition == nullptr);
  CHECK(faults({}) == "");
  CHECK(faults(small_chain(false)) == "");
}

TEST_CASE("chain: a part that was changed") {
  CHECK(faults_after("2020-07/v1.json", [](Json& document) {
          document["parts"]["period"]["content"]["total"] = 500;
        }) == "2020-07/v1.json:15: part 'period' is not what was published: its digest is another [edition-part]\n");
}

TEST_CASE("chain: a seal that was changed, and the digest with it") {
  const auto later = [](Json& document) { document["seal"]["published_by"] = "Een ander"; };
  CHECK(faults_after("2021-05/v1.json", later).starts_with("2021-05/v1.json:2: the seal has another digest: "));
  CHECK(faults_after_resealing("2021-05/v1.json", later) ==
        "2020-07/v2.json:53: is not the digest of the link before it, data/editions/2021-05/v1.json [edition-chain]\n");
}

TEST_CASE("chain: what stands in the file beside the seal") {
  CHECK(faults_after("2020-07/v1.json", [](Json& document) { document["$schema"] = "x"; }) ==
        "2020-07/v1.json:2: unknown key '$schema' [edition-form]\n");
  CHECK(faults_after("2020-07/v1.json", [](Json& document) {
          document["parts"]["extra"] = document["parts"]["period"];
        }) == "2020-07/v1.json:11: the seal has no part 'extra' [edition-part]\n");
}

TEST_CASE("chain: bytes that say the same in another way") {
  Files files = small_chain();
  files["2020-07/v1.json"] = replaced(files["2020-07/v1.json"], "\"total\": 400", "\"total\": 400.0");
  CHECK(faults(files) == "2020-07/v1.json:18: these are not the bytes that were published [edition-bytes]\n");
  files = small_chain();
  files["2020-07/v1.json"] = replaced(files["2020-07/v1.json"], "{\n", "{\r\n");
  CHECK(faults(files) == "2020-07/v1.json:1: the line ends of this file were changed [edition-bytes]\n");
  files = small_chain();
  files["2020-07/v1.json"] += "\n";
  CHECK(faults(files) == "2020-07/v1.json:61: these are not the bytes that were published [edition-bytes]\n");
  files["2020-07/v1.json"].resize(files["2020-07/v1.json"].size() - 2);
  CHECK(faults(files) == "2020-07/v1.json:60: these are not the bytes that were published [edition-bytes]\n");
}

TEST_CASE("chain: a part that is missing without a withdrawal") {
  CHECK(faults_after("2020-07/v1.json", [](Json& document) { document["parts"].erase("period"); }) ==
        "2020-07/v1.json:3: part 'period' is missing, and no withdrawal names it [edition-part]\n");
}

TEST_CASE("chain: a withdrawal that was not finished") {
  Files files = small_chain();
  files["2020-07/v2.json"] = small_chain(false)["2020-07/v2.json"];
  CHECK(faults(files) == "2020-07/v2.json:30: warning: part '" + letter_part +
                             "' was withdrawn, and still stands in the file [withdrawal-unfinished]\n");
}

TEST_CASE("chain: a withdrawal of what was not published") {
  CHECK(faults_after_resealing("2020-07/w1.json", [](Json& document) {
          document["seal"]["parts"].push_back("project:x");
        }) == "2020-07/w1.json:15: withdraws 'project:x', which none of these editions has [edition-part]\n");
}

TEST_CASE("chain: a link that is missing") {
  Files files = small_chain();
  files.erase("2021-05/v1.json");
  CHECK(faults(files) == "2020-07/v2.json:58: link 2 of the chain is missing before this one [edition-sequence]\n");
  files = small_chain();
  files.erase("2020-07/v1.json");
  CHECK(faults(files) ==
        "2020-07/v2.json:40: number 1 should come here in the chain [edition-sequence]\n"
        "2020-07/v2.json:56: the first edition of a period corrects nothing [edition-chain]\n"
        "2020-07/v2.json:57: the first edition of a period replaces none [edition-chain]\n"
        "2020-07/w1.json:5: withdraws from edition 1 of 2020-07, which is not before it [edition-part]\n"
        "2021-05/v1.json:68: link 1 of the chain is missing before this one [edition-sequence]\n");
}

TEST_CASE("chain: two links in one place") {
  CHECK(faults_after_resealing("2020-07/w1.json", [](Json& document) { document["seal"]["sequence"] = 3; }) ==
        "2020-07/w1.json:21: is link 3 of the chain, as data/editions/2020-07/v2.json is [edition-sequence]\n");
}

TEST_CASE("chain: an edition that says that it replaces another") {
  CHECK(faults_after_resealing(
            "2020-07/v2.json", [](Json& document) { document["seal"]["replaces"] = nullptr; }, small_chain(false)) ==
        "2020-07/v2.json:67: is not the digest of the edition before it, data/editions/2020-07/v1.json "
        "[edition-chain]\n");
  CHECK(faults_after_resealing(
            "2020-07/v2.json", [](Json& document) { document["seal"]["reason"] = nullptr; }, small_chain(false)) ==
        "2020-07/v2.json:66: a correction gives its reason [edition-chain]\n");
}

TEST_CASE("chain: a file under another name") {
  Files files = small_chain();
  files["2020-01/v1.json"] = files["2020-07/v1.json"];
  files.erase("2020-07/v1.json");
  CHECK(faults(files) == "2020-01/v1.json:39: says that this file is 2020-07/v1.json [edition-form]\n");
}

TEST_CASE("chain: attachments that are gone, changed or of no edition") {
  const std::string digest = sha256(attachment_bytes);
  Files files = small_chain();
  files.erase("attachments/" + digest);
  CHECK(faults(files) == "2020-07/v1.json:4: data/editions/attachments/" + digest +
                             " is missing [edition-attachment]\n"
                             "2020-07/v2.json:4: data/editions/attachments/" +
                             digest +
                             " is missing [edition-attachment]\n"
                             "2021-05/v1.json:4: data/editions/attachments/" +
                             digest + " is missing [edition-attachment]\n");
  files["attachments/" + digest] = "%PDF een andere";
  CHECK(faults(files) ==
        "attachments/" + digest + ": is not what was published: its digest is another [edition-attachment]\n");
  files["attachments/" + digest] = attachment_bytes;
  files["attachments/" + sha256("x")] = "x";
  CHECK(faults(files) ==
        "attachments/" + sha256("x") + ": warning: is an attachment that no edition names [edition-file-unknown]\n");
}

TEST_CASE("chain: a format of later") {
  CHECK(faults_after("2020-07/v2.json", [](Json& document) { document["seal"]["format"] = 2; }) ==
        "2020-07/v2.json:41: is of format 2, and this program reads format 1 [edition-format]\n");
}

TEST_CASE("chain: a seal of another form") {
  const auto fault = [](const char* address, auto edit) { return faults_after(address, edit); };
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["sequence"] = "2"; }) ==
        "2021-05/v1.json:68: 'sequence' is no whole number from 1 to 999999 [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["format"] = "1"; }) ==
        "2021-05/v1.json:51: 'format' is no whole number [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["kind"] = "withdrawal"; }) ==
        "2021-05/v1.json:52: 'withdrawal' is not what the name of the file says [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["published_on"] = "2026-11"; }) ==
        "2021-05/v1.json:65: '2026-11' is not a day [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["published_by"] = nullptr; }) ==
        "2021-05/v1.json:64: 'published_by' is not a text [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["previous"] = "x"; }) ==
        "2021-05/v1.json:63: 'previous' is not a digest or null [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"].erase("reason"); }) ==
        "2021-05/v1.json:49: 'reason' is missing [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["seal"]["parts"]["period"] = 1; }) ==
        "2021-05/v1.json:56: is not a digest: that has 64 digits from 0 to f [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["parts"]["period"].erase("salt"); }) ==
        "2021-05/v1.json:15: 'salt' is missing [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d["parts"] = Json::array(); }) ==
        "2021-05/v1.json:3: is a list, not an object [edition-form]\n");
  CHECK(fault("2021-05/v1.json", [](Json& d) { d = nullptr; }) ==
        "2021-05/v1.json:1: is null, not an object [edition-form]\n");
  CHECK(fault("2020-07/w1.json", [](Json& d) { d["seal"]["parts"] = {1}; }) ==
        "2020-07/w1.json:14: is not the name of a part [edition-form]\n");
}

TEST_CASE("chain: a file that cannot be read gives no faults about what follows from it") {
  Files files = small_chain();
  files["2020-07/w1.json"] = "{";
  CHECK(faults(files) == "2020-07/w1.json:1: the file ends too early [json-syntax]\n");
}

TEST_CASE("chain: signatures, one missing and two in each other's place") {
  std::string reason;
  const std::string key_text =
      "untrusted comment: minisign encrypted secret key\n"
      "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJ9Nc7iILzIb574S3vaQLOnSojhXY"
      "aFGZKL63iYccaTD/ebbeGWbb4W+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAA=\n";
  const auto key = parse_secret_key(key_text, "", reason);
  REQUIRE(key.has_value());
  Files files = small_chain();
  for (const std::string address : {"2020-07/v1.json", "2020-07/v2.json", "2020-07/w1.json", "2021-05/v1.json"})
    files[address + ".minisig"] = sign(*key, canonical_json(Json::parse(files[address])["seal"]), "editie");
  PublicKey other = key->public_key;
  other.id[0] ^= 1;
  const auto check = [&](const std::vector<PublicKey>& keys) {
    Diagnostics diagnostics;
    std::string text;
    for (const SignatureFault& fault : check_signatures(in_memory(files, diagnostics), keys))
      text += fault.file + " " + fault.reason + "\n";
    return text;
  };
  CHECK(check({key->public_key}) == "");
  CHECK(check({other, key->public_key}) == "");
  CHECK(check({other}).starts_with("data/editions/2020-07/v1.json was made with key "));
  files["2020-07/v1.json.minisig"].swap(files["2020-07/v2.json.minisig"]);
  files.erase("2021-05/v1.json.minisig");
  CHECK(check({key->public_key}) ==
        "data/editions/2020-07/v1.json does not hold for these bytes\n"
        "data/editions/2020-07/v2.json does not hold for these bytes\n");
  // The reason is that of the key it was made with, wherever that stands.
  CHECK(check({other, key->public_key}) == check({key->public_key}));
}

TEST_CASE("chain: every flipped bit of a document or attachment is found where it is") {
  for (const auto& [address, bytes] : small_chain()) {
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
      Files files = small_chain();
      files[address][at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
      CAPTURE(address);
      CAPTURE(at);
      CHECK(("\n" + faults(files)).find("\n" + address) != std::string::npos);
    }
  }
}

TEST_CASE("chain: a day that goes back") {
  CHECK(faults_after_resealing("2020-07/w1.json", [](Json& d) { d["seal"]["published_on"] = "2026-11-22"; }) ==
        "2020-07/w1.json:19: lies before the day of the link before it in the chain, data/editions/2020-07/v2.json "
        "[edition-sequence]\n");
}

TEST_CASE("chain: withdrawals of another form") {
  const auto fault = [](auto edit) {
    const std::string told = faults_after_resealing("2020-07/w1.json", [&](Json& d) { edit(d["seal"]); });
    return told.substr(told.find(": ") + 2);
  };
  CHECK(fault([](Json& seal) { seal["parts"] = {"figures"}; }) ==
        "'figures' is no part of 2020-07 that can be withdrawn [edition-form]\n");
  CHECK(fault([](Json& seal) { seal["parts"] = {"history:2020-07"}; }) ==
        "'history:2020-07' is no part of 2020-07 that can be withdrawn [edition-form]\n");
  CHECK(fault([](Json& seal) {
          seal["parts"] = {letter_part, letter_part};
        }) == "'" + letter_part.substr(0, 40) + "…' stands here twice [edition-form]\n");
  CHECK(fault([](Json& seal) {
          seal["editions"] = {2, 1};
        }) == "'editions' is not a list of numbers of editions, from low to high [edition-form]\n");
  CHECK(fault([](Json& seal) {
          seal["editions"] = {1, 2, 3};
        }) == "withdraws from edition 3 of 2020-07, which is not before it [edition-part]\n");
  CHECK(fault([](Json& seal) { seal["pages"][letter_part] = "../../index.html"; }) ==
        "is not the address of a page below the folder of the period [edition-form]\n");
}

TEST_CASE("chain: a withdrawal from one edition leaves the part in the others") {
  const auto only_first = [](Json& d) { d["seal"]["editions"] = {1}; };
  CHECK(faults_after_resealing("2020-07/w1.json", only_first)
            .find("2020-07/v2.json:3: part '" + letter_part + "' is missing, and no withdrawal names it") == 0);
  Files files = small_chain();
  files["2020-07/v2.json"] = small_chain(false)["2020-07/v2.json"];
  CHECK(faults_after_resealing("2020-07/w1.json", only_first, files) == "");
}

TEST_CASE("chain: a whole edition that was replaced may be withdrawn, and no less than all of it, and not the newest") {
  const auto withdraw = [](const std::string& edition, int number, std::vector<std::string> but_for = {}) {
    Files files = small_chain(false);
    Json document = Json::parse(files["2020-07/" + edition]);
    SealFields fields = seal_fields("2020-07", 1, 4, Json::parse(files["2020-07/v2.json"])["digest"]);
    fields.reason = "Privacy";
    WithdrawnParts parts;
    parts.editions = {number};
    for (const auto& [name, digest] : document["seal"]["parts"].items())
      if (std::find(but_for.begin(), but_for.end(), name) == but_for.end()) parts.parts.push_back(name);
    for (const std::string& name : parts.parts) document["parts"].erase(name);
    files["2020-07/" + edition] = pretty_json(document);
    files["2020-07/w1.json"] = pretty_json(withdrawal_document(fields, parts));
    return faults(files);
  };
  CHECK(withdraw("v1.json", 1) == "");
  CHECK(withdraw("v1.json", 1, {"attachment:content/bijlage.pdf"})
            .find("withdraws 'organisations' and leaves other parts of data/editions/2020-07/v1.json [edition-part]") !=
        std::string::npos);
  CHECK(withdraw("v2.json", 2).find("withdraws 'organisations' of the newest edition [edition-part]") !=
        std::string::npos);
}

TEST_CASE("chain: what an edition tells of earlier periods goes with that edition only") {
  using enum ChainLink::Kind;
  std::vector<ChainLink> chain(4);
  for (std::size_t i = 0; i < chain.size(); ++i) chain[i].sequence = static_cast<int>(i) + 1;
  chain[0].period_id = chain[1].period_id = chain[3].period_id = "2021-05";
  chain[0].number = 1;
  chain[1].number = 2;
  chain[2].period_id = "2022-01";
  chain[2].number = 1;
  chain[3].kind = withdrawal;
  chain[3].parts = {"history:2020-07", "history:2020-07/ggz"};
  chain[3].editions = {1};
  const auto taken = [&](const char* part, std::size_t at) { return takes_out(chain[3], part, chain[at], chain); };
  CHECK(taken("history:2020-07/ggz", 0));
  CHECK(taken("history:2020-07", 0));
  CHECK_FALSE(taken("history:2020-07/ggz", 1));
  CHECK_FALSE(taken("history:2020-07/ggz", 2));
}

TEST_CASE("chain: what later periods tell of a withdrawn project") {
  const auto link = [](ChainLink::Kind kind, int sequence, const char* period, int number) {
    ChainLink out;
    out.kind = kind;
    out.sequence = sequence;
    out.period_id = period;
    out.number = number;
    return out;
  };
  using enum ChainLink::Kind;
  std::vector<ChainLink> chain{link(edition, 1, "2020-07", 1),    link(edition, 2, "2021-05", 1),
                               link(edition, 3, "2020-07", 2),    link(edition, 4, "2021-05", 2),
                               link(withdrawal, 5, "2020-07", 1), link(edition, 6, "2021-05", 3)};
  chain[4].parts = {"project:ggz", "history:2020-07/ggz"};
  chain[4].editions = {1};
  const auto taken = [&](const char* part, std::size_t at) { return takes_out(chain[4], part, chain[at], chain); };
  CHECK(taken("project:ggz", 0));
  CHECK(!taken("project:ggz", 2));
  CHECK(!taken("project:ggz", 1));
  CHECK(taken("history:2020-07/ggz", 1));
  CHECK(!taken("history:2020-07/ggz", 3));
  chain[4].editions = {1, 2};
  CHECK(taken("history:2020-07/ggz", 3));
  CHECK(!taken("history:2020-07/ggz", 5));
  CHECK(!taken("history:2020-07/wlb", 3));
}

#include "commands/verify.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "commands/built_site.h"
#include "commands/progress.h"
#include "load/read_file.h"

namespace stoplicht {
namespace {

// Why there is nothing to check.
struct Refusal {
  ExitCode code = wrong_command_line;
  std::string message;
  std::string hint;
};

std::string counted(std::size_t count, const char* one, const char* other) {
  return std::to_string(count) + " " + (count == 1 ? one : other);
}

PublicKey key_of(const std::string& text) {
  std::string reason;
  if (const auto key = parse_public_key(text, reason)) return *key;
  std::string bytes;
  if (read_file(text, 64 * 1024, bytes, reason) != ReadResult::read) {
    throw Refusal{wrong_command_line, "--key: '" + text + "' is neither a public key nor a file that can be read",
                  "name the file minisign.pub, or give its second line: RW…"};
  }
  if (const auto key = parse_public_key(bytes, reason)) return *key;
  throw Refusal{wrong_command_line, "--key: " + text + " " + reason, "name the file minisign.pub, not the secret key"};
}

class Verification {
 public:
  explicit Verification(const VerifyOptions& options) : options_(options) {
    for (const std::string& key : options.keys) keys_.push_back(key_of(key));
  }

  ExitCode run() {
    std::error_code error;
    {
      Progress progress;
      progress.stage("checking files");
      if (is_built_site(options_.folder)) {
        check_built(options_.folder, "", nullptr);
      } else if (std::filesystem::is_directory(options_.folder / "data", error)) {
        check_site_folder();
      } else {
        throw Refusal{wrong_command_line, options_.folder.string() + " is no site folder and no website that was built",
                      "name a folder with data/ or with manifest.json"};
      }
    }
    if (signatures_ > 0) done_.push_back(counted(signatures_, "signature", "signatures"));
    tell();
    return diagnostics_.has_errors() ? faults_in_site : fine;
  }

 private:
  void check_site_folder() {
    const EditionFiles editions = load_edition_files(options_.folder, 0, diagnostics_);
    read_chain(editions, diagnostics_);
    if (options_.keys.empty()) use_key_of_site();
    check_signatures_of(editions, ".json.minisig");
    done_.push_back(counted_links(editions));

    const bool is_named = !options_.output.empty();
    const std::filesystem::path output = is_named ? options_.output : options_.folder / "public";
    if (is_built_site(output)) {
      check_built(output, is_named ? output.string() + "/" : "public/", &editions);
    } else if (is_named) {
      throw Refusal{wrong_command_line, output.string() + " is no website that was built",
                    "name a folder with manifest.json"};
    } else {
      notes_.push_back("there is no website in public/ to check");
    }
  }

  void use_key_of_site() {
    Diagnostics ignored;  // What is wrong with this file, `check` tells.
    std::string bytes;
    std::string reason;
    if (read_file(options_.folder / "data/site.json", std::size_t{32} << 20, bytes, reason) != ReadResult::read) return;
    const auto site = load_json(std::make_shared<const SourceText>("data/site.json", std::move(bytes)), ignored);
    if (!site || !site->root().is_object() || !site->root().contains("signing_key")) return;
    const Json& text = site->root().at("signing_key");
    const auto key = text.is_string() ? parse_public_key(text.get_ref<const std::string&>(), reason) : std::nullopt;
    if (key) keys_.push_back(*key);
  }

  // `archive`: the editions of its site folder; null when that is not known.
  void check_built(const std::filesystem::path& folder, const std::string& prefix, const EditionFiles* archive) {
    const BuiltSite site = read_built_site(folder, prefix, diagnostics_);
    check_files(site, diagnostics_);
    const EditionFiles editions = editions_of(site, diagnostics_);
    const std::vector<ChainLink> chain = read_chain(editions, diagnostics_, false);
    check_edition_pages(site, editions, chain, diagnostics_);
    if (archive != nullptr) compare_editions(site, *archive, diagnostics_);
    check_signatures_of(editions, ".zegel.json.minisig");
    check_signature_of_sums(site);
    done_.push_back(counted(site.files.size(), "file", "files") + " of the website");
    if (archive == nullptr) done_.push_back(counted_links(editions));
  }

  // `signature_end`: what their names end in, instead of ".json".
  void check_signatures_of(const EditionFiles& editions, const char* signature_end) {
    if (keys_.empty()) {
      if (!editions.signatures.empty()) say_no_key(editions.folder);
      return;
    }
    const std::size_t unsigned_ones = editions.documents.size() - editions.signatures.size();
    if (unsigned_ones > 0)
      notes_.push_back(std::to_string(unsigned_ones) + " of " + counted_links(editions) + " not signed");
    for (const SignatureFault& fault : check_signatures(editions, keys_)) {
      const std::string stem = fault.file.substr(0, fault.file.size() - 5);
      report_signature(stem + signature_end, fault.reason);
    }
    signatures_ += editions.signatures.size();
  }

  void check_signature_of_sums(const BuiltSite& site) {
    const auto sums = site.bytes.find(sums_address);
    const auto signature = site.bytes.find(sums_signature_address);
    if (sums == site.bytes.end() || signature == site.bytes.end()) return;
    if (keys_.empty()) return say_no_key(site.prefix + sums_address);
    const std::string fault = fault_in_signature(sums->second, signature->second, keys_);
    if (!fault.empty()) report_signature(site.prefix + sums_signature_address, fault);
    ++signatures_;
  }

  void say_no_key(const std::string& what) {
    notes_.push_back("the signature of " + what + " was not checked, for lack of a key; give one with --key");
  }

  void report_signature(const std::string& file, const std::string& reason) {
    deviation(diagnostics_, "signature", file, "the signature " + reason,
              "put the file back, or check with the key that it was made with");
  }

  static std::string counted_links(const EditionFiles& editions) {
    return counted(editions.documents.size(), "edition or withdrawal", "editions and withdrawals") + " in " +
           editions.folder;
  }

  void tell() const {
    if (options_.json) return print(stdout, json_object());
    print(stderr, diagnostics_.to_text());
    for (const std::string& note : notes_) print(stdout, "note: " + note + "\n");
    if (diagnostics_.has_errors()) {
      print(stderr, "stoplicht: " + counted(diagnostics_.errors(), "deviation", "deviations") + "\n");
    } else {
      print(stdout, "stoplicht: verified " + join(done_, ", ") + "; nothing was changed\n");
    }
  }

  std::string json_object() const {
    nlohmann::ordered_json out;
    out["command"] = "verify";
    out["ok"] = !diagnostics_.has_errors();
    out["checked"] = done_;
    out["notes"] = notes_;
    out["errors"] = diagnostics_.errors();
    out["warnings"] = diagnostics_.warnings();
    out["diagnostics"] = nlohmann::ordered_json::parse(diagnostics_.to_json());
    return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }

  static void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

  const VerifyOptions& options_;
  std::vector<PublicKey> keys_;
  Diagnostics diagnostics_;
  std::vector<std::string> done_, notes_;
  std::size_t signatures_ = 0;
};

}  // namespace

ExitCode verify(const VerifyOptions& options) {
  try {
    return Verification(options).run();
  } catch (const Refusal& refusal) {
    std::fputs(("stoplicht: " + refusal.message + "\n  hint: " + refusal.hint + "\n").c_str(), stderr);
    return refusal.code;
  }
}

}  // namespace stoplicht

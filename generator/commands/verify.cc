#include "commands/verify.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/message_catalogue.h"
#include "base/text.h"
#include "commands/built_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/signing.h"
#include "load/read_file.h"
#include "model/open_archive.h"

namespace stoplicht {
namespace {

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
      Progress progress(options_.language);
      progress.stage("checking files");
      const bool has_data = std::filesystem::is_directory(options_.folder / "data", error);
      if (std::filesystem::exists(options_.folder / "data/site.json", error) ||
          (has_data && !is_built_site(options_.folder))) {
        check_site_folder();
      } else if (is_built_site(options_.folder)) {
        if (!options_.output.empty())
          throw Refusal{wrong_command_line, "--output: " + options_.folder.string() + " is a website itself",
                        "leave it out"};
        check_built(options_.folder, "", nullptr, nullptr);
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
    Diagnostics found;
    EditionFiles files = load_edition_files(options_.folder, 0, found);
    const std::string files_folder = files.folder;
    const EditionFiles editions = files;
    const Archive archive = open_archive(std::move(files), 0, found);
    for (Diagnostic& each : found.sorted()) {
      // What was withdrawn is not what was published any more, and it still stands there; nor are bytes that nothing
      // names.
      const bool is_left_over =
          each.id == "edition-file-unknown" && each.where.file.starts_with(files_folder + "/attachments/");
      if (each.id == "withdrawal-unfinished" || is_left_over) each.severity = Severity::error;
      diagnostics_.add(std::move(each));
    }
    if (options_.keys.empty()) take_keys_of_site(editions);
    check_signatures_of(editions, archive.chain, ".json.minisig");
    count_links(editions);

    const bool is_named = !options_.output.empty();
    const std::filesystem::path output = is_named ? options_.output : options_.folder / "public";
    if (is_built_site(output)) {
      check_built(output, is_named ? output.string() + "/" : "public/", &archive, &editions);
    } else if (is_named) {
      throw Refusal{wrong_command_line, output.string() + " is no website that was built",
                    "name a folder with manifest.json"};
    } else if (std::error_code error;
               std::filesystem::is_directory(output, error) && !std::filesystem::is_empty(output, error)) {
      deviation(diagnostics_, "built-list", "public/manifest.json",
                "is missing, and so is SHA256SUMS: nobody can tell what was built",
                "build the site again, or remove public/");
    } else {
      notes_.push_back("there is no website in public/ to check");
    }
  }

  // The keys of the site; when nobody can tell which they are, signatures cannot be checked.
  void take_keys_of_site(const EditionFiles& editions) {
    const SiteKeys keys = keys_of(options_.folder);
    if (keys.current) keys_.push_back(*keys.current);
    has_current_ = keys.current.has_value();
    keys_.insert(keys_.end(), keys.earlier.begin(), keys.earlier.end());
    if (!keys.fault.empty() && !editions.empty())
      deviation(diagnostics_, "signature", "data/site.json", "leaves unknown which key the site has: " + keys.fault,
                "mend it, or give the key with --key");
  }

  // `archive`, `files`: the editions of its site folder; null when that is not known.
  void check_built(const std::filesystem::path& folder, const std::string& prefix, const Archive* archive,
                   const EditionFiles* files) {
    const BuiltSite site = read_built_site(folder, prefix, diagnostics_);
    check_files(site, diagnostics_);
    const EditionFiles editions = editions_of(site, diagnostics_);
    const std::vector<ChainLink> chain = read_chain(editions, diagnostics_, false);
    check_edition_pages(site, editions, chain, diagnostics_);
    if (archive != nullptr)
      compare_editions(site, *archive, *files, unsigned_, diagnostics_);
    else
      check_built_attachments(site, editions, chain, diagnostics_);
    check_signatures_of(editions, chain, ".zegel.json.minisig");
    check_signature_of_sums(site);
    done_.push_back(counted(site.files.size(), "file", "files") + " of the website");
    if (archive == nullptr) count_links(editions);
  }

  // `signature_end`: what their names end in, instead of ".json". Whoever has a key signs everything from then on: what
  // was published before the first signature is bound to it by the chain.
  void check_signatures_of(const EditionFiles& editions, const std::vector<ChainLink>& chain,
                           const char* signature_end) {
    const auto signature_of = [&](const std::string& file) { return file.substr(0, file.size() - 5) + signature_end; };
    if (keys_.empty()) {
      for (const auto& [path, signature] : editions.signatures)
        if (const std::string fault = fault_in_signature_form(signature); !fault.empty())
          report_signature(signature_of(path), fault);
      if (!editions.empty()) say_no_key();
      return;
    }
    const auto is_signed = [&](const ChainLink& link) { return editions.signatures.contains(link.file); };
    const auto first = std::find_if(chain.begin(), chain.end(), is_signed);
    for (auto link = first; link != chain.end(); ++link)
      if (!is_signed(*link)) report_missing(signature_of(link->file), link->file);
    if (first == chain.end())
      for (const auto& [path, document] : editions.documents)
        if (!editions.signatures.contains(path)) report_missing(signature_of(path), path);
    if (first != chain.end() && first != chain.begin())
      notes_.push_back(counted(static_cast<std::size_t>(first - chain.begin()), "edition or withdrawal",
                               "editions and withdrawals") +
                       " from before the first signature " + (first - chain.begin() == 1 ? "is" : "are") +
                       " not signed; the chain binds " + (first - chain.begin() == 1 ? "it" : "them") + " to it");
    for (const SignatureFault& fault : check_signatures(editions, keys_))
      report_signature(signature_of(fault.file), fault.reason);
    check_order_of_keys(editions, chain, signature_of);
    signatures_ += editions.signatures.size();
  }

  // After the first link that was signed with the newest key an earlier one counts no more: it may be in other hands.
  // Where nobody says which of several keys is the newest, it is that of the last signature in the chain.
  template <typename SignatureOf>
  void check_order_of_keys(const EditionFiles& editions, const std::vector<ChainLink>& chain,
                           SignatureOf signature_of) {
    if (keys_.size() < 2) return;
    std::vector<std::pair<const ChainLink*, std::string>> made_with;
    for (const ChainLink& link : chain)
      if (const auto signature = editions.signatures.find(link.file); signature != editions.signatures.end())
        made_with.emplace_back(&link, key_number_of(signature->second));
    if (made_with.empty()) return;
    const std::string newest = has_current_ ? key_number(keys_.front()) : made_with.back().second;
    const ChainLink* first = nullptr;
    for (const auto& [link, number] : made_with) {
      const bool is_newest = number == newest;
      if (is_newest && first == nullptr) first = link;
      const bool is_known =
          std::any_of(keys_.begin(), keys_.end(), [&](const PublicKey& key) { return key_number(key) == number; });
      if (is_newest || !is_known) continue;
      retired_.insert(number);
      if (first != nullptr)
        report_signature(signature_of(link->file),
                         "was made with an earlier key, after " + first->file + " was signed with the newest");
    }
  }

  void report_missing(const std::string& signature, const std::string& file) {
    unsigned_.insert(file);
    deviation(
        diagnostics_, "signature", signature, "is missing: " + file + " is not signed",
        "put the file back; when it was published with --unsigned, sign its seal afterwards, as EDITIONS.md tells");
  }

  void check_signature_of_sums(const BuiltSite& site) {
    const auto sums = site.bytes.find(sums_address);
    const auto signature = site.bytes.find(sums_signature_address);
    if (sums == site.bytes.end()) return;
    if (signature == site.bytes.end()) {
      if (!keys_.empty())
        deviation(diagnostics_, "signature", site.prefix + sums_signature_address,
                  "is missing: who can change the website can change the list of its files, too",
                  "build it again with --sign KEY");
      return;
    }
    if (keys_.empty()) return say_no_key();
    // The website is of today: an earlier key may be in other hands by now.
    std::string fault = has_current_ ? fault_in_signature(sums->second, signature->second, keys_.front())
                                     : fault_in_signature(sums->second, signature->second, keys_);
    if (fault.empty() && retired_.contains(key_number_of(signature->second)))
      fault = "was made with an earlier key than the newest editions";
    if (!fault.empty()) report_signature(site.prefix + sums_signature_address, fault);
    ++signatures_;
  }

  void say_no_key() {
    const std::string note = "signatures were not checked, for lack of a key; give one with --key";
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) notes_.push_back(note);
  }

  void report_signature(const std::string& file, const std::string& reason) {
    deviation(diagnostics_, "signature", file, "the signature " + reason,
              "put the file back, or check with the key that it was made with; an older key of the site belongs in "
              "'earlier_signing_keys' of data/site.json");
  }

  void count_links(const EditionFiles& editions) {
    links_ += editions.documents.size();
    if (editions.empty()) return;
    done_.push_back(counted(editions.documents.size(), "edition or withdrawal", "editions and withdrawals") + " in " +
                    editions.folder);
  }

  void tell() const {
    if (options_.json) return print(stdout, json_object());
    print(stderr, diagnostics_.to_text(options_.language));
    for (const std::string& note : notes_) print(stdout, in_words("note: " + note) + "\n");
    if (diagnostics_.has_errors()) {
      print(stderr, "stoplicht: " + in_words(counted(diagnostics_.errors(), "deviation", "deviations")) + "\n");
    } else {
      print(stdout, "stoplicht: " + in_words(conclusion()) + "\n");
    }
  }

  std::string conclusion() const {
    if (done_.empty()) return "nothing was published here";
    std::vector<std::string> done;
    for (const std::string& each : done_) done.push_back(in_words(each));
    return "verified " + join(done, ", ") + (links_ > 0 ? "; nothing was changed" : "; nothing was published here");
  }

  std::string in_words(const std::string& sentence) const {
    return in_language(options_.language, "terminal", sentence);
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
  bool has_current_ =
      false;  // The first of them is the one that the site signs with today; the others are earlier ones.
  std::set<std::string> retired_;  // Numbers of the others that signed a link of the chain.
  Diagnostics diagnostics_;
  std::vector<std::string> done_, notes_;
  std::set<std::string> unsigned_;  // Editions and withdrawals without a signature.
  std::size_t signatures_ = 0;
  std::size_t links_ = 0;  // Editions and withdrawals.
};

}  // namespace

ExitCode verify(const VerifyOptions& options) {
  return run_to_end([&] { return Verification(options).run(); }, options.language);
}

}  // namespace stoplicht

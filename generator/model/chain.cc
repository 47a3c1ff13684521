#include "model/chain.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/digest.h"
#include "base/parallel.h"
#include "load/canonical_json.h"
#include "load/json_position.h"
#include "model/edition_form.h"
#include "model/edition_parts.h"
#include "model/read_seal.h"

namespace stoplicht {
namespace {

// Whole, however long: it says what to put back.
std::string quoted(const std::string& name) { return "'" + name + "'"; }

std::string pointer_to_part(const std::string& name) { return "/parts/" + escape_pointer_part(name); }

// The file is, to the byte, what pretty_json writes: so that nothing can hide between the values.
void check_bytes(const Document& document, Diagnostics& diagnostics) {
  const std::string_view text = document.source().text();
  const std::string wanted = pretty_json(document.root());
  if (text == wanted) return;
  const std::size_t shorter = std::min(text.size(), wanted.size());
  const auto differ = std::mismatch(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(shorter), wanted.begin());
  const auto offset = static_cast<std::size_t>(differ.first - text.begin());
  const bool line_ends = offset < text.size() && text[offset] == '\r';
  diagnostics.error(
      "edition-bytes", document.source().at(offset),
      line_ends ? "the line ends of this file were changed" : "these are not the bytes that were published",
      line_ends ? "put the file back; with git, let .gitattributes say: data/editions/** -text" : put_back_hint);
}

void check_document(const Seal& seal, Diagnostics& diagnostics) {
  check_bytes(*seal.document, diagnostics);
  if (seal.computed != seal.link.digest) {
    diagnostics.error("edition-digest", seal.document->at("/digest"), "the seal has another digest: " + seal.computed,
                      put_back_hint);
  }
  if (!seal.is_edition()) return;
  for (const auto& [name, part] : seal.document->root().at("parts").items()) {
    const auto sealed = seal.parts.find(name);
    if (sealed == seal.parts.end()) {
      diagnostics.error("edition-part", seal.document->at_key(pointer_to_part(name)),
                        "the seal has no part " + quoted(name), put_back_hint);
    } else if (sha256(canonical_json(part)) != sealed->second) {
      diagnostics.error("edition-part", seal.document->at_key(pointer_to_part(name)),
                        "part " + quoted(name) + " is not what was published: its digest is another", put_back_hint);
    } else {
      check_part_form(seal, name, diagnostics);
    }
  }
  check_part_names(seal, diagnostics);
}

// ---- the order ------------------------------------------------------------------------------------------------------

class Chain {
 public:
  Chain(std::vector<Seal> seals, bool complete, Diagnostics& diagnostics)
      : seals_(std::move(seals)), complete_(complete), diagnostics_(diagnostics) {
    std::sort(seals_.begin(), seals_.end(), [](const Seal& a, const Seal& b) {
      return std::tie(a.link.sequence, a.link.file) < std::tie(b.link.sequence, b.link.file);
    });
    for (const Seal& seal : seals_) links_.push_back(seal.link);
  }

  void check() {
    for (std::size_t i = 0; i < seals_.size(); ++i) {
      check_place(i);
      check_number(i);
      if (seals_[i].is_edition()) {
        check_replaces(i);
        check_contents(i);
        check_listed(i);
      } else {
        check_withdrawal(i);
      }
    }
  }

  // Reports attachments that are not there or not what was published, and those that no edition names.
  void check_attachments(const EditionFiles& files) {
    std::set<std::string, std::less<>> named;
    for (std::size_t i = 0; i < seals_.size(); ++i) {
      if (!seals_[i].is_edition()) continue;
      for (const auto& [name, part] : seals_[i].document->root().at("parts").items()) {
        if (name.starts_with(attachment_part) && !is_withdrawn(i, name))
          check_attachment(seals_[i], name, part.at("content"), files, named);
      }
    }
    for (const auto& [digest, bytes] : files.attachments) {
      const Location where{files.folder + "/attachments/" + digest, 0, 0, 1, ""};
      if (sha256(bytes) != digest) {
        diagnostics_.error("edition-attachment", where, "is not what was published: its digest is another",
                           put_back_hint);
      } else if (complete_ && !named.contains(digest)) {
        diagnostics_.warning(
            "edition-file-unknown", where, "is an attachment that no edition names",
            "publish or withdraw again when that was interrupted; otherwise keep it until data/editions was "
            "compared with a copy: an edition may be missing");
      }
    }
  }

  std::vector<ChainLink> take_links() { return std::move(links_); }

 private:
  void error(std::string_view id, const Seal& seal, std::string_view pointer, std::string message,
             const char* hint = put_back_hint) {
    diagnostics_.error(id, seal.document->at(pointer), std::move(message), hint);
  }

  // Sequences run from 1 without gaps, and each link bears the digest of the one before it.
  void check_place(std::size_t i) {
    const Seal& seal = seals_[i];
    const Seal* before = i > 0 ? &seals_[i - 1] : nullptr;
    if (before != nullptr && seal.link.on.first_day() < before->link.on.first_day()) {
      error("edition-sequence", seal, "/seal/published_on",
            "lies before the day of the link before it in the chain, " + before->link.file);
    }
    const int last = before == nullptr ? 0 : before->link.sequence;
    if (seal.link.sequence == last) {
      error("edition-sequence", seal, "/seal/sequence",
            "is link " + std::to_string(last) + " of the chain, as " + before->link.file + " is",
            "one of the two is a copy that does not belong here: remove that");
    } else if (seal.link.sequence != last + 1) {
      // A file that could not be read was reported; it is likely to be the one that is missing here.
      if (complete_) {
        error("edition-sequence", seal, "/seal/sequence",
              "link " + std::to_string(last + 1) + " of the chain is missing before this one",
              "put the missing file back, from a copy of data/editions or from version control; this one may be as it "
              "should be");
      }
    } else if (before == nullptr ? !seal.link.previous.empty() : !bears(seal.link.previous, *before)) {
      error("edition-chain", seal, "/seal/previous",
            before == nullptr ? "the first link of the chain has none before it"
                              : "is not the digest of the link before it, " + before->link.file);
    }
  }

  // True for either digest of a seal whose own two differ: that was reported.
  static bool bears(const std::string& digest, const Seal& seal) {
    return !digest.empty() && (digest == seal.link.digest || digest == seal.computed);
  }

  // The last one before it of the same period and kind; null for the first.
  const Seal* predecessor(const std::size_t of) const {
    for (std::size_t i = of; i-- > 0;) {
      if (seals_[i].link.period_id == seals_[of].link.period_id && seals_[i].link.kind == seals_[of].link.kind)
        return &seals_[i];
    }
    return nullptr;
  }

  void check_number(std::size_t i) {
    const Seal& seal = seals_[i];
    const Seal* before = predecessor(i);
    const int wanted = before == nullptr ? 1 : before->link.number + 1;
    if (!complete_ || seal.link.number == wanted) return;
    error("edition-sequence", seal, seal.is_edition() ? "/seal/edition" : "/seal/withdrawal",
          "number " + std::to_string(wanted) + " should come here in the chain");
  }

  void check_replaces(std::size_t i) {
    const Seal& seal = seals_[i];
    const Seal* before = predecessor(i);
    if (before == nullptr) {
      if (!complete_) return;
      if (!seal.replaces.empty())
        error("edition-chain", seal, "/seal/replaces", "the first edition of a period replaces none");
      if (!seal.link.reason.empty())
        error("edition-chain", seal, "/seal/reason", "the first edition of a period corrects nothing");
      return;
    }
    // Of an edition that is missing between the two it was said.
    if (before->link.number + 1 != seal.link.number) return;
    if (!bears(seal.replaces, *before)) {
      error("edition-chain", seal, "/seal/replaces",
            "is not the digest of the edition before it, " + before->link.file);
    }
    if (seal.link.reason.empty()) error("edition-chain", seal, "/seal/reason", "a correction gives its reason");
  }

  // Whether a later link took a part of an edition out of view.
  bool is_withdrawn(std::size_t edition, const std::string& part) const {
    return std::any_of(links_.begin() + static_cast<std::ptrdiff_t>(edition), links_.end(),
                       [&](const ChainLink& link) { return takes_out(link, part, links_[edition], links_); });
  }

  // A correction leaves out what was withdrawn before it: from the last edition that had it.
  bool was_withdrawn_before(std::size_t edition, const std::string& part) const {
    for (std::size_t at = edition; at-- > 0;) {
      const Seal& seal = seals_[at];
      if (!seal.is_edition() || seal.link.period_id != seals_[edition].link.period_id || !seal.parts.contains(part))
        continue;
      return std::any_of(links_.begin(), links_.begin() + static_cast<std::ptrdiff_t>(edition),
                         [&](const ChainLink& link) { return takes_out(link, part, links_[at], links_); });
    }
    return false;
  }

  // The projects that the period lists and its summary are parts, unless they were withdrawn.
  void check_listed(std::size_t i) {
    const Seal& seal = seals_[i];
    const auto is_known = [&](const std::string& part) {
      return !complete_ || seal.parts.contains(part) || was_withdrawn_before(i, part);
    };
    const auto fault = [&](const std::string& pointer, const std::string& part) {
      diagnostics_.error("edition-form", seal.document->at(pointer), "part " + quoted(part) + " is missing",
                         put_back_hint);
    };
    const std::string summary = std::string(text_part) + "content/periods/" + seal.link.period_id + "/summary.md";
    if (!is_known(summary)) fault("/seal/parts", summary);
    const Json& root = seal.document->root();
    const std::string pointer = "/parts/period/content/projects";
    if (!root.contains(Json::json_pointer(pointer))) return;
    const Json& projects = root.at(Json::json_pointer(pointer));
    if (!projects.is_array()) return;
    for (std::size_t k = 0; k < projects.size(); ++k) {
      if (!projects[k].is_string()) continue;
      const std::string part = std::string(project_part) + projects[k].get<std::string>();
      if (!is_known(part)) fault(pointer + "/" + std::to_string(k), part);
    }
  }

  // What was sealed is there, unless it was withdrawn.
  void check_contents(std::size_t i) {
    const Seal& seal = seals_[i];
    const Json& contents = seal.document->root().at("parts");
    const bool is_gone =
        is_withdrawn(i, "period") && std::all_of(seal.parts.begin(), seal.parts.end(),
                                                 [&](const auto& part) { return is_withdrawn(i, part.first); });
    if (is_gone && !contents.empty()) {
      diagnostics_.warning("withdrawal-unfinished", seal.document->at("/parts"),
                           "this edition was withdrawn as a whole, and parts of it still stand in the file",
                           "run the same withdrawal again: it takes them out of the file");
      return;
    }
    for (const auto& [name, digest] : seal.parts) {
      const bool is_there = contents.contains(name);
      if (is_there && is_withdrawn(i, name)) {
        diagnostics_.warning("withdrawal-unfinished", seal.document->at_key(pointer_to_part(name)),
                             "part " + quoted(name) + " was withdrawn, and still stands in the file",
                             "run the same withdrawal again: it takes the part out of the file");
      } else if (!is_there && !is_withdrawn(i, name)) {
        // A file that could not be read, reported already, may be the withdrawal.
        if (complete_)
          error("edition-part", seal, "/parts", "part " + quoted(name) + " is missing, and no withdrawal names it");
      }
    }
  }

  void check_withdrawal(std::size_t i) {
    const Seal& seal = seals_[i];
    if (!complete_) return;
    const auto is_edition_of_it = [&](std::size_t k, int number) {
      return seals_[k].is_edition() && seals_[k].link.period_id == seal.link.period_id &&
             seals_[k].link.number == number;
    };
    bool is_known = true;
    for (std::size_t k = 0; k < seal.link.editions.size(); ++k) {
      const int number = seal.link.editions[k];
      bool exists = false;
      for (std::size_t at = 0; at < i; ++at) exists = exists || is_edition_of_it(at, number);
      if (exists) continue;
      error("edition-part", seal, "/seal/editions/" + std::to_string(k),
            "withdraws from edition " + std::to_string(number) + " of " + seal.link.period_id +
                ", which is not before it");
      is_known = false;
    }
    // What it withdraws may be of the edition that is missing.
    if (!is_known) return;
    check_whole(i);
    for (std::size_t k = 0; k < seal.link.parts.size(); ++k) {
      const std::string& part = seal.link.parts[k];
      bool was_published = false;
      for (std::size_t at = 0; at < i; ++at)
        was_published =
            was_published || (seals_[at].parts.contains(part) && takes_out(seal.link, part, links_[at], links_));
      if (was_published) continue;
      error("edition-part", seal, "/seal/parts/" + std::to_string(k),
            "withdraws " + quoted(part) + ", which none of these editions has");
    }
  }

  // What an edition cannot be told without goes only with all of it, and only from an edition that was replaced.
  void check_whole(std::size_t i) {
    const Seal& seal = seals_[i];
    const auto& parts = seal.link.parts;
    const auto basic = std::find_if(parts.begin(), parts.end(), [&](const std::string& part) {
      return !may_be_withdrawn_alone(part, seal.link.period_id);
    });
    if (basic == parts.end()) return;
    const std::string pointer = "/seal/parts/" + std::to_string(basic - parts.begin());
    for (std::size_t at = 0; at < i; ++at) {
      if (!seals_[at].is_edition() || !takes_out(seal.link, *basic, links_[at], links_)) continue;
      const auto is_gone = [&](const auto& part) {
        return std::any_of(links_.begin(), links_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                           [&](const ChainLink& link) { return takes_out(link, part.first, links_[at], links_); });
      };
      const bool whole = std::all_of(seals_[at].parts.begin(), seals_[at].parts.end(), is_gone);
      const bool replaced =
          std::any_of(seals_.begin(), seals_.begin() + static_cast<std::ptrdiff_t>(i), [&](const Seal& other) {
            return other.is_edition() && other.link.period_id == seal.link.period_id &&
                   other.link.number > links_[at].number;
          });
      if (whole && replaced) continue;
      error("edition-part", seal, pointer,
            "withdraws " + quoted(*basic) +
                (whole ? " of the newest edition" : " and leaves other parts of " + links_[at].file));
      return;
    }
  }

  // Its form was judged; what has another one has no bytes to look for.
  void check_attachment(const Seal& seal, const std::string& name, const Json& content, const EditionFiles& files,
                        std::set<std::string, std::less<>>& named) {
    if (!content.is_object() || !content.contains("sha256") || !content.at("sha256").is_string()) return;
    const std::string digest = content.at("sha256");
    if (!is_digest(digest)) return;
    named.insert(digest);
    const auto bytes = files.attachments.find(digest);
    if (bytes == files.attachments.end()) {
      error("edition-attachment", seal, pointer_to_part(name), files.folder + "/attachments/" + digest + " is missing");
    } else if (content.contains("size") && content.at("size") != bytes->second.size()) {
      error("edition-attachment", seal, pointer_to_part(name) + "/content/size",
            files.folder + "/attachments/" + digest + " is " + std::to_string(bytes->second.size()) + " bytes long");
    }
  }

  std::vector<Seal> seals_;
  std::vector<ChainLink> links_;  // Of these.
  bool complete_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool takes_out(const ChainLink& withdrawal, std::string_view part, const ChainLink& edition,
               const std::vector<ChainLink>& chain) {
  if (withdrawal.kind == ChainLink::Kind::edition || edition.kind == ChainLink::Kind::withdrawal) return false;
  if (edition.sequence > withdrawal.sequence) return false;
  if (std::find(withdrawal.parts.begin(), withdrawal.parts.end(), part) == withdrawal.parts.end()) return false;
  const bool is_history = is_history_of(part, withdrawal.period_id);
  if (!is_history && edition.period_id != withdrawal.period_id) return false;
  int number = is_history ? 0 : edition.number;
  for (const ChainLink& link : chain) {
    if (is_history && link.kind == ChainLink::Kind::edition && link.period_id == withdrawal.period_id &&
        link.sequence < edition.sequence)
      number = link.number;
  }
  return std::find(withdrawal.editions.begin(), withdrawal.editions.end(), number) != withdrawal.editions.end();
}

std::vector<ChainLink> read_chain(const EditionFiles& files, Diagnostics& diagnostics, bool attachments) {
  std::vector<std::pair<std::string, std::shared_ptr<const Document>>> documents(files.documents.begin(),
                                                                                 files.documents.end());
  std::vector<std::optional<Seal>> read(documents.size());
  parallel_for(documents.size(), 0, [&](std::size_t i) {
    read[i] = read_seal(documents[i].first, documents[i].second, diagnostics);
    if (read[i]) {
      check_document(*read[i], diagnostics);
    } else {
      check_bytes(*documents[i].second, diagnostics);
    }
  });
  std::vector<Seal> seals;
  for (std::optional<Seal>& seal : read) {
    if (seal) seals.push_back(std::move(*seal));
  }
  // What could not be read was reported; of what is missing then, nothing can be said.
  const bool complete = files.complete && seals.size() == documents.size();
  Chain chain(std::move(seals), complete, diagnostics);
  chain.check();
  if (attachments) chain.check_attachments(files);
  return chain.take_links();
}

}  // namespace stoplicht

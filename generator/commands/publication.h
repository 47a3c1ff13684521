#pragma once
#include <map>
#include <optional>
#include <string>

#include "commands/publish.h"
#include "commands/refusal.h"
#include "commands/signing.h"
#include "model/edition.h"
#include "model/seal.h"
#include "write/editions.h"

namespace stoplicht {

inline constexpr std::string_view edition_folder = "data/editions/";

// What publish, correct and withdraw have in common: one new link of the chain. Throws Refusal.
class Publication {
 public:
  // Refuses a day that is none or is still to come, and a key that is not the site's.
  explicit Publication(const PublishOptions& options);

  const Date& day() const { return day_; }
  // The reason, without white space around it. `hint` is of what to write.
  std::string reason(const std::string& of, const std::string& hint) const;

  // Of the next link of the chain.
  SealFields fields(const Archive& archive, const std::string& period_id, int number) const;

  // Makes the commit of `files` of a document, with its signature. What is sealed for ever must be readable: the chain
  // is read with it before anything is written.
  void seal(const Archive& archive, const SealFields& fields, const Json& document, EditionWrite& files) const;
  void write(const Archive& archive, EditionWrite files) const;  // Nothing with --dry-run.

 private:
  void refuse_lost_editions(const Archive& archive) const;

  const PublishOptions& options_;
  Date day_;
  std::optional<Signer> signer_;
  bool needs_key_ = false;  // There is none, and the site asks for one.
};

[[noreturn]] void refuse_unreadable(const Diagnostics& diagnostics, MessageLanguage language);

}  // namespace stoplicht

#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/edition.h"
#include "model/seal.h"

namespace stoplicht {

// Where whole sentences or names of what is withdrawn stay.
struct Echo {
  // What takes it out of view there.
  enum class Way {
    alone,    // It is a part that can be withdrawn by itself.
    report,   // It goes with the report of a project of the same period.
    edition,  // A correction, and then all of the edition before it.
    shared,   // The same, with what shared files say now.
  };
  std::string where;  // "2021-05@v1 letters/huizen"
  Way way = Way::alone;
  std::string report;  // "projects/ggz", of a report.
  std::string words;   // The first sentence or name of those, as it stands there.
};

// What it means to take parts of a published period out of view.
class Withdrawal {
 public:
  // `number`: of the only edition to take them from; 0: all of the period, of which there is one at least. `asked`:
  // "letters/hilversum", "projects/ggz", "T20-27", or the names of parts; none: all parts of the one edition, which
  // must have been replaced. `archive` must outlive it.
  Withdrawal(const Archive& archive, const std::string& period_id, int number, const std::vector<std::string>& asked);

  const std::string& unknown() const { return unknown_; }  // The first asked for that is no part; may be empty.
  std::vector<std::string> short_names() const;            // Of all that can be asked for.
  const std::vector<std::string>& parts() const { return parts_; }  // What was asked for, and what goes with it.
  // What of it was not withdrawn before: what the seal is to say. No parts: there is nothing left to withdraw.
  const WithdrawnParts& left() const { return left_; }
  const ChainLink* earlier(const std::string& part) const;  // What withdrew it before; null: nothing did.
  // "2020-07@v1": the editions that it is taken from.
  std::vector<std::string> editions_of(const std::string& part) const;

  // By file, the editions without what is withdrawn here and what was before, as far as they still have it.
  std::map<std::string, Json> documents() const;
  std::vector<std::string> unused_attachments()
      const;  // Digests of withdrawn bytes that then no edition names any more.

  // Short names of attachments that no text of these editions names but what is withdrawn.
  std::vector<std::string> orphans() const;
  std::vector<Echo> echoes() const;
  // By "2021-05", what can be asked for there to withdraw the same bytes: another edition shows the same file.
  std::map<std::string, std::vector<std::string>> same_files() const;

 private:
  bool add(const std::string& part);
  bool find(const std::string& asked);
  void take_all();
  bool is_asked_of(const Edition& edition) const;
  // What is to be taken from the edition now.
  bool takes(const Edition& edition, const std::string& part) const;
  bool goes(const Edition& edition,
            const std::string& part) const;  // Or was taken from it before, and may still stand in the file.
  void fill_left();
  std::string page_of(const Edition& edition, const std::string& part) const;
  std::string words_of_newest() const;
  Echo echo_in(const Edition& edition, const std::string& part) const;

  const Archive& archive_;
  const std::string period_id_;
  const int number_;
  const bool whole_;
  std::string unknown_;
  std::vector<std::string> candidates_;
  std::vector<std::string> parts_;
  ChainLink asked_;  // Of all of them, also those that were withdrawn before.
  WithdrawnParts left_;
};

}  // namespace stoplicht

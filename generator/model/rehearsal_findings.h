#pragma once
#include <vector>

#include "model/rehearsal.h"

// The parts of rehearse(): what no rule of `check` says, because a period can be published with it. Each adds what it
// finds to `out`, in no order.
namespace stoplicht {

void find_gaps(const Period& draft, std::vector<Finding>& out);   // Lights, texts, values and sources.
void find_jumps(const Period& draft, std::vector<Finding>& out);  // Against the last known value.
// Numbers of texts that contradict a figure, or would when it changes.
void find_numbers(const Site& site, const Period& draft, std::vector<Finding>& out);
// Numbers of commitments that are in no register, in letters and summary.
void find_unknown_commitments(const Site& site, const Period& draft, std::vector<Finding>& out);
void find_long_sentences(const Period& draft, std::vector<Finding>& out);
// Commitments and announcements whose day came by the day of the draft's report.
void find_promises(const Site& site, const SiteFolder& folder, const Period& draft, std::vector<Finding>& out);

// To which draft, programme and project the place of a diagnostic belongs.
class Owners {
 public:
  Owners(const Site& site, const std::vector<const Period*>& drafts);
  void assign(Finding& finding);

 private:
  // From this place in its file on, until the next: a project, or none.
  struct Span {
    int line = 0, column = 0;
    const Programme* programme = nullptr;
    const Project* project = nullptr;
  };
  struct OfDraft {
    const Period* period = nullptr;
    std::vector<Span> spans;  // In the order of the file.
  };
  std::vector<Span> spans_of(const Period& draft) const;

  const Site& site_;
  std::vector<OfDraft> drafts_;  // Their spans are looked for when a diagnostic needs them.
};

// Where a diagnostic with its owners is mended in the form. Nothing: it stands in no sheet.
std::optional<SheetPlace> sheet_place_of(const Finding& finding);

std::vector<Completeness> completeness_of(const Site& site, const Period& draft);

// The item of a list in a period's file that names `id`: "/projects/3" for ("/projects", "project", "ggz"). The
// list's own pointer when none does.
std::string pointer_to_item(const Document& document, const std::string& list, const char* key, std::string_view id);

}  // namespace stoplicht

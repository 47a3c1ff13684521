#pragma once
#include <functional>
#include <string>
#include <vector>

#include "views/frame.h"

// What a page of a period says of its publication: as which edition it was published, whether that was corrected,
// replaced or withdrawn in part, and whether there is a newer period.
namespace stoplicht {

// What such a page is about.
struct PeriodSubject {
  enum class Kind { period, project, text, stone } kind = Kind::period;  // A stone: what tells of a withdrawn part.
  std::string id = {};  // A project's id, or a text's path below the period's folder of content/: "letters/hilversum".
                        // Empty for the period.
};

// The subject of a text of content/periods/<id>/.
PeriodSubject subject_of(const Text& text, const Period& period);

// Adds to the frame of a page in the folder of `period`: fact, notices, corrected values, versions and citation. The
// frame has its address, facts, notices and ways to other periods.
void tell_edition(const Scene& scene, const Period& period, const PeriodSubject& subject, Frame& frame);

// The same of a page at another address that shows the newest period: as which edition, whether that was corrected, and
// what was taken out of view.
void tell_edition_elsewhere(const Scene& scene, const Period& period, Frame& frame);

// Says of what was taken out of view of the newest edition of a period, when and why, where `is_about` holds for the
// name of the part: "text:content/commitments/T20-27.md".
void tell_withdrawn_where(const Scene& scene, const Period& period,
                          const std::function<bool(const std::string&)>& is_about, Frame& frame);

// The newest edition of an earlier period that was corrected after the edition in whose world the scene is: what that
// world tells of the period is no longer what holds. Null in the site of today, and when there was no such correction.
const Edition* corrected_since(const Scene& scene, const Period& period);

// The period as its newest edition tells it; itself when it was not published or not replaced.
const Period& newest_edition_of(const Period& period);

std::string edition_name(const Scene& scene, const Edition& edition);   // "editie 2"
std::string edition_cited(const Scene& scene, const Edition& edition);  // "editie 2 van 11 mei 2023"

// "Ingetrokken op 3 november 2022. De reden: een naam."
std::string withdrawn_text(const Scene& scene, const WithdrawnPart& part);

// "periodes/2020-07/v1": the folder of an edition that was replaced.
std::string folder_of_replaced(const Edition& edition);

// Where a link of the chain stands on the page at editions_address: "editie_2020-07_2".
std::string register_fragment(const std::string& period_id, ChainLink::Kind kind, int number);

// A reason, for a sentence that has a full stop itself.
std::string without_stop(const std::string& sentence);

// Whether the period has a page of this name in its folder: "index.html", "brieven/hilversum.html".
bool has_page(const Period& period, const std::string& name);

// A part that was taken out of view, as people know it.
struct Stone {
  const WithdrawnPart* part = nullptr;
  std::string name;     // "Brief ‘hilversum’"
  std::string address;  // Of the page that it had to itself; empty: it had none.
};
std::string name_of_part(const Scene& scene, const Period& period, const std::string& part);
std::vector<Stone> stones_of(const Scene& scene, const Period& period);

// To what a correction changed; where the edition before it or the correction itself was withdrawn, to the notice of
// that.
NoticeLink correction_link(const Scene& scene, const Edition& correction);

// Two editions of a period of which one was withdrawn as a whole, and where their comparison was.
struct GoneComparison {
  const Edition* gone = nullptr;
  const Edition* other = nullptr;
  std::string address;
};
std::vector<GoneComparison> gone_comparisons(const Scene& scene);

}  // namespace stoplicht

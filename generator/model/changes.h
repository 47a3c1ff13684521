#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

// What is different between two periods, or two editions of one period: computed, never typed.
// The two may come from different worlds (see edition.h), so that things are the same by their id, not by their address
// in memory. Pointers are into the worlds compared and live as long as they do.
namespace stoplicht {

// A period in its world.
struct Moment {
  const Site* site = nullptr;
  const Period* period = nullptr;
  // By path in the site folder, the SHA-256 of the bytes. Null: those of the period's edition; of a period without one
  // the bytes of attachments are not compared.
  const std::map<std::string, std::string>* attachments = nullptr;

  bool is_withdrawn(std::string_view part) const;  // "project:ggz", from the period's edition.
};

// How a project's light moved. To blue (completed) is always sideways: "completed" does not say whether the goal was
// reached. Between two editions no light is better or worse, but sideways: a correction tells what was so all along.
enum class LightMove {
  better,     // From a worse light to a better one: red → amber → green.
  worse,      // The other way.
  same,       // The same light: by status and label within one scale, by meaning between two.
  sideways,   // Another light, neither better nor worse: on hold, not started, completed, back from these; or another
              // status with the same light.
  told,       // Not reported before, and now it is; also when the period before tells of no project by itself.
  untold,     // Reported before, and now it is not; also when the period after tells of no project by itself.
  started,    // No report before: the project is new here.
  stopped,    // No report after: it ended, merged, or is not told of.
  withdrawn,  // One side's report was taken out of view, so that nobody can compare.
};

// One project, on either side.
struct ProjectChange {
  const ProjectReport* before = nullptr;  // Null: the period before has none.
  const ProjectReport* after = nullptr;   // Null: the period after has none.
  LightMove move = LightMove::same;
  bool renamed = false;
  bool renumbered = false;
  // Why it is new or gone, as far as the site folder says: ended, merged into, split from, continues. Null when it does
  // not. Up to the later period. The line may stand on another project: on the one that continues or was split from
  // this one.
  const Lineage* lineage = nullptr;
  std::vector<const Project*> relatives;  // The other projects of such lines: what it came from, or went on in.
  const Project& project() const;         // As the newer side knows it, or else the older.
  bool has_kin() const;                   // By its lineage it went on in another project, or came from one.
  bool differs() const;                   // The light, the name or the number is not the same.
};

// One indicator, on either side. At least one side measures it.
struct FigureChange {
  const Indicator* indicator = nullptr;  // As the newer side knows it, or else the older.
  const Measurement* before = nullptr;   // Null: absent there.
  const Measurement* after = nullptr;
  std::optional<double> difference;  // after - before, when both are exactly or about known, and count the same.
  bool counts_otherwise = false;     // The two sides do not count the same: another unit or another thing.
  std::optional<Quantity> target_before, target_after;
  bool target_moved = false;  // Also when only its qualifier differs, or one side has no goal.
  std::string decision;       // What moved it; may be empty.
  bool better = false,
       worse = false;    // By the indicator's direction; both false when the same, not known, or between two editions.
  bool differs() const;  // The value, the forecast or the target. "At least 430" is not 430.
};

// A line of a programme's budget, or its total (empty measure).
struct BudgetChange {
  std::string programme_id, programme, measure_id, measure;
  int year = 0;  // Of a measure that both sides have: one year of it. 0: all years together.
  std::optional<std::int64_t> before, after;  // Whole euros; empty: not there.
  // Who spends it, when that is another one; the amount may be the same. Empty: not named.
  std::string financer_before, financer_after;
};

// That a commitment lapsed is not told: the register does not say when.
enum class CommitmentMove {
  made,           // After the day of the report before, up to that of the report after.
  closed,         // By a letter of a period after the one before, up to the one after.
  overdue,        // Its term passed between the two days, and it was not closed by the later one. Lapsed ones are not.
  still_overdue,  // The same, but its term had passed on the day of the report before: nothing that changed.
};
struct CommitmentChange {
  const Commitment* commitment = nullptr;
  CommitmentMove move = CommitmentMove::made;
};

// A piece of a text, in the order of reading.
struct TextPiece {
  enum class Kind { same, removed, added } kind = Kind::same;
  std::string text;
};

// A text that is not the same: a word in the data (a name, a cause, a note), or Markdown.
struct TextChange {
  // What it is of: a project's, programme's, indicator's, organisation's, commitment's or period's id; a file's path
  // below the period's folder without ".md" ("letters/hilversum"); "commitments/T20-27" of a closure; "site", "scale",
  // "glossary" or "landscape"; of an attachment its path in the site folder.
  std::string subject;
  // Of a text the key in the formats: "summary", "cause", "name", "text"; within a list with its place, the newer one
  // when it has one: "attachments/0/title", "announces/2" for one added or removed as a whole. Of other values a JSON
  // pointer into the file, or of what stands in a shared file into the object: "/sources/0/url", "/until".
  std::string key;
  std::string project_id;         // Of a project; empty for others.
  std::string before, after;      // Either may be empty: added or removed as a whole.
  std::vector<TextPiece> pieces;  // Of a text. Together: before without the added ones, after without the removed.
};

struct Changes {
  Moment before, after;
  bool between_editions() const;  // Of one period. Else the two are different periods.
  // Both lists of statuses say the same in words and lights. False: lights were compared by meaning (green, amber,
  // red).
  bool same_scale = true;
  std::vector<ProjectChange> projects;  // All projects of either side, in the order of the newer, then those gone.
  std::vector<FigureChange> figures;    // Totals first, then by project, all that either side measures.
  std::vector<BudgetChange> budgets;    // Only what differs.
  std::vector<CommitmentChange> commitments;  // Empty between two editions of one period.
  // Between two editions of one period only: every text that differs. Between periods texts are new by nature.
  std::vector<TextChange> texts;
  // Between two editions: all other values that differ: dates, sources, events, values by council, attachments by
  // digest, what shared files say of what the period tells, and the lights and values of the periods before it. As the
  // files write them; null for a value that is known not to be known, empty for one that is absent.
  std::vector<TextChange> others;
  // By name, the parts that were taken out of view of either side: see leave_out_withdrawn().
  std::vector<std::string> withdrawn;

  long count(LightMove move) const;
  bool empty() const;  // Nothing differs.
};

// How a commitment stood on the day of a period's report, as far as the register tells.
enum class CommitmentState {
  waiting,  // Not closed by then.
  overdue,  // The same, and its term had passed.
  closed,
  lapsed,  // It is now; the register does not say since when.
};
CommitmentState state_on(const Commitment& commitment, const Period& then);

// `present`: the site of today, for the register of commitments. The same period's id on both sides: between two
// editions. Then nothing that the period's pages tell can differ without being in what is returned.
Changes compare(const Moment& before, const Moment& after, const Site& present);

// Between two editions, takes from figures, texts and others what only one side can still tell, because it was
// withdrawn from the other: that it was not there before, nobody says. The projects stay, see LightMove::withdrawn.
// Fills `withdrawn`.
void leave_out_withdrawn(Changes& changes);

// The readable difference of two texts: by paragraphs, within these by sentences, within these by words. No piece is
// less than a word, but white space that differs. What has little in common is replaced as a whole. Takes time in the
// order of the texts' length: very long stretches without anything in common are not looked into.
std::vector<TextPiece> text_difference(std::string_view before, std::string_view after);

// From worst to best of the lights that can be ranked; nothing for grey (not started, not reported), blue and purple
// that are neither better nor worse. See LightMove.
std::optional<int> rank(Light light);

}  // namespace stoplicht

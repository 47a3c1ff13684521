#pragma once
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "load/site_folder.h"
#include "model/reader.h"
#include "model/site.h"

// What the files of this room share while a model is being built; no other room includes it.
namespace stoplicht {

// As the data names them.
inline constexpr std::array<Choice<Unit>, 3> unit_names{
    {{"count", Unit::count}, {"percent", Unit::percent}, {"euro", Unit::euro}}};

// Things by their id, so that a reference costs no search and an unknown one gets a hint.
template <typename T>
class Index {
 public:
  explicit Index(std::string_view noun) : noun_(noun) {}

  // False, and nothing changes, when the id is taken already.
  bool add(std::string_view id, T* item) { return items_.emplace(id, item).second; }

  T* find(std::string_view id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }

  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> ids;
    for (const auto& [id, item] : items_) ids.push_back(id);
    return ids;
  }

  std::string_view noun() const { return noun_; }

  // Not all of them could be read: an unknown id is then no fault.
  bool incomplete = false;

 private:
  std::string_view noun_;
  std::map<std::string_view, T*> items_;
};

// Where a commitment stands in its file, for rules that are checked after the letters are read.
struct CommitmentEntry {
  Commitment* commitment = nullptr;
  std::string pointer;
  bool status_known = false;    // False after a fault in its status: nothing follows from it then.
  bool closure_missed = false;  // There is a closure text, but it could not be read.
  const Letter* closed_by = nullptr;
};

struct Reading {
  const SiteFolder& folder;
  Diagnostics& diagnostics;
  Site& site;

  Index<StatusScale> scales{"status scale"};
  Index<Organisation> organisations{"organisation"};
  Index<Programme> programmes{"programme"};
  Index<Project> projects{"project"};
  Index<Indicator> indicators{"indicator"};
  Index<Period> periods{"period"};
  Index<Commitment> commitments{"commitment"};

  Severity explanation = Severity::warning;           // Of light-unexplained, by rules.explanation.
  std::set<std::string, std::less<>> unreadable{};    // Files with a fault already when building began.
  std::vector<CommitmentEntry> commitment_entries{};  // In the order of the file.
  std::unordered_map<const Commitment*, std::size_t> commitment_entry{};
  std::unordered_set<const MarkdownDocument*> progress_read{};
  std::unordered_set<const Period*> kind_known{};  // Read without a fault, so that rules may look at it.
  std::unordered_set<const Period*> depth_known{};
  std::unordered_set<const Period*> with_letters{};  // Readable or not.
  bool letters_missed = false;                       // Some letter, or what it closes, could not be read.
  std::unordered_set<const Organisation*> organisation_kind_known{};
  std::unordered_set<const Project*> councils_missed{};  // Some of their councils may be missing.
  mutable int hints_left = 500;                          // A hint compares with every id: not without end.

  // True when the file, or a folder that it would stand in, is there but could not be read.
  bool missed(std::string_view path) const;

  // The file, or null when there is none or it could not be read.
  const Document* data(std::string_view path) const;
};

constexpr std::string_view site_path = "data/site.json";
constexpr std::string_view organisations_path = "data/organisations.json";
constexpr std::string_view programmes_path = "data/programmes.json";
constexpr std::string_view commitments_path = "data/commitments.json";
constexpr std::string_view periods_folder = "data/periods/";

// "content/periods/2020-07/": where the texts of a period stand.
std::string content_folder(const Period& period);

// The hint for an unknown id.
template <typename T>
std::string hint_for(const Reading& reading, const Index<T>& index, std::string_view id) {
  if (reading.hints_left <= 0) return "";
  --reading.hints_left;
  const auto ids = index.ids();
  if (ids.empty()) return "there is no " + std::string(index.noun()) + " yet";
  return one_of_hint(id, ids);
}

// What an id refers to; null, after one report, when there is no such thing or it is no municipality. `as_key`: the id
// is the key at this place, not the value.
const Organisation* resolve_municipality(const Reading& reading, std::string_view id, const Place& place,
                                         bool as_key = false);

// What an id refers to; null, after one report, when there is no such thing.
template <typename T>
T* resolve(const Reading& reading, const Index<T>& index, std::string_view id, const Place& place) {
  if (id.data() == nullptr) return nullptr;
  T* found = index.find(id);
  if (found == nullptr && !index.incomplete) {
    reading.diagnostics.error("reference-unknown", place.value(),
                              "unknown " + std::string(index.noun()) + " " + in_quotes(id),
                              hint_for(reading, index, id));
  }
  return found;
}

template <typename T>
T* resolve(const Reading& reading, const Index<T>& index, ObjectReader& object, std::string_view key) {
  T* found = resolve(reading, index, object.word(key), object.place().member(key));
  if (found == nullptr) object.set_faulty();
  return found;
}

template <typename T>
T* resolve_optional(const Reading& reading, const Index<T>& index, ObjectReader& object, std::string_view key) {
  T* found = resolve(reading, index, object.optional_word(key), object.place().member(key));
  if (found == nullptr && object.has(key)) object.set_faulty();
  return found;
}

// Reports the second thing with an id. `everywhere`: the first may stand in another list of the same kind.
void report_second_id(std::string_view noun, const std::string& id, ObjectReader& object, bool everywhere);

// Reports an id that something else of the same kind has already.
template <typename T>
void check_id_is_own(const Index<T>& index, const T& item, ObjectReader& object) {
  if (item.id.empty()) return;
  const T* first = index.find(item.id);
  if (first != nullptr && first != &item) report_second_id(index.noun(), item.id, object, true);
}

// The same for ids that need to be different only inside one list.
void check_id_is_new(std::set<std::string, std::less<>>& seen, const std::string& id, std::string_view noun,
                     ObjectReader& object);

// Reads "from" and "until", and reports when the end lies before the start.
void read_span(ObjectReader& object, std::optional<Date>& from, std::optional<Date>& until);

// Reads an address of the web (http or https), or with `site_too` also one of the site itself
// ("/privacy.html"). "" when absent or faulty.
std::string read_url(ObjectReader& object, std::string_view key, bool site_too = false);

// The name of a file without its folder and without `extension`.
std::string_view stem(std::string_view path, std::string_view extension);

// Chronological: by reported_on, then by the end, then by the start of the time reported on.
bool is_earlier(const Period& a, const Period& b);

// True when the list holds at least one item, faulty or not.
bool lists_anything(const Document& document, std::string_view key);

// ---- the steps, in the order of build_model ----
void register_all(Reading& reading);
void read_site(Reading& reading);
void read_organisations(Reading& reading);
void read_programmes(Reading& reading);
std::optional<Budget> read_budget(Reading& reading, ObjectReader& programme);
void read_indicators(Reading& reading, ObjectReader& object);
void read_commitments(Reading& reading);
void read_periods(Reading& reading);
void read_reports(Reading& reading, Period& period, ObjectReader& object, bool scale_known);
// The key "by_council"; the rest of the measurement is read already.
void read_council_values(Reading& reading, ObjectReader& object, Measurement& measurement);
void read_content(Reading& reading);
void read_letter(Reading& reading, Period& period, const std::string& path, const MarkdownDocument& document);
std::unique_ptr<ContentPage> read_page(Reading& reading, Period* period, const std::string& path,
                                       const MarkdownDocument& document);
void read_terms(Reading& reading, ObjectReader& object, ContentPage& page);  // After page.period is set.

// What letters and documents have in common. `file`: theirs; what they attach lies beside it.
std::vector<Attachment> read_attachments(Reading& reading, ObjectReader& object, const std::string& file);
// An empty list is reported with `hint`.
std::vector<const Organisation*> read_councils(Reading& reading, ObjectReader& object, bool required, std::string hint);

// Sets the light that the project's rule gives in this period, and what it rests on; nothing when there is no rule or
// too little is known. The report's measurements are read.
void compute_light(ProjectReport& report);

void read_summary(Reading& reading, Period& period, const MarkdownDocument& document);
// Reports that a file's name cannot be part of an address.
void report_file_name(Reading& reading, const MarkdownDocument& document, const std::string& name);

void check_period_order(Reading& reading);
void check_period_overlap(Reading& reading);
void check_depth(Reading& reading);
void check_explanation(Reading& reading, const ProjectReport& report, ObjectReader& object);
void check_override(Reading& reading, const ProjectReport& report, ObjectReader& object);
void check_commitments(Reading& reading);
void check_unused_data(Reading& reading);
void check_placeholders(Reading& reading);
void judge_overdue(Site& site);

}  // namespace stoplicht

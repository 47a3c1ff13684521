#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "load/document.h"
#include "model/content.h"

// The domain, as councils use its words; see the glossary in README.md. Built by build_model,
// immutable afterwards. Pointers between parts are never null unless said so, and live as long as
// the Site. "Empty" text means that the site folder does not give it.
namespace stoplicht {

struct Category;
struct Commitment;
struct Edition;
struct Indicator;
struct Letter;
struct Organisation;
struct Period;
struct Programme;
struct Project;
struct StatusScale;

// ---- status ---------------------------------------------------------------------------------

enum class Light { green, amber, red, blue, purple, grey };
std::string_view light_id(Light light);  // "green", as the formats name it.

struct Status {
  std::string id;       // "on-track"
  std::string label;    // "Op koers"
  std::string meaning;  // One sentence for the reader.
  Light light = Light::grey;
  std::string shape;  // One of the theme's shapes: check, warning, cross, pause, ring, flag, question.
  int order = 0;      // Position in the scale's list, from 0; the order on screen.
  bool needs_explanation() const { return light == Light::amber || light == Light::red; }
  bool told() const { return id != "not-reported"; }
  const StatusScale* scale = nullptr;
};

struct StatusScale {
  std::string id;
  std::string name;
  std::vector<Status> statuses;  // In the order of the file. Always holds "not-reported".
  const Status* find(std::string_view id) const;
  const Status& not_reported() const;
};

// ---- who ------------------------------------------------------------------------------------

enum class OrganisationKind { municipality, region, body, ministry, partner };

struct Membership {
  const Organisation* of = nullptr;
  std::optional<Date> from, until;
};

struct Organisation {
  std::string id, name, short_name, description, url;
  OrganisationKind kind = OrganisationKind::partner;
  std::vector<Membership> member_of;
};

// The praatplaat: for whom the programmes are, and who helps whom.
struct TargetGroup {
  std::string id, name, description;
};

struct Party {
  const Organisation* organisation = nullptr;
  std::optional<std::vector<const TargetGroup*>> serves;  // Empty: the source does not say whom.
  std::string note;                                       // "in oprichting"
};

struct Landscape {
  std::string title;
  std::vector<TargetGroup> groups;  // In the order of the picture: nearest to the goal first.
  std::vector<Party> parties;
  std::vector<std::string> partners;  // Who stand around it: "Ondernemers".
  std::string source, note;
};

// ---- programmes -----------------------------------------------------------------------------

enum class Qualifier { exactly, about, at_least, more_than };

// A number as the source states it.
struct Quantity {
  double value = 0;
  Qualifier qualifier = Qualifier::exactly;
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

enum class Unit { count, percent, euro };
enum class Direction { up, down };  // Which way is better.

struct Target {
  Quantity quantity;
  const Period* from = nullptr;  // The first period in which it holds.
  std::string decision;          // What moved it here; required from the second target on.
};

struct Indicator {
  std::string id, name, description;
  Unit unit = Unit::count;
  std::string unit_label;    // What is counted: "inwoners". Empty for percent and euro.
  std::string target_label;  // What the target is when it is no goal: "beschikbaar".
  Direction direction = Direction::up;
  bool cumulative = false;
  std::optional<Quantity> baseline;
  std::optional<Date> baseline_date;
  std::vector<Target> targets;       // By period, oldest first.
  const Project* project = nullptr;  // Null: an indicator of programmes (a total).
  std::vector<const Programme*> programmes;

  const Target* target_in(const Period& period) const;      // The one in force; null when none is.
  const Target* target_before(const Target& target) const;  // The one it replaced; null for the first.
};

struct Category {
  std::string id, name, description;
  const Programme* programme = nullptr;
};

enum class LineageKind { continues, split_from, merged_into, ended };

struct Lineage {
  LineageKind kind = LineageKind::ended;
  const Project* project = nullptr;  // Null for ended.
  const Period* period = nullptr;    // Null when the site folder does not say.
  std::string note;
};

// A project's own rule for its computed light: share of target against share of time.
struct StatusRule {
  const Indicator* indicator = nullptr;
  double at_risk_below = 0;  // Of (actual / target) / (time gone / whole time).
  double off_track_below = 0;
};

enum class Following { figures, words };  // Followed by figures, or only in words ("kwalitatief").

struct Project {
  std::string id;    // For ever; also its address.
  std::string name;  // Its newest name.
  std::string description;
  const Programme* programme = nullptr;
  const Category* category = nullptr;  // Null when it has none.
  Following following = Following::figures;
  std::optional<Date> from, until;
  std::vector<const Organisation*> councils;  // Whose local project it is; empty: everybody's.
  std::vector<const Indicator*> indicators;
  std::vector<Lineage> lineage;
  std::optional<StatusRule> rule;
};

struct BudgetMeasure {
  std::string id, name;
  const Project* project = nullptr;        // Null when it belongs to none.
  const Organisation* financer = nullptr;  // Who spends: the "Financier" column.
  std::map<int, std::int64_t> years;       // Whole euros.
  std::int64_t total = 0;                  // Checked: the sum of years.
};

struct Budget {
  std::vector<BudgetMeasure> measures;
  std::map<int, std::int64_t> years;  // Checked: the sums of the measures.
  std::int64_t total = 0;             // Checked.
  std::string source, note;
};

struct Funding {
  std::int64_t amount = 0;  // Whole euros.
  Qualifier qualifier = Qualifier::exactly;
  std::string from, until;                 // Years, as the source gives them; may be empty.
  const Organisation* financer = nullptr;  // Null when not known.
  std::string note, source;
};

enum class SteeringLevel { board, strategic, operational };

struct Steering {
  const Organisation* organisation = nullptr;
  SteeringLevel level = SteeringLevel::board;
  std::string role;
};

struct Programme {
  std::string id, name, short_name, description;
  std::optional<Date> from, until;
  const Programme* addendum_to = nullptr;  // May be null.
  std::vector<Category> categories;
  std::vector<std::unique_ptr<Project>> projects;  // In the order of the file.
  std::vector<Steering> steering;
  std::vector<Funding> funding;
  std::optional<Budget> budget;
};

// ---- periods --------------------------------------------------------------------------------

enum class PeriodKind { year, half_year, quarter, month, incidental };
enum class Depth { projects, totals, letter, known };  // How much is known of the period.
enum class Basis { reported, derived };                // The light was reported, or derived from the text.

// One municipality's part of a measurement.
struct CouncilValue {
  const Organisation* council = nullptr;
  std::optional<Quantity> actual;  // Empty: "niet bekend".
};

// One indicator's values in one period. Absent (not listed), unknown (actual empty) and zero are
// three different things.
struct Measurement {
  const Indicator* indicator = nullptr;
  std::optional<Quantity> actual;  // Empty: "niet bekend".
  std::optional<Quantity> forecast;
  std::string note;
  std::vector<CouncilValue>
      councils;  // In the order of the organisations. When all is exactly known: checked, their sum is actual.
};

// A number that only the texts of a period use, with its origin.
struct Figure {
  std::string id, label, source, unit_label;
  Quantity quantity;
  Unit unit = Unit::count;
};

// What explains a light. A part is given, or the source is known not to name it (JSON null).
struct Explanation {
  std::optional<std::string> cause, consequence, action;
  bool cause_unknown = false, consequence_unknown = false, action_unknown = false;
};

// A programme's overall light in a period.
struct ProgrammeReport {
  const Programme* programme = nullptr;
  const Status* status = nullptr;
  Basis basis = Basis::reported;
  std::string summary;
};

// What a project's rule weighs, both as a share from 0 on: 0.81 is 81 %.
struct Pace {
  double of_target = 0;  // Of the way from the baseline, or from 0 where there is none, to the target.
  double of_time = 0;
};

// One project in one period.
struct ProjectReport {
  const Period* period = nullptr;
  const Project* project = nullptr;
  std::string number;              // "WaW 6", as the period numbers it.
  std::string name;                // As the period names it.
  const Status* status = nullptr;  // Declared; "not-reported" when the period gives none.
  Basis basis = Basis::reported;
  const Status* computed = nullptr;  // By the project's rule; null when there is none or too little is known.
  Pace pace;                         // What `computed` rests on; meaningless without it.
  // Both lights are known, and say different things: a computed green says nothing against "completed" or "on hold".
  bool differs() const;
  std::string override_reason;  // Why declared differs from computed.
  std::string summary;          // One or two sentences.
  std::string contradiction;    // What the source says against itself.
  Explanation explanation;
  std::vector<Measurement> measurements;
  Text progress;  // May be empty.
};

struct Source {
  std::string title, publisher, date, note, url;
};

struct Event {
  std::string title, description, url;
  Date date;
  const Period* period = nullptr;
};

struct Period {
  std::string id;      // "2020-07"
  std::string folder;  // Of its pages: "periodes/2020-07", or "periodes/2020-07/v1" of an edition that was replaced.
  std::string name;    // "Juli 2020"
  PeriodKind kind = PeriodKind::half_year;
  std::optional<Date> from, until;  // Both or neither.
  Date reported_on;                 // When it was reported: what periods are sorted by.
  std::string reported_note;        // "de brief draagt geen datum"
  Depth depth = Depth::known;
  const StatusScale* scale = nullptr;
  std::string headline;                // The conclusion, of summary.md's front matter. May hold {{ … }}.
  std::string basis_note;              // How lights were derived; shown wherever a derived light is.
  std::optional<int> stated_projects;  // How many projects the period says there are.
  std::vector<ProgrammeReport> programmes;
  std::vector<Measurement> totals;
  std::vector<Figure> figures;
  std::vector<ProjectReport> projects;  // In the order of the file.
  std::vector<Source> sources;
  std::vector<Event> events;        // By date.
  std::vector<std::string> limits;  // What the sources do not say.
  Text summary;
  std::vector<std::unique_ptr<Letter>> letters;  // By file name.
  std::vector<std::unique_ptr<ContentPage>> pages;
  std::vector<LocalText> local_texts;  // By council, in the order of the organisations.
  const Period* previous = nullptr;    // Null at the oldest.
  const Period* next = nullptr;        // Null at the newest.
  const Document* document = nullptr;
  bool faulty = false;               // Something in its file was reported.
  const Edition* edition = nullptr;  // As which it was published; null when it was not, or not by itself.
  bool sealed = false;               // Read from an edition: what it says was checked when it was published.

  // By id: the project and the indicator may be of another world (see edition.h).
  const ProjectReport* report_of(const Project& project) const;
  const Measurement* total_of(const Indicator& indicator) const;
};

// ---- the site -------------------------------------------------------------------------------

struct Contact {
  std::string name, email, url;
};

// What every page says at its top: that a site is fictional, or will move. Empty text: nothing.
struct SiteNotice {
  std::string title, text;
};

struct Site {
  std::string title, tagline, language = "nl", base_url, theme = "gemeente", description;
  std::string privacy_link, accessibility_link;   // An address of the site or of the web; may be empty.
  const Organisation* publisher = nullptr;        // Null only when the model has faults.
  std::string house_style;                        // Of the theme's; empty: the one that the theme names.
  std::string signing_key;                        // Public key of minisign, "RW…"; empty: editions need no signature.
  std::vector<std::string> earlier_signing_keys;  // Those that signed before it.
  bool search_export = false;                     // Also write the pages for a search engine of a portal.
  SiteNotice notice;
  Contact contact;
  std::optional<Landscape> landscape;
  Date as_of;  // What "overdue" is judged against.
  std::vector<std::unique_ptr<StatusScale>> scales;
  std::vector<std::unique_ptr<Organisation>> organisations;
  std::vector<std::unique_ptr<Programme>> programmes;
  std::vector<std::unique_ptr<Indicator>> indicators;    // Totals first, then each project's.
  std::vector<std::unique_ptr<Period>> periods;          // Newest first.
  std::vector<std::unique_ptr<Commitment>> commitments;  // Newest first by made_on, then by id.
  std::vector<std::unique_ptr<ContentPage>> pages;       // content/pages, by order then address.

  // After faults, so that nobody reports what only follows from them.
  bool scales_missed = false;      // No status scale could be read.
  bool periods_missed = false;     // Some period could not be read.
  std::set<std::string> left_out;  // Ids of periods that its folder has and it does not tell of: see left_out_drafts.h.
  bool programmes_missed = false;  // Some programme, project or indicator could not be read.
  bool programmes_faulty = false;  // Something in data/programmes.json was reported.

  const Period* newest() const { return periods.empty() ? nullptr : periods.front().get(); }
  const Project* find_project(std::string_view id) const;
  const Programme* find_programme(std::string_view id) const;
  const Indicator* find_indicator(std::string_view id) const;
  const Period* find_period(std::string_view id) const;
  const Commitment* find_commitment(std::string_view id) const;
  std::vector<const Organisation*> municipalities() const;  // In the order of the file.
  const ContentPage* glossary() const;                      // The page with terms; null when there is none.
};

}  // namespace stoplicht

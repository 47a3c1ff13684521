#include "views/changes_words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "views/changes_readable.h"

namespace stoplicht {
namespace {

// A word of the formats as people say it; null when they have none.
const char* sentence_of(std::string_view key) {
  static constexpr std::pair<std::string_view, const char*> known[] = {
      {"text", "key_text"},
      {"title", "key_title"},
      {"name", "key_name"},
      {"number", "key_number"},
      {"headline", "key_headline"},
      {"summary", "key_summary"},
      {"cause", "key_cause"},
      {"consequence", "key_consequence"},
      {"action", "key_action"},
      {"note", "key_note"},
      {"description", "key_description"},
      {"contradiction", "key_contradiction"},
      {"decision", "key_decision"},
      {"announces", "key_announces"},
      {"attachments", "key_attachments"},
      {"sources", "key_sources"},
      {"events", "key_events"},
      {"limits", "key_limits"},
      {"reported_on", "key_reported_on"},
      {"url", "key_url"},
      {"date", "key_date"},
      {"override_reason", "key_override_reason"},
      {"projects", "key_project"},
      {"computed", "key_computed"},
      {"from", "key_from"},
      {"until", "key_until"},
      {"status", "key_status"},
      {"targets", "key_targets"},
      {"value", "key_value"},
      {"by_council", "key_by_council"},
      {"sha256", "key_sha256"},
      {"meaning", "key_meaning"},
      {"done", "key_done"},
      {"actual", "key_actual"},
      {"basis", "key_basis"},
      {"basis_note", "key_basis_note"},
      {"depth", "key_depth"},
      {"figures", "key_figures"},
      {"forecast", "key_forecast"},
      {"kind", "key_kind"},
      {"label", "key_label"},
      {"publisher", "key_publisher"},
      {"qualifier", "key_qualifier"},
      {"scale", "key_scale"},
      {"reported_note", "key_reported_note"},
      {"unit", "key_unit"},
      {"unit_label", "key_unit_label"},
      {"stated_projects", "key_stated_projects"},
  };
  const auto found =
      std::find_if(std::begin(known), std::end(known), [&](const auto& each) { return each.first == key; });
  return found != std::end(known) ? found->second : nullptr;
}

template <typename All>
std::string name_in(const All& all, std::string_view id) {
  for (const auto& each : all)
    if (each->id == id) return each->name;
  return {};
}

std::string council_name(const Changes& changes, std::string_view id) {
  for (const Site* site : {changes.after.site, changes.before.site})
    if (std::string name = name_in(site->organisations, id); !name.empty()) return name;
  return std::string(id);
}

// A number of the period's own file that is told as a whole, because only this side has it. Null when `key` is of
// something else.
const Figure* whole_figure(const Period& period, std::string_view key) {
  constexpr std::string_view list = "/figures/";
  if (!key.starts_with(list)) return nullptr;
  key.remove_prefix(list.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  return error == std::errc() && end == key.data() + key.size() && index < period.figures.size()
             ? &period.figures[index]
             : nullptr;
}

// "Werkloosheid in de regio", of the figure with this index: in the newer file, or in the older when it is only there.
std::string figure_label(const Changes& changes, const TextChange& change, std::string_view index) {
  const bool is_gone = change.after.empty() && change.key.ends_with("/figures/" + std::string(index));
  const Figure* figure =
      whole_figure(is_gone ? *changes.before.period : *changes.after.period, "/figures/" + std::string(index));
  return figure != nullptr ? figure->label : std::string();
}

// A number as the files write it; nothing when it is none.
std::optional<double> number_in(const std::string& value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? std::optional<double>(number) : std::nullopt;
}

// Of what is no text: a status by its word, a number or a day as people write it, or else as the files do.
std::string other_text(const Scene& scene, const Changes& changes, const std::string& value) {
  if (value.empty()) return scene.strings.say("not_there");
  if (value == "null") return scene.strings.say("unknown");
  for (const char* basis : {"reported", "derived"})
    if (value == basis) return scene.strings.say(std::string("basis_") + basis);
  if (const Status* status = changes.after.period->scale->find(value); status != nullptr) return status->label;
  if (const std::optional<double> number = number_in(value)) return scene.locale.number(*number);
  if (const std::optional<Date> date = parse_date(value)) return scene.locale.date(*date);
  return value;
}

// The project as either side knows it.
const ProjectReport* report_in(const Changes& changes, const std::string& project_id) {
  for (const Period* period : {changes.after.period, changes.before.period})
    for (const ProjectReport& report : period->projects)
      if (report.project->id == project_id) return &report;
  return nullptr;
}

// What a file below the period's folder makes: a letter or another page. Empty when it is none of these.
std::string page_name(const Scene& scene, const Changes& changes, const std::string& subject) {
  for (const Period* period : {changes.after.period, changes.before.period}) {
    for (const auto& letter : period->letters)
      if (subject == "letters/" + letter->id) return scene.strings.say("text_of_letter", {{"title", letter->title}});
    for (const auto& page : period->pages)
      if (page->text.document != nullptr && page->text.document->source().path().ends_with("/" + subject + ".md"))
        return scene.strings.say("text_of_page", {{"title", page->title}});
  }
  return {};
}

bool is_markdown(const TextChange& change) {
  return change.key == "text" && change.subject.find('/') != std::string::npos;
}

}  // namespace

std::string key_text(const Scene& scene, const Changes& changes, const TextChange& change) {
  std::vector<std::string> out;
  bool any = false;
  std::string_view before;
  for (const std::string_view part : split(change.key, '/')) {
    const std::string_view owner = std::exchange(before, part);
    if (owner == "figures")
      if (const std::string label = figure_label(changes, change, part); !label.empty())
        out.push_back("‘" + label + "’");
    if (part.empty() || part.find_first_not_of("0123456789") == std::string::npos) continue;
    any = true;
    std::string words;
    if (owner == "by_council")
      words = scene.strings.say("key_of_council", {{"council", council_name(changes, part)}});
    else if (const char* sentence = sentence_of(part); sentence != nullptr)
      words = scene.strings.say(sentence);
    // The list's own word says less than that of the municipality.
    if (owner == "by_council" && !out.empty()) out.pop_back();
    if (!words.empty() && (out.empty() || out.back() != words)) out.push_back(std::move(words));
  }
  return any && out.empty() ? scene.strings.say("key_other") : join(out, ", ");
}

std::string other_side(const Scene& scene, const Changes& changes, const Moment& moment, const TextChange& change,
                       const std::string& value) {
  const bool is_whole = change.before.empty() || change.after.empty();
  const Figure* figure = is_whole && !value.empty() ? whole_figure(*moment.period, change.key) : nullptr;
  if (figure == nullptr) return other_text(scene, changes, value);
  const std::string quantity = quantity_text(scene, figure->quantity, figure->unit);
  return figure->unit_label.empty() ? quantity : quantity + " " + figure->unit_label;
}

bool is_unknown(const std::string& value) { return value.empty() || value == "null"; }

std::string subject_text(const Scene& scene, const Changes& changes, const TextChange& change) {
  const std::string& subject = change.subject;
  if (const ProjectReport* report = report_in(changes, change.project_id); report != nullptr) {
    if (subject.starts_with("progress/")) return scene.strings.say("text_of_progress", {{"project", report->name}});
    if (subject == change.project_id) return report->name;
  }
  if (subject == changes.after.period->id) return changes.after.period->name;
  if (subject == "summary") return scene.strings.say("text_summary_file");
  constexpr std::string_view commitments = "commitments/";
  if (subject.starts_with(commitments))
    return scene.strings.say("text_of_commitment", {{"id", subject.substr(commitments.size())}});
  constexpr std::string_view councils = "councils/";
  if (subject.starts_with(councils))
    return scene.strings.say("part_council", {{"name", council_name(changes, subject.substr(councils.size()))}});
  if (subject.starts_with("scale/")) return scene.strings.say("text_of_status");
  if (std::string name = page_name(scene, changes, subject); !name.empty()) return name;
  for (const Site* site : {changes.after.site, changes.before.site}) {
    for (std::string name :
         {name_in(site->indicators, subject), name_in(site->programmes, subject), name_in(site->organisations, subject),
          site->find_project(subject) != nullptr ? site->find_project(subject)->name : std::string()})
      if (!name.empty()) return name;
  }
  return subject;
}

std::string named(const Scene& scene, const Changes& changes, const TextChange& change) {
  const std::string key = key_text(scene, changes, change);
  const std::string subject = subject_text(scene, changes, change);
  return key.empty() ? subject : scene.strings.say("text_of", {{"subject", subject}, {"key", key}});
}

TextChange read_change(const Scene& scene, const Changes& changes, const TextChange& change) {
  TextChange out = change;
  const bool is_summary = change.subject == "summary" && change.key == "text";
  // Front matter in which figures are filled in.
  const bool has_figures = change.key == "headline" || change.subject == "glossary";
  if (!is_markdown(change) && !is_summary && !has_figures) return out;
  const auto read = has_figures ? with_figures : as_read;
  out.before = read(scene, changes.before, change.before);
  out.after = read(scene, changes.after, change.after);
  if (out.before == out.after) return change;
  out.pieces = text_difference(out.before, out.after);
  return out;
}

}  // namespace stoplicht

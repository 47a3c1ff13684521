#include "model/edition_parts.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/paths.h"
#include "model/figure_marks.h"
#include "model/figures.h"
#include "model/link_destinations.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

using Ids = std::set<std::string, std::less<>>;

// What frames a page, and not what it tells, is that of today's site.
constexpr const char* frame_keys[] = {"$schema",     "house_style",          "contact",      "links", "notice",
                                      "signing_key", "earlier_signing_keys", "search_export"};

// Leaves out of a list what `wanted` says false of.
template <typename Wanted>
void keep(Json& object, const char* key, Wanted wanted) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return;
  Json kept = Json::array();
  for (Json& item : *list)
    if (wanted(item)) kept.push_back(std::move(item));
  if (kept.empty() && !list->empty() && std::string_view(key) != "indicators") {
    object.erase(list);
  } else {
    *list = std::move(kept);
  }
}

class Parts {
 public:
  Parts(const SiteFolder& folder, const Site& site, const Period& period, const Locale& locale)
      : folder_(folder), site_(site), period_(period), locale_(locale) {
    for (const Period* each = &period; each != nullptr; each = each->previous) periods_.insert(each->id);
    for (const auto& letter : period.letters)
      for (const Commitment* commitment : letter->closes) commitments_.push_back(commitment);
  }

  std::map<std::string, Json> make() {
    parts_["site"] = site();
    parts_["organisations"] = root("data/organisations.json");
    parts_["programmes"] = programmes();
    add_history();
    add_period();
    add_commitments();
    add_texts();
    add_glossary();
    return std::move(parts_);
  }

 private:
  Json root(const std::string& path) const {
    const auto found = folder_.data.find(path);
    Json out = found != folder_.data.end() ? found->second->root() : Json::object();
    out.erase("$schema");
    return out;
  }

  Json site() const {
    Json out = root("data/site.json");
    for (const char* key : frame_keys) out.erase(key);
    return out;
  }

  // A project that only later periods tell of did not exist yet.
  bool is_later(const Project& project) const {
    bool later = false;
    for (const auto& period : site_.periods) {
      if (period->report_of(project) == nullptr) continue;
      if (periods_.contains(period->id)) return false;
      later = true;
    }
    return later;
  }

  Ids projects_of_now() const {
    Ids out;
    for (const auto& programme : site_.programmes) {
      for (const auto& project : programme->projects)
        if (!is_later(*project)) out.insert(project->id);
      if (!programme->budget) continue;
      for (const BudgetMeasure& measure : programme->budget->measures)
        if (measure.project != nullptr) out.insert(measure.project->id);
    }
    for (const Commitment* commitment : commitments_)
      for (const Project* project : commitment->projects) out.insert(project->id);
    return out;
  }

  bool is_known(const Json& item, const char* key) const {
    const std::string period = word(item, key);
    return period.empty() || periods_.contains(period);
  }

  Json programmes() const {
    Json out = root("data/programmes.json");
    const Ids projects = projects_of_now();
    Ids without_target;
    keep(out, "indicators", [&](Json& indicator) {
      if (const std::string project = word(indicator, "project"); !project.empty() && !projects.contains(project))
        return false;
      keep(indicator, "targets", [&](const Json& target) { return is_known(target, "from_period"); });
      if (!indicator.contains("targets")) without_target.insert(word(indicator, "id"));
      return true;
    });
    for (Json& programme : out["programmes"]) {
      keep(programme, "projects", [&](Json& project) {
        if (!projects.contains(word(project, "id"))) return false;
        keep(project, "lineage", [&](const Json& line) {
          const std::string other = word(line, "project");
          return is_known(line, "period") && (other.empty() || projects.contains(other));
        });
        // A rule weighs a target; without one there is nothing to weigh.
        if (const auto rule = project.find("rule");
            rule != project.end() && without_target.contains(word(*rule, "indicator")))
          project.erase(rule);
        return true;
      });
      if (!programme.contains("projects")) programme["projects"] = Json::array();
    }
    return out;
  }

  static Json computed(const ProjectReport& report) {
    if (report.computed == nullptr) return nullptr;
    return Json{
        {"status", report.computed->id}, {"of_target", report.pace.of_target}, {"of_time", report.pace.of_time}};
  }

  const ProjectReport* report_in(const Period& period, const std::string& id) const {
    const Project* project = site_.find_project(id);
    return project != nullptr ? period.report_of(*project) : nullptr;
  }

  // Of what was measured, the numbers alone.
  static Json without_notes(Json values) {
    for (Json& value : values) value.erase("note");
    return values;
  }

  // The periods before this one, as far as charts through time show them: no texts, so that nothing of a text that is
  // withdrawn stays behind in the editions of later periods.
  void add_history() {
    for (const Period* each = period_.previous; each != nullptr; each = each->previous) add_history_of(*each);
  }

  void add_history_of(const Period& period) {
    const Json& whole = period.document->root();
    const std::string name = std::string(history_part) + period.id;
    Json told = Json::object();
    for (const char* key : {"id", "name", "kind", "from", "until", "reported_on", "depth", "scale", "stated_projects"})
      if (whole.contains(key)) told[key] = whole[key];
    if (whole.contains("totals")) told["totals"] = without_notes(whole["totals"]);
    for (const Json& report : whole.value("programmes", Json::array())) told["programmes"].push_back(light_of(report));
    parts_[name] = Json{{"period", std::move(told)}};
    int place = 0;
    for (const Json& report : whole.value("projects", Json::array())) {
      const std::string id = word(report, "project");
      const ProjectReport* read = report_in(period, id);
      if (read == nullptr) continue;
      Json light = light_of(report);
      light["name"] = read->name;
      parts_[name + "/" + id] = Json{{"report", std::move(light)}, {"computed", computed(*read)}, {"place", place++}};
    }
  }

  static Json light_of(const Json& report) {
    Json light = Json::object();
    for (const char* key : {"programme", "project", "number", "status", "basis"})
      if (report.contains(key)) light[key] = report[key];
    if (report.contains("values")) light["values"] = without_notes(report["values"]);
    return light;
  }

  void add_period() {
    Json whole = period_.document->root();
    whole.erase("$schema");
    Json order = Json::array();
    if (const auto reports = whole.find("projects"); reports != whole.end()) {
      for (Json& report : *reports) {
        const std::string id = word(report, "project");
        order.push_back(id);
        const ProjectReport* read = report_in(period_, id);
        if (read == nullptr) continue;
        Json resolved{{"status", {{"label", read->status->label}, {"light", light_id(read->status->light)}}},
                      {"computed", computed(*read)}};
        parts_[std::string(project_part) + id] = Json{{"report", std::move(report)}, {"resolved", std::move(resolved)}};
      }
      *reports = std::move(order);
    }
    parts_["period"] = std::move(whole);
  }

  void add_commitments() {
    const Json all = root("data/commitments.json");
    for (const Commitment* commitment : commitments_)
      for (const Json& each : all.value("commitments", Json::array()))
        if (word(each, "id") == commitment->id) parts_[std::string(commitment_part) + commitment->id] = each;
  }

  void add_text(const std::string& path, const MarkdownDocument& document) {
    const Json& front_matter = document.root();
    std::string text(document.body());
    std::erase(text, '\r');  // Which line ends a file has is up to the editor that wrote it.
    Json figures = Json::object();
    add_figures(text, figures);
    add_figures(word(front_matter, "headline"), figures);
    add_figures_of_terms(front_matter, figures);
    add_named_files(path, front_matter, text);
    parts_[std::string(text_part) + path] =
        Json{{"front_matter", front_matter}, {"text", std::move(text)}, {"figures", std::move(figures)}};
  }

  void add_named_files(const std::string& path, const Json& front_matter, std::string_view text) {
    for (const Json& attachment : front_matter.value("attachments", Json::array()))
      if (const auto file = resolve_beside(path, word(attachment, "file"))) named_.insert(*file);
    for (const std::string& destination : destinations_in(text))
      if (const auto file = resolve_beside(path, destination)) named_.insert(*file);
  }

  void add_texts() {
    for (const auto& [path, document] : folder_.content)
      if (is_source_of(path, period_.id)) add_text(path, *document);
    for (const Commitment* commitment : commitments_)
      if (const MarkdownDocument* closure = commitment->closure.document)
        add_text(closure_file(commitment->id), *closure);
    // A picture that other texts use too, too: it may change.
    for (const auto& [path, bytes] : folder_.attachments)
      if (is_source_of(path, period_.id) || named_.contains(path))
        parts_[std::string(attachment_part) + path] = Json{{"sha256", sha256(bytes)}, {"size", bytes.size()}};
  }

  void add_figures_of_terms(const Json& front_matter, Json& figures) const {
    for (const Json& term : front_matter.value("terms", Json::array()))
      if (term.is_object()) add_figures(word(term, "meaning"), figures);
  }

  // The words that pages explain below their texts.
  void add_glossary() {
    const ContentPage* glossary = site_.glossary();
    if (glossary == nullptr || glossary->period != nullptr) return;
    const Json& front_matter = glossary->text.document->root();
    Json out{{"path", glossary->text.document->source().path()}};
    for (const char* key : {"title", "slug", "terms"})
      if (front_matter.contains(key)) out[key] = front_matter[key];
    out["figures"] = Json::object();
    add_figures_of_terms(front_matter, out["figures"]);
    parts_["glossary"] = std::move(out);
  }

  // In a text of the whole site the newest period is meant, which is this one in its own edition.
  void add_figures(std::string_view text, Json& figures) const {
    for (const FigureMark& mark : find_figures(text)) {
      FigureFault fault;
      if (const auto value = figure(site_, period_, mark.path, locale_, fault)) figures[mark.path] = *value;
    }
  }

  const SiteFolder& folder_;
  const Site& site_;
  const Period& period_;
  const Locale& locale_;
  Ids periods_;  // Up to this one.
  std::vector<const Commitment*> commitments_;
  std::map<std::string, Json> parts_;
  Ids named_;  // Files that the texts name, wherever they stand.
};

}  // namespace

std::map<std::string, Json> edition_parts(const SiteFolder& folder, const Site& site, const Period& period,
                                          const Locale& locale) {
  return Parts(folder, site, period, locale).make();
}

std::string word(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_source_of(std::string_view path, std::string_view period_id) {
  return path == period_file(period_id) || path.starts_with("content/periods/" + std::string(period_id) + "/");
}

std::string period_file(std::string_view period_id) { return "data/periods/" + std::string(period_id) + ".json"; }

std::string closure_file(std::string_view commitment_id) {
  return "content/commitments/" + std::string(commitment_id) + ".md";
}

}  // namespace stoplicht

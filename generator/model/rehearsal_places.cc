#include <algorithm>
#include <tuple>

#include "model/rehearsal_findings.h"

// Where the places of diagnostics belong.
namespace stoplicht {

Owners::Owners(const Site& site, const std::vector<const Period*>& drafts) : site_(site) {
  for (const Period* draft : drafts) drafts_.push_back({draft, {}});
}

void Owners::assign(Finding& finding) {
  const Location& where = finding.where;
  for (OfDraft& of_draft : drafts_) {
    const Period& draft = *of_draft.period;
    const std::string folder = "content/periods/" + draft.id + "/";
    if (where.file.starts_with(folder)) {
      finding.period = &draft;
      const std::string progress = folder + "progress/";
      for (const ProjectReport& report : draft.projects)
        if (where.file == progress + report.project->id + ".md")
          std::tie(finding.programme, finding.project) = std::pair(report.project->programme, report.project);
      for (const auto& letter : draft.letters)
        if (where.file == folder + "letters/" + letter->id + ".md") finding.letter = letter.get();
      return;
    }
    if (draft.document == nullptr || where.file != draft.document->source().path()) continue;
    finding.period = &draft;
    if (where.line == 0) return;
    if (of_draft.spans.empty()) of_draft.spans = spans_of(draft);
    const auto after = std::find_if(of_draft.spans.begin(), of_draft.spans.end(), [&](const Span& span) {
      return std::pair(span.line, span.column) > std::pair(where.line, where.column);
    });
    if (after == of_draft.spans.begin()) return;
    finding.programme = std::prev(after)->programme;
    finding.project = std::prev(after)->project;
    return;
  }
}

std::vector<Owners::Span> Owners::spans_of(const Period& draft) const {
  std::vector<Span> out;
  const Document& document = *draft.document;
  const auto add = [&](const Location& at, const Programme* programme, const Project* project) {
    out.push_back({at.line, at.column, programme, project});
  };
  const auto add_items = [&](const std::string& list, const char* key, auto take) {
    const Json& root = document.root();
    if (!root.contains(list) || !root[list].is_array()) return;
    for (std::size_t i = 0; i < root[list].size(); ++i) {
      const Json& item = root[list][i];
      if (item.is_object() && item.contains(key) && item[key].is_string())
        take(document.at("/" + list + "/" + std::to_string(i)), item[key].template get<std::string>());
    }
  };
  if (!document.root().is_object()) return out;
  for (const auto& [key, value] : document.root().items()) add(document.at_key("/" + key), nullptr, nullptr);
  add_items("programmes", "programme",
            [&](const Location& at, const std::string& id) { add(at, site_.find_programme(id), nullptr); });
  add_items("projects", "project", [&](const Location& at, const std::string& id) {
    const Project* project = site_.find_project(id);
    add(at, project != nullptr ? project->programme : nullptr, project);
  });
  std::sort(out.begin(), out.end(),
            [](const Span& a, const Span& b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
  return out;
}

}  // namespace stoplicht

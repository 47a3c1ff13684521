#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "model/rehearsal_findings.h"

// Where findings belong, and what councils were promised for now.
namespace stoplicht {
namespace {

const std::string commitments_file = "data/commitments.json";

bool has_come(const std::optional<Date>& due, const Period& draft) {
  return due && due->last_day() <= draft.reported_on.last_day();
}

template <typename Each>
const Each* only(const std::vector<const Each*>& list) {
  return list.size() == 1 ? list.front() : nullptr;
}

void find_commitments(const Site& site, const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  const auto file = folder.data.find(commitments_file);
  if (file == folder.data.end() || file->second == nullptr) return;
  const Document& document = *file->second;
  for (const auto& commitment : site.commitments) {
    const bool waits =
        commitment->status == CommitmentStatus::open || commitment->status == CommitmentStatus::in_progress;
    if (!waits || !has_come(commitment->due, draft)) continue;
    const std::string item = pointer_to_item(document, "/commitments", "id", commitment->id);
    Finding finding{
        Ask::commitment, false, &draft, only(commitment->programmes), nullptr, document.at(item + "/status")};
    if (const Project* project = only(commitment->projects); project != nullptr && draft.report_of(*project) != nullptr)
      std::tie(finding.programme, finding.project) = std::pair(project->programme, project);
    finding.subject = commitment->id + ": " + commitment->title;
    finding.due = commitment->due;
    finding.commitment = commitment.get();
    finding.sheet = SheetPlace{SheetPlace::Sheet::commitments, commitment->id, "status"};
    out.push_back(std::move(finding));
  }
}

// Where an announcement stands in the file of its letter: an edition has it without line.
Location announced_at(const Announcement& announcement, const SiteFolder& folder) {
  const MarkdownDocument& sealed = *announcement.letter->text.document;
  const auto file = folder.content.find(sealed.source().path());
  const Document& document = file != folder.content.end() && file->second != nullptr ? *file->second : sealed;
  return document.at(pointer_to_item(document, "/announces", "what", announcement.what));
}

// What was announced for no day is looked for in the next letter.
void find_announcements(const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  bool is_last = true;  // Of the periods with letters before the draft.
  for (const Period* period = draft.previous; period != nullptr; period = period->previous) {
    for (const auto& letter : period->letters) {
      for (const Announcement& each : letter->announces) {
        if (!trim(each.done).empty() || letter->text.document == nullptr) continue;
        if (!has_come(each.by, draft) && (each.by || !is_last)) continue;
        Finding finding{Ask::announcement, false, &draft, nullptr, nullptr, announced_at(each, folder)};
        finding.subject = each.what;
        finding.due = each.by;
        finding.letter = letter.get();
        out.push_back(std::move(finding));
      }
    }
    is_last = is_last && period->letters.empty();
  }
}

}  // namespace

void find_promises(const Site& site, const SiteFolder& folder, const Period& draft, std::vector<Finding>& out) {
  find_commitments(site, folder, draft, out);
  find_announcements(folder, draft, out);
}

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

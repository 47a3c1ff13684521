#include "base/text.h"
#include "model/rehearsal_findings.h"

// The cell of the form that mends what a rule of `check` told.
namespace stoplicht {
namespace {

// The key of a report whose value stands there: "summary". "" when none does.
std::string key_at(const Document& document, const std::string& item, const Location& where) {
  for (const char* key : {"status", "summary", "cause", "consequence", "action", "override_reason"}) {
    const std::string pointer = item + "/" + key;
    if (!document.root().contains(Json::json_pointer(pointer))) continue;
    const Location value = document.at(pointer);
    if (value.line == where.line && value.column == where.column) return key;
  }
  return "";
}

}  // namespace

std::optional<SheetPlace> sheet_place_of(const Finding& finding) {
  if (finding.period == nullptr || finding.period->document == nullptr || finding.programme == nullptr)
    return std::nullopt;
  const Document& document = *finding.period->document;
  SheetPlace place{SheetPlace::Sheet::projects, "programme/" + finding.programme->id, ""};
  std::string item;
  if (finding.project == nullptr) {
    item = pointer_to_item(document, "/programmes", "programme", finding.programme->id);
  } else {
    place.row = finding.project->id;
    item = pointer_to_item(document, "/projects", "project", finding.project->id);
  }
  if (finding.where.file.ends_with("/progress/" + place.row + ".md")) place.column = "progress";
  if (finding.where.file == document.source().path()) place.column = key_at(document, item, finding.where);
  const ProjectReport* report = finding.project != nullptr ? finding.period->report_of(*finding.project) : nullptr;
  if (finding.ask == Ask::explanation && report != nullptr) {
    const Explanation& why = report->explanation;
    place.column = why.cause_unknown || !trim(why.cause.value_or("")).empty() ? "action" : "cause";
  }
  if (finding.ask == Ask::justification) place.column = "override_reason";
  return place.column.empty() ? std::nullopt : std::optional(place);
}

}  // namespace stoplicht

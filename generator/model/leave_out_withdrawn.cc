#include <algorithm>
#include <set>
#include <string>

#include "model/changes.h"
#include "model/edition.h"
#include "model/edition_parts.h"

namespace stoplicht {

void leave_out_withdrawn(Changes& changes) {
  if (!changes.between_editions()) return;
  std::vector<std::string>& names = changes.withdrawn;
  for (const Moment* moment : {&changes.before, &changes.after})
    if (moment->period->edition != nullptr)
      for (const WithdrawnPart& part : moment->period->edition->withdrawn)
        if (std::find(names.begin(), names.end(), part.part) == names.end()) names.push_back(part.part);
  if (names.empty()) return;
  const auto is_withdrawn = [&](const std::string& part) {
    return std::find(names.begin(), names.end(), part) != names.end();
  };
  const std::string text(text_part);
  const std::string folder = text + "content/periods/" + changes.after.period->id + "/";
  // With a letter goes what it closed.
  std::set<std::string> closures;
  for (const Period* period : {changes.before.period, changes.after.period})
    for (const auto& letter : period->letters)
      if (letter->text.document != nullptr && is_withdrawn(text + std::string(letter->text.document->source().path())))
        for (const Commitment* commitment : letter->closes) closures.insert("commitments/" + commitment->id);
  const auto of_project = [&](const std::string& id) {
    return !id.empty() && is_withdrawn(std::string(project_part) + id);
  };
  const auto is_gone = [&](const TextChange& change) {
    return of_project(change.project_id) || closures.contains(change.subject) ||
           is_withdrawn(folder + change.subject + ".md") || is_withdrawn(text + "content/" + change.subject + ".md") ||
           is_withdrawn(std::string(attachment_part) + change.subject);
  };
  std::erase_if(changes.texts, is_gone);
  std::erase_if(changes.others, is_gone);
  std::erase_if(changes.figures, [&](const FigureChange& change) {
    return change.indicator->project != nullptr && of_project(change.indicator->project->id);
  });
}

}  // namespace stoplicht

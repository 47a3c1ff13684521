#include <algorithm>
#include <set>
#include <string>

#include "model/changes.h"
#include "model/edition.h"
#include "model/edition_parts.h"

namespace stoplicht {
namespace {

class Withdrawn {
 public:
  explicit Withdrawn(const Changes& changes) : before_(changes.before.period->edition), after_(changes.after.period->edition) {}

  bool holds(const std::string& part) const {
    return (before_ != nullptr && before_->is_withdrawn(part)) || (after_ != nullptr && after_->is_withdrawn(part));
  }

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const Edition* edition : {before_, after_})
      if (edition != nullptr)
        for (const WithdrawnPart& part : edition->withdrawn)
          if (std::find(out.begin(), out.end(), part.part) == out.end()) out.push_back(part.part);
    return out;
  }

 private:
  const Edition* before_;
  const Edition* after_;
};

}  // namespace

void leave_out_withdrawn(Changes& changes) {
  if (!changes.between_editions()) return;
  const Withdrawn withdrawn(changes);
  changes.withdrawn = withdrawn.names();
  if (changes.withdrawn.empty()) return;
  const std::string text(text_part);
  const std::string folder = text + "content/periods/" + changes.after.period->id + "/";
  // With a letter goes what it closed.
  std::set<std::string> closures;
  for (const Period* period : {changes.before.period, changes.after.period})
    for (const auto& letter : period->letters)
      if (letter->text.document != nullptr && withdrawn.holds(text + std::string(letter->text.document->source().path())))
        for (const Commitment* commitment : letter->closes) closures.insert("commitments/" + commitment->id);
  const auto of_project = [&](const std::string& id) { return !id.empty() && withdrawn.holds(std::string(project_part) + id); };
  const auto is_gone = [&](const TextChange& change) {
    return of_project(change.project_id) || closures.contains(change.subject) || withdrawn.holds(folder + change.subject + ".md") ||
           withdrawn.holds(text + "content/" + change.subject + ".md") || withdrawn.holds(std::string(attachment_part) + change.subject);
  };
  std::erase_if(changes.texts, is_gone);
  std::erase_if(changes.others, is_gone);
  std::erase_if(changes.figures, [&](const FigureChange& change) {
    return change.indicator->project != nullptr && of_project(change.indicator->project->id);
  });
}

}  // namespace stoplicht

#include <algorithm>

#include "model/figure_mentions.h"
#include "model/rehearsal_findings.h"

// What a letter says in numbers, beside the figures of its period.
namespace stoplicht {

void find_numbers(const Site& site, const Period& draft, std::vector<Finding>& out) {
  const std::string before_id = draft.previous != nullptr ? draft.previous->id : "";
  for (const auto& letter : draft.letters) {
    if (letter->text.document == nullptr) continue;
    const MarkdownDocument& document = *letter->text.document;
    const FigureMentions found = find_figure_mentions(document.body(), site, draft);
    const auto written = [&](const TextRange& where) { return document.body().substr(where.offset, where.length); };
    const auto place = [&](const TextRange& where) {
      return document.source().at(document.body_offset() + where.offset, where.length);
    };
    Diagnostics told;
    for (const NearFigure& each : found.near)
      warn_of_near_figure(each, written(each.where), before_id, place(each.where), told);
    // Of those that are right as yet the first is enough to know what to do with all.
    const auto typed =
        std::find_if(found.equal.begin(), found.equal.end(), [](const FigureMention& each) { return each.is_sure; });
    if (typed != found.equal.end()) {
      const std::string& path = typed->paths.front();
      told.warning("letter-figure", place(typed->where),
                   "'" + std::string(written(typed->where)) + "' is " + path + ", and stays when that changes",
                   "write {{ " + path + " }} in its place, and so with each figure of the letter");
    }
    for (Diagnostic& each : told.sorted()) {
      Finding finding{Ask::number, false, &draft, nullptr, nullptr, each.where};
      finding.diagnostic = std::move(each);
      finding.letter = letter.get();
      out.push_back(std::move(finding));
    }
  }
}

}  // namespace stoplicht

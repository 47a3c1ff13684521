#include <algorithm>

#include "base/locale.h"
#include "model/figure_mentions.h"
#include "model/known_figures.h"
#include "model/rehearsal_findings.h"

// What the texts of a draft say in numbers, beside the figures of its period.
namespace stoplicht {
namespace {

// A progress text is about its own project, whose numbers look like those of others by chance.
bool is_of_other_project(const std::string& path, const Project* project) {
  return project != nullptr && path.starts_with("project.") && !path.starts_with("project." + project->id + ".");
}

class NumbersOfDraft {
 public:
  NumbersOfDraft(const Site& site, const Period& draft, std::vector<Finding>& out)
      : language_(site.language), draft_(draft), out_(out) {
    const Locale locale(site.language);
    figures_ = known_figures(site, draft, locale);
    if (draft.previous == nullptr) return;
    before_id_ = draft.previous->id;
    before_ = known_figures(site, *draft.previous, locale);
  }

  void look_in(const Text& text, const ProjectReport* report, const Letter* letter) {
    if (text.document == nullptr) return;
    const MarkdownDocument& document = *text.document;
    look_in(document.body(), report, letter, [&](const TextRange& where) {
      return document.source().at(document.body_offset() + where.offset, where.length);
    });
  }

  void look_in_headline() {
    if (draft_.summary.document == nullptr) return;
    const Location place = draft_.summary.document->at("/headline");
    look_in(draft_.headline, nullptr, nullptr, [&](const TextRange&) { return place; });
  }

 private:
  template <typename Place>
  void look_in(std::string_view text, const ProjectReport* report, const Letter* letter, const Place& place) {
    const Project* project = report != nullptr ? report->project : nullptr;
    const FigureMentions found = find_figure_mentions(text, figures_, before_, language_);
    const auto written = [&](const TextRange& where) { return text.substr(where.offset, where.length); };
    Diagnostics told;
    for (const NearFigure& each : found.near)
      if (!is_of_other_project(each.path, project))
        warn_of_near_figure(each, written(each.where), before_id_, place(each.where), told);
    // Of those that are right as yet the first is enough to know what to do with all. In a progress text they are
    // many, and stand beside the figure itself.
    const auto typed =
        std::find_if(found.equal.begin(), found.equal.end(), [](const FigureMention& each) { return each.is_sure; });
    if (typed != found.equal.end() && report == nullptr) {
      const std::string& path = typed->paths.front();
      told.warning("letter-figure", place(typed->where),
                   "'" + std::string(written(typed->where)) + "' is " + path + ", and stays when that changes",
                   "write {{ " + path + " }} in its place, and so with each figure of the text");
    }
    for (Diagnostic& each : told.sorted()) {
      Finding finding{Ask::number, false,     &draft_, project != nullptr ? project->programme : nullptr,
                      project,     each.where};
      finding.diagnostic = std::move(each);
      finding.letter = letter;
      finding.sheet = sheet_place_of(finding);
      out_.push_back(std::move(finding));
    }
  }

  std::string_view language_;
  const Period& draft_;
  std::vector<Finding>& out_;
  std::vector<KnownFigure> figures_, before_;
  std::string before_id_;
};

}  // namespace

void find_numbers(const Site& site, const Period& draft, std::vector<Finding>& out) {
  NumbersOfDraft numbers(site, draft, out);
  numbers.look_in_headline();
  numbers.look_in(draft.summary, nullptr, nullptr);
  for (const auto& letter : draft.letters) numbers.look_in(letter->text, nullptr, letter.get());
  for (const ProjectReport& report : draft.projects) numbers.look_in(report.progress, &report, nullptr);
}

}  // namespace stoplicht

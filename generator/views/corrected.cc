#include "views/corrected.h"

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "model/figure_marks.h"
#include "views/addresses.h"
#include "views/changes_view.h"

namespace stoplicht {
namespace {

// A letter and a further page tell their own text; all else of the period stands on the period's page.
bool has_own_page(const Changes& changes, const std::string& subject) {
  for (const Period* period : {changes.before.period, changes.after.period})
    for (const auto& page : period->pages)
      if (subject_of(page->text, *period).id == subject) return true;
  return subject.starts_with("letters/");
}

// What the figures and charts of a letter or a further page show of the period's data.
struct Shown {
  bool all = false;                          // It has a chart.
  std::set<std::string, std::less<>> words;  // The ids that its figures name.
  bool names(const std::string& id) const { return all || words.contains(id); }
};

Shown shown_by(const Changes& changes, const std::string& subject) {
  Shown out;
  const auto add = [&](const Text& text, const Period& period) {
    if (text.document == nullptr || subject_of(text, period).id != subject) return;
    const std::string_view body = text.document->body();
    if (body.find("```chart") != std::string_view::npos) out.all = true;
    for (const FigureMark& mark : find_figures(body))
      for (const std::string_view word : split(mark.path, '.')) out.words.emplace(trim(word));
  };
  for (const Period* period : {changes.before.period, changes.after.period}) {
    for (const auto& letter : period->letters) add(letter->text, *period);
    for (const auto& page : period->pages) add(page->text, *period);
  }
  return out;
}

// What a page shows of a correction.
class PageContent {
 public:
  PageContent(const Changes& changes, const PeriodSubject& subject)
      : changes_(changes),
        subject_(subject),
        shown_(subject.kind == PeriodSubject::Kind::text ? shown_by(changes, subject.id) : Shown()) {}

  bool tells(const TextChange& change) const {
    switch (subject_.kind) {
      case PeriodSubject::Kind::period: return change.project_id.empty() && !has_own_page(changes_, change.subject);
      case PeriodSubject::Kind::project: return change.project_id == subject_.id;
      case PeriodSubject::Kind::text: return change.subject == subject_.id;
      case PeriodSubject::Kind::stone: break;
    }
    return false;
  }

  // The period's page has every light and figure that changed. A text that counts lights shows all of them.
  bool tells(const ProjectChange& change) const {
    const std::string& id = change.project().id;
    switch (subject_.kind) {
      case PeriodSubject::Kind::period: return true;
      case PeriodSubject::Kind::project: return id == subject_.id;
      case PeriodSubject::Kind::text: return shown_.names(id) || shown_.words.contains("count");
      case PeriodSubject::Kind::stone: break;
    }
    return false;
  }

  bool tells(const FigureChange& change) const {
    const Project* project = change.indicator->project;
    switch (subject_.kind) {
      case PeriodSubject::Kind::period: return true;
      case PeriodSubject::Kind::project: return project != nullptr && project->id == subject_.id;
      case PeriodSubject::Kind::text: return shown_.names(change.indicator->id);
      case PeriodSubject::Kind::stone: break;
    }
    return false;
  }

  // Something of what it shows can no longer be compared.
  bool is_withdrawn() const {
    const auto holds = [&](const std::string& part) {
      return std::find(changes_.withdrawn.begin(), changes_.withdrawn.end(), part) != changes_.withdrawn.end();
    };
    const std::string folder = "text:content/periods/" + changes_.after.period->id + "/";
    switch (subject_.kind) {
      case PeriodSubject::Kind::period:
        return std::any_of(changes_.withdrawn.begin(), changes_.withdrawn.end(), [](const std::string& part) {
          return part.starts_with("project:") || part.ends_with("/summary.md");
        });
      case PeriodSubject::Kind::project:
        return holds("project:" + subject_.id) || holds(folder + "progress/" + subject_.id + ".md");
      case PeriodSubject::Kind::text: return holds(folder + subject_.id + ".md");
      case PeriodSubject::Kind::stone: break;
    }
    return false;
  }

  // It stands on pages that are known, which are others than this one.
  bool is_elsewhere(const TextChange& change) const {
    return !change.project_id.empty() || change.subject == "summary" || change.subject.starts_with("councils/") ||
           change.subject.starts_with("commitments/") || change.key.starts_with("/totals/") ||
           has_own_page(changes_, change.subject);
  }

 private:
  const Changes& changes_;
  const PeriodSubject& subject_;
  const Shown shown_;
};

}  // namespace

CorrectedHere corrected_here(const Scene& scene, const Edition& edition, const PeriodSubject& subject,
                             const std::string& page_address) {
  const Edition& before = *edition.before;
  const Comparison comparison{
      {&before.site, before.period}, {&edition.site, edition.period}, page_address, &before, &edition};
  const Changes all = changes_of(scene, comparison);
  const PageContent page(all, subject);
  Changes here = all;
  const auto is_other = [&](const auto& change) { return !page.tells(change); };
  std::erase_if(here.projects,
                [&](const ProjectChange& change) { return is_other(change) || change.move == LightMove::withdrawn; });
  std::erase_if(here.figures, is_other);
  std::erase_if(here.texts, is_other);
  std::erase_if(here.others, is_other);
  if (subject.kind != PeriodSubject::Kind::period) here.budgets.clear();
  Json groups = move_groups(scene, comparison, here);
  Json figures = figures_part(scene, here);
  Json texts = texts_part(scene, comparison, here);
  Json others = others_part(scene, here);
  const long rest = subject.kind == PeriodSubject::Kind::period ? corrected_things(all) - corrected_things(here) : 0;
  const bool is_empty = groups.empty() && figures == false && texts == false && others == false;
  CorrectedHere out;
  out.withdrawn = page.is_withdrawn();
  if (is_empty && rest == 0) {
    const auto is_elsewhere = [&](const TextChange& change) { return page.is_elsewhere(change); };
    // What a page shows of the budget, in a chart or a number of its text, is not looked for.
    out.nothing = all.budgets.empty() && std::all_of(all.texts.begin(), all.texts.end(), is_elsewhere) &&
                  std::all_of(all.others.begin(), all.others.end(), is_elsewhere);
    return out;
  }
  out.block = Json{
      {"intro", scene.strings.say("corrected_intro", {{"n", std::to_string(edition.number)},
                                                      {"date", scene.locale.date(edition.published_on)}})},
      {"groups", std::move(groups)},
      {"figures", std::move(figures)},
      {"texts", std::move(texts)},
      {"others", std::move(others)},
      {"rest", rest == 0 ? Json(false)
                         : Json{{"label", scene.strings.say_count(is_empty ? "corrected_all_rest" : "corrected_rest",
                                                                  rest, count_text(scene, rest))},
                                {"href", relative_link(page_address, correction_address(before, edition))}}}};
  return out;
}

}  // namespace stoplicht

#include "views/corrected.h"

#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"

#include <algorithm>

namespace stoplicht {
namespace {

// A letter and a further page tell their own text; all else of the period stands on the period's page.
bool has_own_page(const Changes& changes, const std::string& subject) {
  for (const Period* period : {changes.before.period, changes.after.period})
    for (const auto& page : period->pages)
      if (subject_of(page->text, *period).id == subject) return true;
  return subject.starts_with("letters/");
}

bool is_told(const Changes& changes, const TextChange& change, const PeriodSubject& subject) {
  switch (subject.kind) {
    case PeriodSubject::Kind::period: return change.project_id.empty() && !has_own_page(changes, change.subject);
    case PeriodSubject::Kind::project: return change.project_id == subject.id;
    case PeriodSubject::Kind::text: return change.subject == subject.id;
  }
  return false;
}

bool is_told(const ProjectChange& change, const PeriodSubject& subject) {
  if (subject.kind == PeriodSubject::Kind::text) return false;
  const ProjectReport& report = change.after != nullptr ? *change.after : *change.before;
  return subject.kind == PeriodSubject::Kind::period || report.project->id == subject.id;
}

// The period's page has every light and figure that changed.
bool is_told(const FigureChange& change, const PeriodSubject& subject) {
  const Project* project = change.indicator->project;
  if (subject.kind == PeriodSubject::Kind::period) return true;
  return subject.kind == PeriodSubject::Kind::project && project != nullptr && project->id == subject.id;
}

}  // namespace

Json corrected_section(const Scene& scene, const Period& period, const PeriodSubject& subject, const std::string& page_address) {
  const Edition* after = period.edition;
  if (after == nullptr || after->before == nullptr) return false;
  const Edition* before = after->before;
  const Comparison comparison{{&before->site, before->period}, {&after->site, after->period}, page_address, before, after};
  Changes changes = changes_of(scene, comparison);
  const long all = corrected_things(changes);
  std::erase_if(changes.projects, [&](const ProjectChange& change) { return !is_told(change, subject); });
  std::erase_if(changes.figures, [&](const FigureChange& change) { return !is_told(change, subject); });
  const auto is_other = [&](const TextChange& change) { return !is_told(changes, change, subject); };
  std::erase_if(changes.texts, is_other);
  std::erase_if(changes.others, is_other);
  Json groups = move_groups(scene, comparison, changes);
  Json figures = figures_part(scene, changes);
  Json texts = texts_part(scene, comparison, changes);
  Json others = others_part(scene, changes);
  const long rest = subject.kind == PeriodSubject::Kind::period ? all - corrected_things(changes) : 0;
  if (groups.empty() && figures == false && texts == false && others == false && rest == 0) return false;
  const bool all_is_rest = groups.empty() && figures == false && texts == false && others == false;
  return Json{{"id", "deel_verbeterd"},
              {"intro", scene.strings.say("corrected_intro", {{"n", std::to_string(after->number)},
                                                              {"date", scene.locale.date(after->published_on)}})},
              {"groups", std::move(groups)},
              {"figures", std::move(figures)},
              {"texts", std::move(texts)},
              {"others", std::move(others)},
              {"rest", rest == 0 ? Json(false)
                                 : Json{{"label", scene.strings.say_count(all_is_rest ? "corrected_all_rest" : "corrected_rest", rest,
                                                                          count_text(scene, rest))},
                                        {"href", relative_link(page_address, correction_address(*before, *after))}}}};
}

}  // namespace stoplicht

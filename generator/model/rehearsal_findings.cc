#include "model/rehearsal_findings.h"

#include <algorithm>

#include "base/text.h"
#include "model/figure_jump.h"
#include "model/last_known.h"
#include "model/placeholders.h"
#include "model/sentences.h"

namespace stoplicht {
namespace {

const std::string projects_list = "/projects";
const std::string totals_list = "/totals";

bool is_written(const std::string& text) { return !trim(text).empty() && find_placeholders(text).empty(); }

// A placeholder is no missing text: check reports it by itself.
bool is_begun(const ProjectReport& report) {
  return !trim(report.summary).empty() ||
         (report.progress.document != nullptr && has_words(report.progress.document->body()));
}

bool is_told(const ProjectReport& report) {
  const Text& text = report.progress;
  const bool has_placeholder = text.document != nullptr && !find_placeholders(text.document->body()).empty();
  return is_begun(report) && find_placeholders(report.summary).empty() && !has_placeholder;
}

Finding in_period(Ask ask, const Period& draft, Location where) {
  return Finding{ask, false, &draft, nullptr, nullptr, std::move(where)};
}

Finding in_report(Ask ask, const ProjectReport& report, const std::string& member = {}) {
  const Document& document = *report.period->document;
  const std::string item = pointer_to_item(document, projects_list, "project", report.project->id);
  Finding out = in_period(ask, *report.period, document.at(item + member));
  out.programme = report.project->programme;
  out.project = report.project;
  return out;
}

void find_gaps_of(const ProjectReport& report, std::vector<Finding>& out) {
  if (report.status != nullptr && !report.status->told()) {
    Finding finding = in_report(Ask::light, report, "/status");
    finding.sheet = SheetPlace{SheetPlace::Sheet::projects, report.project->id, "status"};
    out.push_back(std::move(finding));
  }
  if (!is_begun(report)) out.push_back(in_report(Ask::text, report));
}

// Where a measurement stands, of a project or of a total.
struct Measured {
  const Period& draft;
  const ProjectReport* report;  // Null: a total.

  const std::vector<Measurement>& measurements() const {
    return report != nullptr ? report->measurements : draft.totals;
  }

  Finding finding(Ask ask, const Indicator& indicator, const char* column) const {
    const Document& document = *draft.document;
    const std::string list = report != nullptr
                                 ? pointer_to_item(document, projects_list, "project", report->project->id) + "/values"
                                 : totals_list;
    const std::string item = pointer_to_item(document, list, "indicator", indicator.id);
    Finding out = in_period(ask, draft, document.at(item + "/actual"));
    if (report != nullptr) {
      out.programme = report->project->programme;
      out.project = report->project;
    } else if (indicator.programmes.size() == 1) {
      out.programme = indicator.programmes.front();
    }
    out.subject = indicator.name;
    out.sheet = SheetPlace{SheetPlace::Sheet::figures, indicator.id, column};
    return out;
  }

  LastKnown before(const Indicator& indicator) const {
    return last_known(draft, report != nullptr ? report->project : nullptr, indicator);
  }
};

std::vector<Measured> all_measured(const Period& draft) {
  std::vector<Measured> out{{draft, nullptr}};
  for (const ProjectReport& report : draft.projects) out.push_back({draft, &report});
  return out;
}

void find_missing_values(const Measured& measured, std::vector<Finding>& out) {
  const auto& all = measured.measurements();
  for (const Measurement& each : all)
    if (!each.actual && trim(each.note).empty()) out.push_back(measured.finding(Ask::value, *each.indicator, "actual"));
  if (measured.report == nullptr) return;
  for (const Indicator* indicator : measured.report->project->indicators) {
    const bool is_listed = std::any_of(all.begin(), all.end(),
                                       [&](const Measurement& each) { return each.indicator->id == indicator->id; });
    if (!is_listed && measured.before(*indicator).measurement != nullptr)
      out.push_back(measured.finding(Ask::value, *indicator, "actual"));
  }
}

// A text of the data or of front matter.
void find_in_value(const std::string& text, const Finding& place, std::vector<Finding>& out) {
  for (const Sentence& each : sentences_of(text)) {
    if (each.words <= most_words) continue;
    Finding finding = place;
    finding.words = each.words;
    finding.subject = text.substr(each.offset, each.length);
    out.push_back(std::move(finding));
  }
}

void find_in_text(const Text& text, Finding place, std::vector<Finding>& out) {
  if (text.document == nullptr) return;
  const MarkdownDocument& document = *text.document;
  for (const Sentence& each : sentences_of(document.body())) {
    if (each.words <= most_words) continue;
    place.where = document.source().at(document.body_offset() + each.offset, each.length);
    place.words = each.words;
    place.subject = document.body().substr(each.offset, each.length);
    out.push_back(place);
  }
}

}  // namespace

std::string pointer_to_item(const Document& document, const std::string& list, const char* key, std::string_view id) {
  const Json::json_pointer pointer(list);
  if (!document.root().contains(pointer)) return list;
  const Json& items = document.root().at(pointer);
  for (std::size_t i = 0; items.is_array() && i < items.size(); ++i)
    if (const Json& item = items[i]; item.is_object() && item.contains(key) && item[key] == id)
      return list + "/" + std::to_string(i);
  return list;
}

void find_gaps(const Period& draft, std::vector<Finding>& out) {
  const Document& document = *draft.document;
  for (const ProgrammeReport& each : draft.programmes) {
    if (each.status == nullptr || each.status->told()) continue;
    const std::string item = pointer_to_item(document, "/programmes", "programme", each.programme->id);
    Finding finding = in_period(Ask::light, draft, document.at(item + "/status"));
    finding.programme = each.programme;
    finding.subject = each.programme->name;
    finding.sheet = SheetPlace{SheetPlace::Sheet::projects, "programme/" + each.programme->id, "status"};
    out.push_back(std::move(finding));
  }
  for (const ProjectReport& report : draft.projects) find_gaps_of(report, out);
  for (const Measured& measured : all_measured(draft)) find_missing_values(measured, out);
  for (std::size_t i = 0; i < draft.figures.size(); ++i) {
    const Figure& figure = draft.figures[i];
    if (!trim(figure.source).empty()) continue;
    out.push_back(in_period(Ask::source, draft, document.at(pointer_to_item(document, "/figures", "id", figure.id))));
    out.back().subject = figure.label;
  }
  if (draft.sources.empty() && draft.depth != Depth::known)
    out.push_back(in_period(Ask::source, draft, document.source().whole()));
}

void find_jumps(const Period& draft, std::vector<Finding>& out) {
  for (const Measured& measured : all_measured(draft)) {
    for (const Measurement& each : measured.measurements()) {
      if (!each.actual || !trim(each.note).empty()) continue;
      const LastKnown before = measured.before(*each.indicator);
      if (before.measurement == nullptr || !is_jump(before.measurement->actual->value, each.actual->value)) continue;
      Finding finding = measured.finding(Ask::jump, *each.indicator, "note");
      finding.jump = Jump{*before.measurement->actual, *each.actual, each.indicator->unit, before.period};
      out.push_back(std::move(finding));
    }
  }
}

void find_long_sentences(const Period& draft, std::vector<Finding>& out) {
  const Finding of_period = in_period(Ask::sentence, draft, {});
  find_in_text(draft.summary, of_period, out);
  for (const auto& letter : draft.letters) {
    Finding place = of_period;
    place.letter = letter.get();
    find_in_text(letter->text, place, out);
  }
  for (const auto& page : draft.pages) find_in_text(page->text, of_period, out);
  for (const LocalText& local : draft.local_texts) find_in_text(local.text, of_period, out);
  for (const ProjectReport& report : draft.projects) {
    Finding place = of_period;
    place.programme = report.project->programme;
    place.project = report.project;
    find_in_text(report.progress, place, out);
    const std::pair<const char*, std::string> values[] = {{"summary", report.summary},
                                                          {"cause", report.explanation.cause.value_or("")},
                                                          {"consequence", report.explanation.consequence.value_or("")},
                                                          {"action", report.explanation.action.value_or("")},
                                                          {"override_reason", report.override_reason}};
    for (const auto& [key, text] : values) {
      if (sentences_of(text).empty()) continue;
      Finding of_value = in_report(Ask::sentence, report, std::string("/") + key);
      of_value.sheet = SheetPlace{SheetPlace::Sheet::projects, report.project->id, key};
      find_in_value(text, of_value, out);
    }
  }
}

std::vector<Completeness> completeness_of(const Site& site, const Period& draft) {
  std::vector<Completeness> out;
  for (const auto& programme : site.programmes) {
    Completeness of_programme{&draft, programme.get(), 0, 0};
    const auto count = [&](bool is_done) {
      ++of_programme.all;
      if (is_done) ++of_programme.done;
    };
    for (const ProjectReport& report : draft.projects) {
      if (report.project->programme != programme.get()) continue;
      count(report.status != nullptr && report.status->told());
      count(is_told(report));
      for (const Measurement& each : report.measurements) count(each.actual || is_written(each.note));
      if (report.status == nullptr || !report.status->needs_explanation()) continue;
      const Explanation& why = report.explanation;
      count(why.cause_unknown || is_written(why.cause.value_or("")));
      count(why.action_unknown || is_written(why.action.value_or("")));
    }
    if (of_programme.all > 0) out.push_back(of_programme);
  }
  return out;
}

}  // namespace stoplicht

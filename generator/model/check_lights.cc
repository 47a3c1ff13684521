#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

// A part of the explanation that is not given, nor misspelt or of a wrong type, which is reported already.
bool lacks(const ObjectReader& object, std::string_view key, const std::optional<std::string>& text, bool unknown) {
  if (text || unknown) return false;
  return object.has(key) ? object.is_text(key) : !object.has_misspelt(key);
}

}  // namespace

void check_explanation(Reading& reading, const ProjectReport& report, ObjectReader& object) {
  if (!report.status->needs_explanation()) return;
  const Explanation& why = report.explanation;
  const bool no_cause = lacks(object, "cause", why.cause, why.cause_unknown);
  const bool no_action = lacks(object, "action", why.action, why.action_unknown);
  if (!no_cause && !no_action) return;
  const std::string what = no_cause && no_action ? "cause and no action" : no_cause ? "cause" : "action";
  reading.diagnostics.add({reading.explanation, "light-unexplained",
                           in_quotes(report.project->id) + " is " + in_quotes(report.status->id) + ", with no " + what,
                           object.at("status"),
                           "add " + std::string(no_cause ? "'cause'" : "") + (no_cause && no_action ? " and " : "") +
                               (no_action ? "'action'" : "") + ": a text, or null when the source names none"});
}

void check_override(Reading& reading, const ProjectReport& report, ObjectReader& object) {
  // Without the period's date, which is reported, nothing could be computed.
  if (report.period->reported_on.year == 0) return;
  const bool reason = !trim(report.override_reason).empty();
  const std::string id = in_quotes(report.project->id);
  const bool declared = report.status != &report.period->scale->not_reported();
  if (report.differs() && !reason) {
    reading.diagnostics.warning("override-without-reason", object.at("status"),
                                id + " is declared " + in_quotes(report.status->id) + ", but its rule computes " +
                                    in_quotes(report.computed->id),
                                "add 'override_reason': why the declared light is the right one");
  } else if (!report.differs() && reason) {
    reading.diagnostics.warning("override-needless", object.at_key("override_reason"),
                                id + " has an 'override_reason', but " +
                                    (report.computed == nullptr ? "no light is computed for it"
                                     : declared                 ? "declared and computed agree"
                                                                : "no light is declared"),
                                "leave it out");
  }
}

}  // namespace stoplicht

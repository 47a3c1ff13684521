#include "views/rehearsal_items.h"

#include "base/locale.h"
#include "base/message_catalogue.h"
#include "base/text.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_quote = 300;  // Characters of a line.

std::string of_jump(const Scene& scene, const Finding& finding) {
  const Jump& jump = *finding.jump;
  return scene.strings.say("rehearsal_jump", {{"indicator", finding.subject},
                                              {"before", quantity_text(scene, jump.before, jump.unit)},
                                              {"period", in_sentence(scene, jump.since->name)},
                                              {"now", quantity_text(scene, jump.now, jump.unit)}});
}

std::string of_announcement(const Scene& scene, const Finding& finding) {
  if (!finding.due) return scene.strings.say("rehearsal_announcement_undated", {{"what", finding.subject}});
  return scene.strings.say("rehearsal_announcement",
                           {{"what", finding.subject}, {"date", scene.locale.date(*finding.due)}});
}

// What is the matter, of what no rule of `check` says.
std::string reason_of_finding(const Scene& scene, const Finding& finding) {
  const Strings& strings = scene.strings;
  switch (finding.ask) {
    case Ask::light: return strings.say(finding.project != nullptr ? "rehearsal_light" : "rehearsal_light_programme");
    case Ask::text: return strings.say("rehearsal_text");
    case Ask::value: return strings.say("rehearsal_value", {{"indicator", finding.subject}});
    case Ask::source:
      return finding.subject.empty() ? strings.say("rehearsal_source_period")
                                     : strings.say("rehearsal_source", {{"figure", finding.subject}});
    case Ask::jump: return of_jump(scene, finding);
    case Ask::commitment:
      return strings.say("rehearsal_commitment",
                         {{"what", finding.subject}, {"date", scene.locale.date(*finding.due)}});
    case Ask::announcement: return of_announcement(scene, finding);
    default:
      return strings.say("rehearsal_sentence",
                         {{"n", std::to_string(finding.words)}, {"most", std::to_string(most_words)}});
  }
}

// The line on which it stands; "" when there is nothing to read in it: "{".
std::string quoted_line(const Location& where) {
  const std::string_view line = trim(where.excerpt);
  for (std::size_t at = 0; at < line.size();)
    if (is_word_character(next_character(line, at))) return on_one_line(line, longest_quote);
  return {};
}

// The page of the site on which it shows; empty: on none.
std::string page_of_finding(const Finding& finding) {
  if (finding.commitment != nullptr) return finding.commitment->address;
  if (finding.letter != nullptr) return finding.letter->address;
  if (finding.period == nullptr) return {};
  if (finding.project == nullptr) return address_of(*finding.period);
  const ProjectReport* report = finding.period->report_of(*finding.project);
  return report != nullptr ? address_of(*report) : address_of(*finding.period);
}

Json place_of_finding(const Scene& scene, const Location& where, const RehearsalLinks& links) {
  if (where.file.empty()) return false;
  const std::string line =
      where.line > 0 ? scene.strings.say("rehearsal_line", {{"n", std::to_string(where.line)}}) : "";
  return Json{{"file", on_one_line(where.file)},
              {"line", or_false(line)},
              {"href", links.file ? Json(links.file(where.file)) : Json(false)}};
}

const char* code_of(MessageLanguage language) { return language == MessageLanguage::dutch ? "nl" : "en"; }

// What a rule of the program says, in the language of the page where it has words in that.
Json said_by_rule(const Scene& scene, const Diagnostic& diagnostic) {
  const MessageLanguage asked = message_language(scene.locale.language()).value_or(MessageLanguage::english);
  const Said message = said(asked, diagnostic.id, diagnostic.message);
  const Said hint = said(asked, diagnostic.id, diagnostic.hint);
  return Json{{"message", on_one_line(message.text)},
              {"message_language", code_of(message.language)},
              {"hint", or_false(on_one_line(hint.text))},
              {"hint_language", code_of(hint.language)}};
}

}  // namespace

std::string key_of(Ask ask) {
  switch (ask) {
    case Ask::mend: return "mend";
    case Ask::fill_in: return "fill_in";
    case Ask::light: return "light";
    case Ask::explanation: return "explanation";
    case Ask::justification: return "justification";
    case Ask::decision: return "decision";
    case Ask::commitment: return "commitment";
    case Ask::announcement: return "announcement";
    case Ask::text: return "text";
    case Ask::value: return "value";
    case Ask::source: return "source";
    case Ask::jump: return "jump";
    case Ask::number: return "number";
    case Ask::link: return "link";
    case Ask::image: return "image";
    case Ask::sentence: return "sentence";
    case Ask::look: return "look";
  }
  return {};
}

Json rehearsal_item(const Scene& scene, const Finding& finding, const RehearsalLinks& links) {
  const std::string ask = key_of(finding.ask);
  Json said = false;
  if (finding.diagnostic && finding.ask != Ask::fill_in)  // The placeholder itself says what it asks.
    said = said_by_rule(scene, *finding.diagnostic);
  // A long sentence is quoted whole; of anything else the line on which it stands.
  const std::string quote = finding.ask == Ask::sentence ? on_one_line(finding.subject) : quoted_line(finding.where);
  const std::string page = page_of_finding(finding);
  const std::string cell = links.cell ? links.cell(finding) : "";
  return Json{
      {"title", scene.strings.say("rehearsal_ask_" + ask)},
      {"text", finding.diagnostic ? scene.strings.say("rehearsal_rule_" + ask) : reason_of_finding(scene, finding)},
      {"said", std::move(said)},
      {"quote", or_false(quote)},
      {"place", place_of_finding(scene, finding.where, links)},
      {"cell", or_false(cell)},
      {"page", links.page && !page.empty() ? Json(links.page(page)) : Json(false)}};
}

}  // namespace stoplicht

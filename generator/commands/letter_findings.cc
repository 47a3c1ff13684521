#include "commands/letter_findings.h"

#include <set>

#include "base/text.h"
#include "commands/question.h"
#include "commands/report.h"

namespace stoplicht {
namespace {

std::string_view piece(std::string_view text, const TextRange& where) {
  return text.substr(where.offset, where.length);
}

// "1" as "¹".
std::string raised_mark(std::string_view digits) {
  std::string out;
  for (const char c : digits) out += raised_digit(c);
  return out;
}

// A small number is the value of many.
std::string some_of(std::vector<std::string> paths) {
  constexpr std::size_t most = 5;
  const bool are_more = paths.size() > most;
  if (are_more) paths.resize(most);
  return join(paths, ", ") + (are_more ? ", …" : "");
}

std::string about_mark(std::string_view written, const CommitmentMention& mention) {
  return "'" + std::string(written) + "' may be commitment " + mention.commitment->id + " with the mark of note " +
         mention.mark;
}

}  // namespace

void LetterFindings::read_commitments(WordMarkdown& markdown, LetterDraft& draft) {
  mentions_ = find_commitment_mentions(markdown.text, site_);
  if (can_ask()) {
    std::set<std::string> asked, apart;
    for (auto each = mentions_.rbegin(); each != mentions_.rend(); ++each) {
      if (each->mark.empty()) continue;
      const std::string written(piece(markdown.text, each->where));
      if (asked.insert(written).second && ask(about_mark(written, *each) + ". Is it?", language_))
        apart.insert(written);
      if (!apart.contains(written)) continue;
      const std::size_t at = each->where.offset + each->where.length - each->mark.size();
      const std::string mark = raised_mark(each->mark);
      markdown.text.replace(at, each->mark.size(), mark);
      for (LetterRemark& remark : markdown.remarks)
        if (remark.offset > at) remark.offset += mark.size() - each->mark.size();
    }
    mentions_ = find_commitment_mentions(markdown.text, site_);
  }
  draft.named = commitments_to_close(mentions_, council_);
}

void LetterFindings::read_figures(const std::string& markdown) {
  figures_ = find_figure_mentions(markdown, site_, period_);
}

std::string LetterFindings::with_figures(const std::string& markdown) const {
  return stoplicht::with_figures(markdown, figures_.equal);
}

void LetterFindings::warn(const SourceText& file, std::size_t body_offset, const WordMarkdown& markdown,
                          Diagnostics& diagnostics) const {
  const auto at = [&](const TextRange& where) { return file.at(body_offset + where.offset, where.length); };
  for (const LetterRemark& each : markdown.remarks)
    diagnostics.warning(each.id, each.length > 0 ? at({each.offset, each.length}) : file.whole(), each.message,
                        each.hint);
  for (const CommitmentMention& each : mentions_) {
    const std::string written(piece(markdown.text, each.where));
    if (each.commitment == nullptr) {
      warn_of_unknown_commitment(written, site_, at(each.where), diagnostics);
    } else if (!each.mark.empty()) {
      diagnostics.warning("letter-commitment", at(each.where), about_mark(written, each),
                          "if so, write " + each.commitment->id + raised_mark(each.mark) +
                              ", or make it a note; nothing is proposed to close it");
    }
  }
  const std::string before = period_.previous != nullptr ? period_.previous->id : "";
  for (const NearFigure& each : figures_.near)
    warn_of_near_figure(each, piece(markdown.text, each.where), before, at(each.where), diagnostics);
}

std::string LetterFindings::told_of(const Commitment& commitment) const {
  if (commitment.council != &council_) return "it was made to the council of " + commitment.council->id;
  if (commitment.status == CommitmentStatus::lapsed) return "it has lapsed";
  if (!may_be_closed(commitment))
    return "it was closed by letters/" + commitment.closed_by->id + " of " + commitment.closed_by->period->id;
  return "it may be closed by this letter: decide at the top of the file";
}

void LetterFindings::say(const std::string& line) const { stoplicht::say(line, language_); }

void LetterFindings::tell(const SourceText& file, std::size_t body_offset, bool written) const {
  std::set<const Commitment*> told;
  for (const CommitmentMention& each : mentions_)
    if (each.commitment != nullptr && each.mark.empty() && told.insert(each.commitment).second)
      say("commitment " + each.commitment->id + " is named: " + told_of(*each.commitment));
  std::size_t single = 0;
  for (const FigureMention& each : figures_.equal) {
    const std::string number(piece(file.text(), {body_offset + each.where.offset, each.where.length}));
    const int line = file.at(body_offset + each.where.offset).line;
    const std::string start = "line " + std::to_string(line) + ": " + number;
    if (!each.is_sure) {
      say(start + (each.paths.size() > 1 ? " is one of these figures: " + some_of(each.paths)
                                         : " may be {{ " + each.paths.front() + " }}; where it is meant, write that"));
      continue;
    }
    ++single;
    say(start + (written ? " became {{ " : " is {{ ") + each.paths.front() + " }}");
  }
  if (single > 0 && !written)
    say("to write " + std::string(single == 1 ? "it" : "them") + " into the letter, run this again with --figures");
}

}  // namespace stoplicht

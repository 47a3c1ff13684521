#include "render/period_draft.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "model/edition_parts.h"
#include "model/figure_marks.h"
#include "model/placeholders.h"
#include "render/markdown_tree.h"
#include "render/period_draft_parts.h"

namespace stoplicht {
namespace {

constexpr DraftWords dutch{
    .language = "nl",
    .first_half = "Eerste helft van ",
    .second_half = "Tweede helft van ",
    .period_name = "naam van ",
    .report_day = "de dag van het verslag hoort bij 'reported_on'; wat daar staat, is een schatting",
    .report_day_and_time =
        "de dag van het verslag hoort bij 'reported_on'; wat daar staat, is een schatting. Voeg ook "
        "'from' en 'until' toe: de tijd waarover het verslag gaat",
    .programme_summary = "het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat",
    .project_summary = "het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat",
    .number = "nummer van ",
    .headline = "de conclusie in één zin",
    .summary = "de samenvatting van deze periode",
    .progress = "hoe het gaat met ",
    .letter_title = "titel van de brief",
    .letter_date = "schrijf in plaats van deze regel de datum, zoals 'date: 2024-04-18'",
    .letter = "de brief",
    .announced = "Wat wij aankondigden",
    .commitments = "Toezeggingen die openstaan",
    .due = "termijn: ",
    .what_came = "wat kwam ervan? Zet het ook bij 'done' in ",
    .how_it_stands = "hoe staat het? Afgedaan? Voeg dan in de gegevens bovenaan ",
    .when_closed = " toe aan 'closes'",
    .letter_kind = "wat voor brief het is, zoals Raadsbrief",
    .letter_from = "van wie de brief is, zoals College van burgemeester en wethouders",
    .and_word = " en ",
    .closes_them = "doet deze brief ",
    .if_so = " af? Haal dan in de gegevens bovenaan het teken # voor 'closes' weg. Haal daarna ook deze regel weg",
    .if_so_too = " af? Zet dat dan in de gegevens bovenaan bij 'closes'. Haal daarna ook deze regel weg",
};

constexpr DraftWords english{
    .language = "en",
    .first_half = "First half of ",
    .second_half = "Second half of ",
    .period_name = "name of ",
    .report_day = "the day of the report goes to 'reported_on'; what stands there is a guess",
    .report_day_and_time =
        "the day of the report goes to 'reported_on'; what stands there is a guess. Also add 'from' "
        "and 'until': the time that the report is about",
    .programme_summary = "the light at 'status', and here in a sentence or two how it goes",
    .project_summary = "the light at 'status', and here in a sentence or two how it goes",
    .number = "number of ",
    .headline = "the conclusion in one sentence",
    .summary = "the summary of this period",
    .progress = "how it goes with ",
    .letter_title = "title of the letter",
    .letter_date = "write the date in the place of this line, such as 'date: 2024-04-18'",
    .letter = "the letter",
    .announced = "What we announced",
    .commitments = "Commitments that are open",
    .due = "due: ",
    .what_came = "what came of it? Put it at 'done', too, in ",
    .how_it_stands = "how does it stand? Closed? Then add ",
    .when_closed = " to 'closes' at the top of this letter",
    .letter_kind = "what kind of letter it is, such as Council letter",
    .letter_from = "who the letter is from, such as Municipal executive",
    .and_word = " and ",
    .closes_them = "does this letter close ",
    .if_so = "? Then take away the sign # before 'closes' at the top of this file. After that take away this line, too",
    .if_so_too = "? Then add that to 'closes' at the top of this file. After that take away this line, too",
};

// A text as Markdown that shows it as it is, on one line.
std::string as_markdown(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_sign = std::string_view("\\`*_[]<>&~|#").find(c) != std::string_view::npos;
    if (is_sign || text.substr(i).starts_with("{{")) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
    if (c == '{' && text.substr(i).starts_with("{{")) out += text[++i];
  }
  return out;
}

// What stands in a heading, without its figures: they are those of the period that it was written for.
std::string words_of(const MarkdownTree& tree, std::size_t heading) {
  std::string text;
  for (std::size_t i = heading + 1; i < tree.nodes[heading].end; ++i) {
    const MarkdownNode& node = tree.nodes[i];
    if (node.kind == MarkdownKind::text || node.kind == MarkdownKind::code) text += node.text;
    if (node.kind == MarkdownKind::soft_break || node.kind == MarkdownKind::line_break) text += ' ';
  }
  const std::vector<FigureMark> figures = find_figures(text);
  for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure)
    text.replace(figure->offset, figure->length, "…");
  return text;
}

// What a draft of a letter asks about what its council waits for, a line each.
class LetterPoints {
 public:
  explicit LetterPoints(const Locale& locale) : locale_(locale), words_(draft_words(locale.language())) {}

  // In quotation marks: what begins with a dash or a number would begin a list of its own.
  std::string announced(const Announcement& each) const {
    const std::string file = "content/periods/" + each.letter->period->id + "/letters/" + each.letter->id + ".md";
    return "- “" + as_markdown(each.what) + "”" + due(each.by) + ": " + asked(std::string(words_.what_came) + file);
  }

  std::string committed(const Commitment& each) const {
    return "- [" + as_markdown(each.id) + "](/" + each.address + ") “" + as_markdown(each.title) + "”" + due(each.due) +
           ": " +
           asked(std::string(words_.how_it_stands) + as_markdown(in_placeholder(each.id)) +
                 std::string(words_.when_closed));
  }

 private:
  std::string asked(std::string_view what) const { return placeholder(words_.language, what); }

  std::string due(const std::optional<Date>& date) const {
    return date ? " (" + std::string(words_.due) + locale_.date(*date) + ")" : "";
  }

  const Locale& locale_;
  const DraftWords& words_;
};

class TextDrafts {
 public:
  TextDrafts(const NextPeriod& next, const Locale& locale)
      : next_(next), points_(locale), words_(draft_words(locale.language())) {}

  std::vector<OutputFile> make() const {
    const std::string folder = "content/periods/" + next_.id + "/";
    std::vector<OutputFile> files;
    files.push_back({folder + "summary.md", "---\nheadline: " + as_yaml(asked(words_.headline)) + "\n---\n" +
                                                draft_like(next_.before->summary, asked(words_.summary))});
    for (const NextLetter& letter : next_.letters)
      files.push_back({folder + "letters/" + letter.id + ".md", letter_text(letter)});
    for (const NextProject& each : next_.projects) {
      if (each.before == nullptr || each.before->progress.empty()) continue;
      const std::string what = std::string(words_.progress) + as_markdown(in_placeholder(each.before->name));
      files.push_back(
          {folder + "progress/" + each.project->id + ".md", draft_like(each.before->progress, asked(what))});
    }
    return files;
  }

 private:
  std::string asked(std::string_view what = "") const { return placeholder(words_.language, what); }

  // The headings of the text of before, with `first` above them.
  std::string draft_like(const Text& before, const std::string& first) const {
    std::string out = first + "\n";
    if (before.empty()) return out;
    const MarkdownTree tree = parse_markdown_tree(before.document->body());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const MarkdownNode& node = tree.nodes[i];
      if (node.kind != MarkdownKind::heading) continue;
      out += "\n" + std::string(static_cast<std::size_t>(node.number), '#') + " " + as_markdown(words_of(tree, i)) +
             "\n\n" + asked() + "\n";
    }
    return out;
  }

  std::string letter_text(const NextLetter& next) const {
    const Letter& before = *next.before;
    std::string councils;
    for (const Organisation* each : before.councils) councils += (councils.empty() ? "" : ", ") + each->id;
    std::string out = "---\ntitle: " + as_yaml(asked(words_.letter_title)) + "\nkind: " + as_yaml(before.kind_label) +
                      "\nfrom: " + as_yaml(before.from) + "\ncouncils: [" + councils +
                      "]\ndate_note: " + as_yaml(asked(words_.letter_date)) + "\n---\n" + asked(words_.letter) + "\n";
    if (!next.announced.empty()) out += "\n## " + std::string(words_.announced) + "\n\n";
    for (const Announcement* each : next.announced) out += points_.announced(*each) + "\n";
    if (!next.commitments.empty()) out += "\n## " + std::string(words_.commitments) + "\n\n";
    for (const Commitment* each : next.commitments) out += points_.committed(*each) + "\n";
    return out;
  }

  const NextPeriod& next_;
  LetterPoints points_;
  const DraftWords& words_;
};

}  // namespace

const DraftWords& draft_words(std::string_view language) { return language == "nl" ? dutch : english; }

std::string as_yaml(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool has_signs = text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
                         text.find_first_of("\\\"\n\r\t") != std::string_view::npos || text.ends_with(':') ||
                         text.ends_with(' ');
  constexpr std::array<std::string_view, 9> not_texts{"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
  const bool is_text = std::find(not_texts.begin(), not_texts.end(), fold_case(std::string(text))) == not_texts.end();
  if (!text.empty() && is_letter(text.front()) && !has_signs && is_text) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out + '"';
}

std::string in_placeholder(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == '{')
      out += '(';
    else if (c == ']' || c == '}')
      out += ')';
    else
      out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::vector<OutputFile> period_draft(const NextPeriod& next, const Site& site, const SiteFolder& sources) {
  const Locale locale(site.language);
  std::vector<OutputFile> files = TextDrafts(next, locale).make();
  const Document& like = *sources.data.at(period_file(next.before->id));
  files.push_back({period_file(next.id), draft_of_data(next, site, locale, like)});
  return files;
}

bool is_untouched_draft(const Letter& letter, const Site& site) {
  const DraftWords& words = draft_words(site.language);
  if (letter.text.document == nullptr || letter.title != placeholder(words.language, words.letter_title)) return false;
  // What was written without a placeholder stays when the letter is replaced.
  if (!find_placeholders(letter.date_note).empty() &&
      letter.date_note != placeholder(words.language, words.letter_date))
    return false;
  // Of all that any council waits or waited for: what is answered or closed by now was open when the draft was made.
  const Locale locale(site.language);
  const LetterPoints points(locale);
  std::set<std::string, std::less<>> made{placeholder(words.language, words.letter),
                                          "## " + std::string(words.announced), "## " + std::string(words.commitments)};
  for (const auto& period : site.periods)
    for (const auto& earlier : period->letters)
      for (const Announcement& each : earlier->announces) made.insert(points.announced(each));
  for (const auto& each : site.commitments) made.insert(points.committed(*each));

  bool asks = false;
  for (const std::string_view line : split(letter.text.document->body(), '\n')) {
    if (trim(line).empty()) continue;
    if (!made.contains(trim(line))) return false;
    asks = asks || !find_placeholders(line).empty();
  }
  return asks;
}

}  // namespace stoplicht

#include "model/commitment_mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/locale.h"
#include "base/text.h"
#include "model/numbers_in_text.h"

namespace stoplicht {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "t20-27" of "T20 – 27": what two ways of writing one number have in common.
std::string key_of(std::string_view id) {
  std::string key;
  for (const char c : id)
    if (is_digit(c) || is_ascii_letter(c))
      key += c;
    else if (!key.empty() && key.back() != '-')
      key += '-';
  return fold_case(key);
}

// A text that has the form of a number: letters, perhaps digits, and more digits behind hyphens.
struct Candidate {
  std::size_t offset = 0;
  // Lengths at which it may end, the shortest first: behind "T20-27" in "T20-27 – 3", whose dash may be one of the
  // sentence.
  std::vector<std::size_t> lengths;
};

// The length of a hyphen, dash or minus at the start of a text, with the blanks around it; 0: none.
std::size_t hyphen_at(std::string_view text) {
  constexpr std::array<std::string_view, 7> hyphens{"-", "\\-", "\u2010", "\u2011", "–", "—", "−"};
  std::size_t length = 0;
  const auto blanks = [&] {
    const std::size_t start = length;
    while (length - start < 2 && length < text.size() && text[length] == ' ') ++length;
    if (text.substr(length).starts_with("\u00A0")) length += 2;
  };
  blanks();
  const auto* const found = std::find_if(hyphens.begin(), hyphens.end(),
                                         [&](std::string_view each) { return text.substr(length).starts_with(each); });
  if (found == hyphens.end()) return 0;
  length += found->size();
  blanks();
  return length;
}

std::vector<Candidate> candidates_in(std::string_view text) {
  constexpr std::size_t most_letters = 4;
  std::vector<Candidate> found;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (!is_ascii_letter(text[at]) || is_word_character(before) || before == '-') {
      before = next_character(text, at);
      continue;
    }
    std::size_t end = at;
    const auto take = [&](bool (*is_part)(char)) {
      const std::size_t from = end;
      while (end < text.size() && is_part(text[end])) ++end;
      return end - from;
    };
    const std::size_t letters = take(is_ascii_letter);
    std::vector<std::size_t> lengths;
    std::size_t parts = 0;
    std::size_t whole = end;
    if (letters <= most_letters) {
      take(is_digit);
      while (const std::size_t hyphen = hyphen_at(text.substr(end))) {
        const std::string_view sign = text.substr(end, hyphen);
        end += hyphen;
        if (take(is_digit) == 0) break;
        const bool may_end = sign.find(' ') != std::string_view::npos || sign.find("\u00A0") != std::string_view::npos;
        if (parts > 0 && may_end) lengths.push_back(whole - start);
        whole = end;
        ++parts;
      }
    }
    std::size_t next = whole;
    const bool ends = whole >= text.size() || !is_word_character(next_character(text, next));
    // A raised digit is a mark of its own.
    const bool is_marked = !ends && static_cast<unsigned char>(text[whole]) >= 0x80;
    if (ends || is_marked) lengths.push_back(whole - start);
    if (parts > 0 && !lengths.empty()) found.push_back({start, std::move(lengths)});
    at = parts > 0 ? whole : start + letters;
    before = text[at - 1] >= 0 ? static_cast<char32_t>(text[at - 1]) : U'a';
  }
  return found;
}

}  // namespace

std::vector<CommitmentMention> find_commitment_mentions(std::string_view markdown, const Site& site) {
  std::map<std::string, const Commitment*, std::less<>> by_key;
  std::vector<std::string> starts;  // The letters that numbers of this site begin with.
  for (const auto& each : site.commitments) {
    const std::string key = key_of(each->id);
    by_key[key] = each.get();
    starts.push_back(key.substr(0, key.find_first_of("0123456789-")));
  }
  std::vector<CommitmentMention> found;
  const std::string text = only_running_text(markdown);
  for (const Candidate& each : candidates_in(text)) {
    CommitmentMention mention{{each.offset, each.lengths.front()}, nullptr, ""};
    std::string key;
    for (auto length = each.lengths.rbegin(); length != each.lengths.rend() && mention.commitment == nullptr;
         ++length) {
      key = key_of(std::string_view(text).substr(each.offset, *length));
      constexpr std::size_t longest_mark = 2;
      for (std::size_t mark = 0; mark <= longest_mark && mention.commitment == nullptr; ++mark) {
        if (!is_digit(key[key.size() - 1 - mark])) break;
        const auto known = by_key.find(std::string_view(key).substr(0, key.size() - mark));
        if (known == by_key.end()) continue;
        mention = {{each.offset, *length}, known->second, key.substr(key.size() - mark)};
      }
    }
    const std::string letters = key.substr(0, key.find_first_of("0123456789"));
    const bool is_like_others = std::find(starts.begin(), starts.end(), letters) != starts.end();
    if (mention.commitment != nullptr || is_like_others) found.push_back(std::move(mention));
  }
  return found;
}

void warn_of_unknown_commitment(std::string_view written, const Site& site, Location where, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const auto& commitment : site.commitments) ids.push_back(commitment->id);
  const std::string near = one_of_hint(written, ids);
  diagnostics.warning("letter-commitment", std::move(where), "there is no commitment '" + std::string(written) + "'",
                      "add it to data/commitments.json, or mend the number" + (near.empty() ? "" : "; " + near));
}

bool may_be_closed(const Commitment& commitment) {
  return commitment.status == CommitmentStatus::open || commitment.status == CommitmentStatus::in_progress ||
         (commitment.status == CommitmentStatus::closed && commitment.closed_by == nullptr);
}

std::vector<const Commitment*> commitments_to_close(const std::vector<CommitmentMention>& mentions,
                                                    const Organisation& council) {
  std::vector<const Commitment*> out;
  for (const CommitmentMention& each : mentions) {
    const Commitment* commitment = each.commitment;
    if (commitment == nullptr || !each.mark.empty() || !may_be_closed(*commitment)) continue;
    if (commitment->council == &council && std::find(out.begin(), out.end(), commitment) == out.end())
      out.push_back(commitment);
  }
  return out;
}

}  // namespace stoplicht

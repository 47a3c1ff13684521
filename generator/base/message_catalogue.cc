#include "base/message_catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace stoplicht {
namespace {

constexpr std::string_view shared_subject = "shared";
constexpr std::string_view phrase_subject = "phrase";
constexpr int deepest_phrase = 4;  // A phrase in a phrase in a sentence.

std::set<std::string> name_set(const MessagePattern& pattern) {
  const std::vector<std::string> names = pattern.names();
  return {names.begin(), names.end()};
}

}  // namespace

MessageCatalogue::MessageCatalogue(const std::vector<std::string_view>& files) {
  for (const std::string_view file : files) {
    const auto json = nlohmann::ordered_json::parse(file, nullptr, false);
    if (!json.is_object()) throw std::invalid_argument("a file of messages is no JSON object");
    for (const auto& [subject, sentences] : json.items()) {
      if (!sentences.is_object()) throw std::invalid_argument("messages: '" + subject + "' is no object");
      Entries& entries = subjects_[subject.substr(0, subject.find(':'))];
      for (const auto& [from, to] : sentences.items()) {
        if (!to.is_string()) throw std::invalid_argument("messages: '" + from + "' has no text");
        Entry entry{MessagePattern(from), MessagePattern(to.get_ref<const std::string&>())};
        if (name_set(entry.from) != name_set(entry.to))
          throw std::invalid_argument("messages: '" + from + "' has other holes in its translation");
        entries.push_back(std::move(entry));
      }
    }
  }
  for (auto& [subject, entries] : subjects_)
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.from.letters() > b.from.letters(); });
}

std::optional<std::string> MessageCatalogue::translated(std::string_view subject, std::string_view sentence) const {
  return look_up(subject, sentence, 0);
}

std::optional<std::string> MessageCatalogue::look_up(std::string_view subject, std::string_view sentence,
                                                     int depth) const {
  if (depth > deepest_phrase) return std::nullopt;
  if (auto found = look_in(subject, subject, sentence, depth)) return found;
  if (depth > 0)
    if (auto found = look_in(phrase_subject, subject, sentence, depth)) return found;
  return look_in(shared_subject, subject, sentence, depth);
}

std::optional<std::string> MessageCatalogue::look_in(std::string_view group, std::string_view subject,
                                                     std::string_view sentence, int depth) const {
  const auto entries = subjects_.find(group);
  if (entries == subjects_.end()) return std::nullopt;
  for (const Entry& entry : entries->second) {
    std::optional<MessagePattern::Holes> holes = entry.from.match(sentence);
    if (!holes) continue;
    bool all_known = true;
    for (const std::string& name : entry.to.phrase_names()) {
      std::optional<std::string> phrase = look_up(subject, holes->at(name), depth + 1);
      all_known = all_known && phrase.has_value();
      if (phrase) holes->at(name) = std::move(*phrase);
    }
    if (all_known) return entry.to.fill(*holes);
  }
  return std::nullopt;
}

Said said(MessageLanguage language, std::string_view subject, std::string_view sentence) {
  if (language == MessageLanguage::dutch && !sentence.empty())
    if (std::optional<std::string> text = dutch_messages().translated(subject, sentence)) return {*text, language};
  return {std::string(sentence), MessageLanguage::english};
}

std::string in_language(MessageLanguage language, std::string_view subject, std::string_view sentence) {
  return said(language, subject, sentence).text;
}

}  // namespace stoplicht

#include "search/stems.h"

#include <libstemmer.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "search/word_list.h"

namespace stoplicht {
namespace {

bool has_digit(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// "vacatures", of which the rules would keep the s while they take the e of "vacature".
bool is_plural_in_es(std::string_view form) {
  return form.size() >= 6 && form.ends_with("es") && !is_vowel(form[form.size() - 3]) &&
         is_dutch_word(form.substr(0, form.size() - 1));
}

// Forms whose vowel changes, with the one to stem instead; sorted.
constexpr std::pair<std::string_view, std::string_view> irregular_dutch[] = {
    {"banden", "band"},
    {"beden", "bede"},
    {"bladeren", "blad"},
    {"eieren", "ei"},

    {"goederen", "goed"},
    {"kinderen", "kind"},
    {"leden", "lid"},
    {"medeleden", "medelid"},
    {"raadsleden", "raadslid"},
    {"schepen", "schip"},
    {"smeden", "smid"},
    {"steden", "stad"},
    {"teamleden", "teamlid"},
    {"volkeren", "volk"},
    {"wetgevingen", "wetgeving"},
};

std::string_view regular(std::string_view form, bool dutch) {
  if (!dutch) return form;
  const auto* const found =
      std::lower_bound(std::begin(irregular_dutch), std::end(irregular_dutch), form,
                       [](const auto& pair, std::string_view wanted) { return pair.first < wanted; });
  if (found != std::end(irregular_dutch) && found->first == form) return found->second;
  return is_plural_in_es(form) ? form.substr(0, form.size() - 1) : form;
}

// What Porter's Dutch rules leave apart.
void put_together(std::string& stem) {
  if (stem.size() < 3) return;
  const auto from_end = [&](std::size_t n) { return stem[stem.size() - n]; };
  if (from_end(1) == from_end(2) && !is_vowel(from_end(1))) stem.pop_back();  // "plannen", "processen"
  if (from_end(1) == 'v') stem.back() = 'f';
  if (from_end(1) == 'z') stem.back() = 's';
  // "fotos", "programmas": a plural of a word in a vowel; "huis" and "thuis" have two vowels and are none.
  if (stem.size() >= 5 && from_end(1) == 's' && from_end(2) != 'e' && is_vowel(from_end(2)) && !is_vowel(from_end(3)))
    stem.pop_back();
}

}  // namespace

struct Stemmer::Impl {
  bool dutch;
  sb_stemmer* stemmer;
};

Stemmer::Stemmer(std::string_view language)
    : impl_(std::make_unique<Impl>(
          Impl{language == "nl", sb_stemmer_new(language == "nl" ? "dutch" : "english", "UTF_8")})) {
  if (impl_->stemmer == nullptr) throw std::runtime_error("libstemmer has no rules for this language");
}

Stemmer::~Stemmer() { sb_stemmer_delete(impl_->stemmer); }

std::string Stemmer::stem(std::string_view form) {
  if (has_digit(form)) return std::string(form);
  const std::string_view word = regular(form, impl_->dutch);
  const sb_symbol* const out =
      sb_stemmer_stem(impl_->stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (out == nullptr) throw std::runtime_error("libstemmer has no memory");
  std::string stem(reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(impl_->stemmer)));
  if (impl_->dutch) put_together(stem);
  return stem;
}

const std::vector<std::string_view>& stop_words(std::string_view language) {
  static const std::vector<std::string_view> dutch{
      "euro",   "euros", "ben",    "bent",   "doen",    "doet",   "gaan",  "gaat",   "hebben", "hebt",  "hoeveel",
      "iemand", "jij",   "jullie", "krijg",  "krijgen", "krijgt", "kun",   "kunnen", "mag",    "mij",   "moet",
      "moeten", "staan", "staat",  "waarom", "wanneer", "welk",   "welke", "aan",    "al",     "alle",  "als",
      "bij",    "dan",   "dat",    "de",     "den",     "der",    "des",   "deze",   "die",    "dit",   "door",
      "een",    "en",    "er",     "ge",     "had",     "heb",    "heeft", "hem",    "het",    "hier",  "hij",
      "hoe",    "hun",   "ik",     "in",     "is",      "je",     "kan",   "maar",   "me",     "men",   "met",
      "mijn",   "na",    "naar",   "niet",   "nog",     "nu",     "of",    "om",     "omdat",  "onder", "ons",
      "ook",    "op",    "over",   "s",      "t",       "te",     "tot",   "u",      "uit",    "uw",    "van",
      "voor",   "waar",  "was",    "wat",    "we",      "wel",    "werd",  "wie",    "wij",    "wordt", "worden",
      "ze",     "zich",  "zij",    "zijn",   "zo",      "zoals",  "zou"};
  static const std::vector<std::string_view> english{
      "a",    "about", "an",    "and",  "are",   "as",    "at",    "be",   "but",  "by",   "for", "from", "had",
      "has",  "have",  "he",    "her",  "his",   "how",   "i",     "if",   "in",   "into", "is",  "it",   "its",
      "me",   "my",    "no",    "not",  "of",    "on",    "or",    "our",  "s",    "she",  "so",  "t",    "than",
      "that", "the",   "their", "them", "then",  "there", "these", "they", "this", "to",   "up",  "us",   "was",
      "we",   "were",  "what",  "when", "where", "which", "who",   "will", "with", "you",  "your"};
  static const auto sorted = [](std::vector<std::string_view> words) {
    std::sort(words.begin(), words.end());
    return words;
  };
  static const std::vector<std::string_view> sorted_dutch = sorted(dutch), sorted_english = sorted(english);
  return language == "nl" ? sorted_dutch : sorted_english;
}

bool is_stop_word(std::string_view form, std::string_view language) {
  const std::vector<std::string_view>& words = stop_words(language);
  return std::binary_search(words.begin(), words.end(), form);
}

}  // namespace stoplicht

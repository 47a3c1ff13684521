#include "serve/preview_words.h"

#include "base/counted.h"

namespace stoplicht {
namespace {

constexpr PreviewWords dutch{
    .language = "nl",
    .message_language = MessageLanguage::dutch,
    .error = "Fout",
    .error_one = "fout",
    .error_other = "fouten",
    .warning = "Waarschuwing",
    .warning_one = "waarschuwing",
    .warning_other = "waarschuwingen",
    .and_word = " en ",
    .line = "regel",
    .column = "teken",
    .what_to_do = "Wat te doen",
    .site_has = "De site heeft ",
    .nothing_wrong = "Er is niets mis met de site",
    .last_good = "Zolang er fouten zijn, ziet u achter deze melding de laatste goede versie van de site.",
    .no_good = "Er is nog geen versie zonder fouten. Zodra die er is, ziet u hier de site.",
    .only_warnings = "De site wordt gemaakt. Een waarschuwing houdt wel tegen dat u een periode publiceert.",
    .vanishes = "Deze melding verdwijnt vanzelf zodra alles is hersteld.",
    .show_site = "Toon de site",
    .more_one = " andere staat hier niet.",
    .more_other = " andere staan hier niet.",
    .draft_before = "Concept: ",
    .draft_after = " is nog niet gepubliceerd. Deze regel staat alleen in het voorbeeld.",
    .blocking_one = "punt houdt publicatie nog tegen",
    .blocking_other = "punten houden publicatie nog tegen",
    .blocking_none = "Niets staat publicatie meer in de weg",
    .copy = "Kopieer",
    .copied = "Gekopieerd",
    .guide = "Handleiding",
    .starting = "De site wordt gemaakt.",
};

constexpr PreviewWords english{
    .language = "en",
    .message_language = MessageLanguage::english,
    .error = "Error",
    .error_one = "error",
    .error_other = "errors",
    .warning = "Warning",
    .warning_one = "warning",
    .warning_other = "warnings",
    .and_word = " and ",
    .line = "line",
    .column = "character",
    .what_to_do = "What to do",
    .site_has = "The site has ",
    .nothing_wrong = "Nothing is wrong with the site",
    .last_good = "As long as there are errors, what is behind this message is the last good version of the site.",
    .no_good = "There is no version without errors yet. Once there is, the site is shown here.",
    .only_warnings = "The site is made. A warning does keep you from publishing a period.",
    .vanishes = "This message goes away by itself once all is mended.",
    .show_site = "Show the site",
    .more_one = " more is not shown here.",
    .more_other = " more are not shown here.",
    .draft_before = "Draft: ",
    .draft_after = " is not published yet. This line is in the preview only.",
    .blocking_one = "point still holds up publication",
    .blocking_other = "points still hold up publication",
    .blocking_none = "Nothing stands in the way of publication",
    .copy = "Copy",
    .copied = "Copied",
    .guide = "Guide (in Dutch)",
    .starting = "The site is being made.",
};

}  // namespace

const PreviewWords& preview_words(std::string_view language) { return language == "en" ? english : dutch; }

std::string counts_text(const PreviewWords& words, std::size_t errors, std::size_t warnings) {
  std::string out;
  if (errors > 0) out += counted(errors, words.error_one, words.error_other);
  if (errors > 0 && warnings > 0) out += words.and_word;
  if (warnings > 0) out += counted(warnings, words.warning_one, words.warning_other);
  return out;
}

std::string blocking_text(const PreviewWords& words, std::size_t blocking) {
  if (blocking == 0) return std::string(words.blocking_none);
  return counted(blocking, words.blocking_one, words.blocking_other);
}

}  // namespace stoplicht

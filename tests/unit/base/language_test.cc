#include "base/language.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("language: nl and en are the ones that there are") {
  CHECK(message_language("nl") == MessageLanguage::dutch);
  CHECK(message_language("en") == MessageLanguage::english);
  CHECK_FALSE(message_language("NL"));
  CHECK_FALSE(message_language("nld"));
  CHECK_FALSE(message_language(""));
}

TEST_CASE("language: a locale that begins with nl is Dutch, any other English") {
  for (const char* locale : {"nl", "nl_NL", "nl_NL.UTF-8", "nl_BE@euro", "nl.UTF-8"})
    CHECK(language_of_locale(locale, "", "") == MessageLanguage::dutch);
  for (const char* locale : {"", "C", "POSIX", "en_GB.UTF-8", "nn_NO.UTF-8", "nld", "NL"})
    CHECK(language_of_locale(locale, "", "") == MessageLanguage::english);
}

TEST_CASE("language: of the variables of a locale the first that is set counts") {
  CHECK(language_of_locale("C", "nl_NL", "nl_NL") == MessageLanguage::english);
  CHECK(language_of_locale("", "nl_NL", "en_GB") == MessageLanguage::dutch);
  CHECK(language_of_locale("", "", "nl_NL") == MessageLanguage::dutch);
  CHECK(language_of_locale("", "", "") == MessageLanguage::english);
}

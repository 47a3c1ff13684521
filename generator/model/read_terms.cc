#include "base/locale.h"
#include "base/text.h"
#include "model/find_terms.h"
#include "model/reading.h"

// The glossary: words that texts of the site use, and what they mean.
namespace stoplicht {
namespace {

// The words read so far, each by what has to be its own.
struct Known {
  std::map<std::string, std::string, std::less<>> forms;  // As texts are searched for them → the term.
  std::map<std::string, std::string, std::less<>> ids;    // → the term.
};

// "Uitstroom" and "uitstroom" are one word; "WW" and "ww" are two: see is_written_exactly.
std::string key_of(const std::string& form) { return is_written_exactly(form) ? form : fold_case(form); }

void add_form(Known& known, const std::string& form, const std::string& term, const Place& place,
              ObjectReader& object) {
  if (form.empty()) return;
  const auto [found, is_new] = known.forms.emplace(key_of(form), term);
  if (is_new) return;
  object.error("term-duplicate", place.value(), in_quotes(form) + " is explained already",
               found->second == term ? "it stands in this list twice: explain it once"
                                     : "it stands with the term " + in_quotes(found->second));
}

void read_term(ObjectReader& object, Known& known, ContentPage& page) {
  Term& term = page.terms.emplace_back();
  term.term = std::string(trim(object.text("term")));
  term.meaning = object.text("meaning");
  term.link = read_url(object, "link", true);
  term.group = object.optional_text("group");
  term.id = "begrip_" + slug(term.term);
  add_form(known, term.term, term.term, object.place().member("term"), object);
  object.optional_texts("also", [&](std::string_view text, const Place& place) {
    const std::string form(trim(text));
    add_form(known, form, term.term, place, object);
    if (!form.empty()) term.also.push_back(form);
  });
  if (term.term.empty() || object.faulty()) return;
  if (slug(term.term).empty()) {
    object.error("slug-form", object.at("term"), in_quotes(term.term) + " cannot be part of an address",
                 "write the term with letters or digits");
    return;
  }
  const auto [found, is_new] = known.ids.emplace(term.id, term.term);
  if (is_new) return;
  object.error("term-duplicate", object.at("term"),
               in_quotes(term.term) + " would have the address of " + in_quotes(found->second) + ": #" + term.id,
               "make one term of the two, or write one of them out");
}

}  // namespace

void read_terms(Reading& reading, ObjectReader& object, ContentPage& page) {
  Known known;
  object.optional_objects("terms", [&](ObjectReader& item) { read_term(item, known, page); });
  if (page.terms.empty()) return;
  const ContentPage* first = reading.site.glossary();
  std::string fault;
  std::string hint;
  if (page.period != nullptr) {
    fault = "a page of a period cannot hold the site's terms";
    hint = "move them to a page in content/pages/";
  } else if (first != nullptr) {
    fault = "another page holds the site's terms already";
    hint = "put them together in " + first->text.document->source().path();
  }
  if (fault.empty()) return;
  object.error("terms-place", object.at_key("terms"), fault, hint);
  page.terms.clear();
}

}  // namespace stoplicht

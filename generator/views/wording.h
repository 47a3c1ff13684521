#pragma once
#include <initializer_list>
#include <string>

#include "base/locale.h"
#include "model/edition.h"
#include "model/site.h"
#include "views/strings.h"

namespace stoplicht {

class Corrections;

// What every view needs: the model, and the words and forms in which to tell it.
struct Scene {
  const Site& site;
  const Locale& locale;
  const Strings& strings;
  Diagnostics& diagnostics;
  const Site* of_today = nullptr;    // Null: `site` is it.
  const Archive* archive = nullptr;  // Null: nothing was published.
  const Corrections* corrections =
      nullptr;  // Of the archive; null: each page works out for itself what it tells of them.

  // The site of today, with every period: for ways from one period to another. `site` may be the world of an edition.
  const Site& present() const { return of_today != nullptr ? *of_today : site; }
};

// The editions of a period, oldest first; none when it was not published.
std::vector<const Edition*> editions_of(const Scene& scene, const Period& period);

// The scene to tell a period in: the world of its newest edition, or the site of today when it was not published.
// `period` becomes the one of that world.
Scene scene_of(const Scene& scene, const Period*& period);

// "ongeveer 500" · "500"; percent and euro with their sign.
std::string quantity_text(const Scene& scene, const Quantity& quantity, Unit unit);

// A plain number for CSV: "6.5", never with a thousands separator.
std::string plain_number(double value);

std::string count_text(const Scene& scene, long count);

// Templates take false for "no text".
inline Json or_false(const std::string& text) { return text.empty() ? Json(false) : Json(text); }

// "juli 2020", or the note when there is no date.
std::string letter_date(const Scene& scene, const Letter& letter);

std::string basis_text(const Scene& scene, Basis basis);  // "gemeld" · "afgeleid"

// LIGHT for templates: label, shape, light, basis.
Json light(const Scene& scene, const Status& status, Basis basis);
Json light_without_basis(const Status& status);

// Whether the light of the project's rule stands beside the reported one: they differ, or none was reported.
bool shows_computed(const ProjectReport& report);

// Oorzaak, gevolg, maatregel: those given, and "niet genoemd" for those known not to be named.
// False when there is nothing of the three.
Json explanation(const Scene& scene, const Explanation& explanation);

// "Raadsbrief · september 2020 · Hilversum": those parts that are not empty.
std::string with_dots(std::initializer_list<std::string> parts);

// A label of the theme, which templates show as {{strings.key}}; empty when the theme does not have it.
std::string label(const Scene& scene, const char* key);

// The period's headline with its figures filled in.
std::string headline(const Scene& scene, const Period& period);

std::string depth_text(const Scene& scene, const Period& period);  // "22 deelprojecten" · "alleen totalen" · …

// The day on which "overdue" is judged, no more precise than the newest period's own date.
std::string judged_on(const Scene& scene);

// The name inside a sentence: "juli 2020", but "July 2020".
std::string in_sentence(const Scene& scene, const std::string& name);

}  // namespace stoplicht

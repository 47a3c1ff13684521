#pragma once
#include "base/locale.h"
#include "model/minimal_site.h"
#include "views/strings.h"
#include "views/wording.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

namespace stoplicht::test {

inline std::unique_ptr<const Document> strings_file(std::string text) {
  Diagnostics diagnostics;
  auto document = load_json(std::make_shared<const SourceText>("themes/klein/strings.nl.json", std::move(text)), diagnostics);
  REQUIRE(diagnostics.to_text() == "");
  return document;
}

// Sentences for charts, frames and lists, shorter than the theme's.
inline const char* const small_strings = R"json({
  "labels": { "table": "Tabel" },
  "sentences": {
    "accessibility": "Toegankelijkheid", "action": "Maatregel", "and": "en", "announced_in": "Aangekondigd in",
    "announcement_closed": "Bekend", "announcement_open": "Aangekondigd", "announcement_overdue": "Datum voorbij",
    "attention": { "one": "{n} van {total} vraagt aandacht.", "other": "{n} van {total} vragen aandacht." },
    "attention_none": "Niets vraagt aandacht.",
    "basis_derived": "afgeleid", "basis_reported": "gemeld",
    "cause": "Oorzaak", "cite": "{publisher}, {site}, {title}. {address}", "closed_by": "Afgedaan met",
    "column_actual": "Realisatie", "column_basis": "Grondslag", "column_light": "Stoplicht", "column_number": "Nr",
    "column_period": "Periode", "column_project": "Deelproject", "column_target": "Streefwaarde",
    "commitment_closed": "Afgedaan", "commitment_in-progress": "In uitvoering", "commitment_lapsed": "Vervallen",
    "commitment_open": "Open", "commitment_overdue": "Te laat",
    "commitments_lapsed": { "one": "Eén is vervallen.", "other": "{n} zijn vervallen." },
    "commitments_none_open": "Niets staat open.",
    "commitments_open": { "one": "Eén staat open.", "other": "{n} staan open." },
    "commitments_settled": { "one": "Eén is afgedaan.", "other": "{n} zijn afgedaan." },
    "consequence": "Gevolg", "council": "Raad",
    "councils": { "one": "{n} raad", "other": "{n} raden" },
    "depth_known": "alleen bekend", "depth_letter": "alleen een brief", "depth_totals": "alleen totalen",
    "due": "Termijn", "expected_by": "Verwacht",
    "footnote_back": "Terug naar", "footnotes": "Voetnoten", "forecast": "Prognose: {value}.", "heading_link": "Link naar",
    "hero_label": "{indicator}!",
    "home": "Home", "lapsed_because": "Reden", "last_known": "Stand {period}.", "light_not_reported": "geen licht",
    "lights_derived": "Afgeleid uit de tekst.", "lights_note_derived": "Elk teken is een deelproject. Alles afgeleid.",
    "lights_derived_some": { "one": "Eén is afgeleid uit de tekst.", "other": "{n} zijn afgeleid uit de tekst." },
    "lights_description": "{counts}.", "lights_note": "Elk teken is een deelproject.",
    "lights_table": "Stoplichten, {period}",
    "lights_title": { "one": "Stoplicht van {n} deelproject, {period}", "other": "Stoplichten van {n} deelprojecten, {period}" },
    "made_by": "Door", "made_on": "Gedaan op",
    "matrix_all_lights": "Elke periode meldt standen.", "matrix_caption": "Per deelproject en periode",
    "matrix_lights": { "one": "Eén van {periods} meldt standen.", "other": "{n} van {periods} melden standen." },
    "matrix_note": { "one": "{n} deelproject.", "other": "{n} deelprojecten." },
    "menu_commitments": "Toezeggingen", "menu_newest": "Nieuwste", "menu_periods": "Periodes", "menu_programmes": "Programma's",
    "letter_of_period": "{letter} ({period})",
    "no_due_date": "geen datum", "no_light_per_project": "geen stand", "no_target": "geen", "not_in_archive": "niet in archief",
    "not_named": "niet genoemd", "not_reported": "niet gemeld",
    "period_list_caption": "Wat elke periode laat zien", "privacy": "Privacy",
    "project_ended": "beëindigd", "project_not_in_period": "niet in deze periode",
    "projects": { "one": "{n} deelproject", "other": "{n} deelprojecten" },
    "projects_stated": "niet gemeld ({count})",
    "qualifier_about": "ongeveer {value}", "qualifier_at_least": "ten minste {value}", "qualifier_more_than": "meer dan {value}",
    "share_of_target": "{share} van het doel", "share_of_target_about": "ongeveer {share} van het doel",
    "share_of_target_at_least": "ten minste {share} van het doel", "share_of_target_at_most": "hoogstens {share} van het doel",
    "switch_label": "Andere periode", "table": "Tabel",
    "target_description_actual": "{period}: {value}.", "target_description_share": "Dat is {share}.",
    "target_description_target": "Streefwaarde: {target}.", "target_description_unknown": "{period}: {value}.",
    "target_label": "doel: {value}", "target_label_other": "{value} {label}",
    "target_moved": "Van {old} naar {new}. {decision}.", "target_table": "{indicator} per periode",
    "target_table_other": "{indicator} bij elkaar", "target_title_other": "{indicator} in beeld",
    "target_title": "{indicator} tegenover streefwaarde", "unknown": "niet bekend"
  }
}
)json";

// A site without faults, and what a view of it needs.
struct SmallScene {
  explicit SmallScene(MinimalSite& minimal, const char* sentences = small_strings) : file(strings_file(sentences)) {
    const std::string faults = minimal.faults();
    REQUIRE(faults == "");
    site = minimal.build();
  }

  const Period& period(std::string_view id) const {
    const Period* found = site.find_period(id);
    REQUIRE(found != nullptr);
    return *found;
  }
  const Indicator& indicator(std::string_view id) const {
    for (const auto& each : site.indicators)
      if (each->id == id) return *each;
    REQUIRE_MESSAGE(false, "no indicator ", id);
    return *site.indicators.front();
  }

  Diagnostics diagnostics;
  std::unique_ptr<const Document> file;
  Strings strings{*file, diagnostics};
  Locale locale{"nl"};
  Site site;
  Scene scene{site, locale, strings, diagnostics};
};

}  // namespace stoplicht::test

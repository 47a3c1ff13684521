#pragma once
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "base/locale.h"
#include "model/minimal_site.h"
#include "views/strings.h"
#include "views/wording.h"

namespace stoplicht::test {

inline const std::string nbsp = "\u00a0";

inline std::unique_ptr<const Document> strings_file(std::string text) {
  Diagnostics diagnostics;
  auto document =
      load_json(std::make_shared<const SourceText>("themes/klein/strings.nl.json", std::move(text)), diagnostics);
  REQUIRE(diagnostics.to_text() == "");
  return document;
}

// Sentences for charts, frames and lists, shorter than the theme's.
inline const char* const small_strings = R"json({
  "labels": { "table": "Tabel" },
  "sentences": {
    "event_reported": "{period}: {light}", "event_reported_link": "Verslag", "event_kin_link": "Zie {name}",
    "event_published": "Editie {n} van {period}", "event_published_link": "Register", "event_corrected": "Verbeterd: {n} van {period}",
    "event_withdrawn": "Weg: {period}", "event_withdrawn_link": "Wat er staat", "event_undated": "ooit",
    "entry_figure_of": "{label}: {value} van {target}", "entry_line": "{label}: {value}", "entry_superseded": "Editie {old}, nu {new}",
    "edition_name": "editie {n}", "edition_none": "Geen editie", "edition_published": "Editie {n} van {date}", "fact_edition": "Editie",
    "cite_edition": "{title} ({edition})", "fact_withdrawn": "Ingetrokken op", "menu_editions": "Edities",
    "corrected_intro": "Verbeterd: {n}, {date}.", "corrected_link": "Wat veranderde", "corrected_link_before": "Zo was editie {n}", "corrected_text": "Editie {n}, want {reason}.",
    "corrected_title": "Verbeterd op {date}.",
    "newer_period": "Nieuwer: {period}.", "newer_kin": "Daar: {kin}.", "newer_link_kin": "Dat deelproject", "newer_link_page": "Hetzelfde daar",
    "newer_link_period": "Die periode", "replaced_link_page": "Dit in editie {n}", "replaced_link_period": "Alles in editie {n}",
    "replaced_newest": "Nieuwste: {n}, {date}.", "replaced_text": "Op {date} kwam editie {n}, want {reason}.", "replaced_title": "Vervangen.",
    "withdrawn_heading": "{part} is weg", "withdrawn_reason": "Want {reason}.", "withdrawn_short": "{part} (weg), {period}",
    "withdrawn_title": "Weg sinds {date}.", "part_letter": "Brief {name}", "part_page": "Pagina {name}", "part_summary": "Samenvatting",
    "part_progress": "Voortgang {name}", "part_council": "Tekst {name}", "part_project": "Verslag {name}", "part_commitment": "Toezegging {name}",
    "part_closure": "Afdoening {name}", "part_attachment": "Bijlage {name}",
    "chain_document": "Document", "chain_edition": "{period}, editie {n}", "chain_newest": "Nieuwste", "chain_pages": "Pagina's",
    "chain_replaced": "Vervangen door {n} op {date}", "chain_seal": "Zegel", "chain_signature": "Handtekening", "chain_withdrawal": "Intrekking",
    "chain_withdrawn": "{period}: weg", "checking_heading": "Zelf controleren", "checking_lead": "Zonder ons.", "checking_title": "Controleren",
    "editions_chain_file": "Keten", "editions_schema": "Vorm", "editions_readme": "Uitleg", "editions_none": "Nog niets",
    "editions_lead": "Alles.", "editions_heading": { "one": "Eén editie, {date}", "other": "{n} edities, {date}" },
    "accessibility": "Toegankelijkheid", "action": "Maatregel", "and": "en", "announced_in": "Aangekondigd in",
    "announcement_closed": "Bekend", "announcement_open": "Aangekondigd", "announcement_overdue": "Datum voorbij",
    "attention": { "one": "{n} van {total} vraagt aandacht.", "other": "{n} van {total} vragen aandacht." },
    "attention_none": "Niets vraagt aandacht.", "attention_unknown": "Niets is bekend.",
    "attention_none_of_told": { "one": "De ene bekende niet, {untold} onbekend.", "other": "Geen van {n} bekende, {untold} onbekend." },
    "attention_of_told": { "one": "{n} van {total} bekende vraagt aandacht, {untold} onbekend.", "other": "{n} van {total} bekende vragen aandacht, {untold} onbekend." },
    "attention_short_of_told": { "one": "{n} van {total} bekende vraagt aandacht, {untold} onbekend", "other": "{n} van {total} bekende vragen aandacht, {untold} onbekend" },
    "attention_then_none": "{period}: niets vroeg aandacht.",
    "attention_then_none_of_told": { "one": "{period}: de ene bekende niet, {untold} onbekend.", "other": "{period}: geen van {n} bekende, {untold} onbekend." },
    "attention_then_of_told": { "one": "{period}: {n} van {total} bekende vroeg aandacht, {untold} onbekend.", "other": "{period}: {n} van {total} bekende vroegen aandacht, {untold} onbekend." },
    "distribution_good_of_told": "{period}: {n} van {total} bekende {light}.", "distribution_good_then_of_told": "{period}: {n} van {total} bekende.",
    "distribution_total": { "one": "{n} bekend, {untold} niet", "other": "{n} bekend, {untold} niet" }, "hero_of": "Stand {period}",
    "landscape_groups_unserved": { "one": "Eén groep zonder.", "other": "{n} groepen zonder." },
    "strip_always_known": "Bekend steeds {light}: {n} van {periods}, {from} - {until}.", "strip_run": "{from} - {until}: {light}.",
    "strip_run_known": "{from} - {until}, bekend steeds {light}: {n} van {periods}.",
    "basis_computed": "berekend", "depth_known_text": "Meer niet.", "depth_known_title": "Alleen bekend.", "depth_letter_text": "Geen standen.",
    "depth_letter_title": "Alleen een brief.", "depth_totals_text": "Niet per deelproject.", "depth_totals_title": "Alleen totalen.",
    "derived_title": "Alles is afgeleid.", "event_closed": "Afgedaan", "event_due": "Termijn", "event_lapsed": "Vervallen", "event_state": "Stand: {status}",
    "event_made": "Toegezegd", "event_made_text": "{by}, {meeting}", "event_no_due": "Geen termijn.", "event_overdue": "Niet op {date}.",
    "fact_contains": "Wat er is", "fact_judged": "Stand op", "fact_kind": "Soort", "fact_publisher": "Uitgever",
    "fact_reported": "Gemeld op", "fact_span": "Gaat over", "fact_state": "Stand van",
    "kicker_commitment": "Toezegging {id}", "kicker_period": "Periode {period}", "kicker_period_sub": "periode {period}",
    "kicker_programme": "Programma", "kicker_project": "Deelproject", "meanings": "Betekenis", "meanings_of": "Betekenis: {scale}",
    "next_letter": "Volgende brief", "previous_letter": "Vorige brief",
    "not_found_heading": "Niet gevonden", "not_found_title": "Weg",
    "print_by_council": "{indicator} per raad", "print_crumb": "Afdruk", "print_project_figures": "Per deelproject, {period}",
    "print_title": "Afdruk van {period}", "print_totals": "Totalen, {period}", "register_kicker": "Register", "register_lead": "Alles.",
    "span": "{from} tot {until}", "stated_differs_text": "Genoemd: {stated}, geteld: {reported}.", "stated_differs_title": "Klopt niet.",
    "terms_all": "Alle woorden", "terms_other": "Andere woorden",
    "announcements_table": "Aangekondigd", "attention_short": { "one": "{n} van {total} vraagt aandacht", "other": "{n} van {total} vragen aandacht" }, "attachment_of": "Bijlage bij {document}",
    "attention_rest": { "one": "Nog {n} ander.", "other": "Nog {n} andere." },
    "baseline": "Nulmeting: {value}.", "baseline_on": "Nulmeting ({date}): {value}.",
    "basis_derived": "afgeleid", "basis_reported": "gemeld",
    "budget_all_of": "Alles bij {financer}.", "budget_caption": "Begroting {programme}",
    "budget_in_year": "{total} in {year}.", "budget_in_years": "{total} in {from}-{until}.",
    "budget_largest": "{share} bij {financer}.", "budget_largest_not_named": "{share} bij niemand.",
    "budget_most_in": "{total} in {from}-{until}, het meeste ({amount}) in {year}.", "budget_negative": "Onder nul is geen balk.",
    "budget_nobody_named": "Financier onbekend.", "budget_others": { "one": "Overige ({n} financier)", "other": "Overige ({n} financiers)" },
    "budget_parts": "waarvan {parts}", "budget_sum": "{total}.", "budget_thousands": "In duizenden.",
    "budget_title": "Begroting {programme} per jaar", "financer_not_named": "niet genoemd",
    "column_computed": "Berekend", "column_council": "Gemeente", "column_financer": "Financier", "column_forecast": "Prognose",
    "column_measure": "Maatregel", "column_party": "Partij", "column_programme": "Programma", "column_share": "Aandeel",
    "column_total": "Totaal", "column_what_it_does": "Wat zij doet",
    "forecast_label": "prognose: {value}", "half_short": "{n}e", "quarter_short": "K{n}",
    "landscape_groups": { "one": "één groep", "other": "{n} groepen" },
    "landscape_no_parties": "Geen partijen.", "landscape_note": "({note})",
    "landscape_parties": { "one": "Eén partij voor {groups}.", "other": "{n} partijen voor {groups}." },
    "landscape_parties_unknown": { "one": "Van één onbekend.", "other": "Van {n} onbekend." },
    "lineage_continues": "Vervolg van", "lineage_ended": "Beëindigd", "lineage_merged_into": "Opgegaan in",
    "lineage_split_from": "Afgesplitst van",
    "matrix_begins": "komt ergens uit voort", "matrix_description": "{projects} in {periods}.",
    "matrix_description_newest": "In {period}: {counts}.", "matrix_ends": "houdt op",
    "matrix_red": { "one": "{project} is al {periods} periodes {status}.", "other": "{n} zijn al {periods} periodes {status}." },
    "no": "nee", "no_forecast": "geen prognose", "not_described": "niet beschreven", "old_target_label": "eerst: {value}",
    "periods": { "one": "{n} periode", "other": "{n} periodes" }, "row_total": "Samen",
    "share_less_than": "minder dan {share}", "share_more_than": "meer dan {share}",
    "shares_equal": "Gelijk: {value}.",
    "shares_half": { "one": "{councils} heeft {share}.", "other": "{councils} hebben samen {share}." },
    "shares_most": { "one": "{councils} heeft het meeste.", "other": "{councils} hebben het meeste." },
    "shares_most_known": { "one": "{councils} is het hoogst bekend.", "other": "{councils} zijn het hoogst bekend." },
    "shares_none_known": "Van niemand bekend.", "shares_note": "{indicator}, {period}.", "shares_of_total": "Van {total}.",
    "shares_only": "Alleen {council}.", "shares_table": "{indicator} per gemeente", "shares_title": "{indicator} verdeeld, {period}",
    "shares_total": "Totaal {total}.", "shares_unknown": { "one": "Eén onbekend.", "other": "{n} onbekend." },
    "source_sentence": "Bron: {source}.", "yes": "ja",
    "cause": "Oorzaak", "cite": "{publisher}, {site}, {title}. {address}", "cite_state": "{title}, stand {date}", "closed_by": "Afgedaan met",
    "column_actual": "Realisatie", "column_basis": "Grondslag", "column_light": "Stoplicht", "column_number": "Nr",
    "column_period": "Periode", "column_project": "Deelproject", "column_target": "Streefwaarde",
    "commitment_closed": "Afgedaan", "commitment_in-progress": "In uitvoering", "commitment_lapsed": "Vervallen",
    "commitment_open": "Open", "commitment_overdue": "{status}, te laat",
    "commitments_lapsed": { "one": "Eén is vervallen.", "other": "{n} zijn vervallen." },
    "commitments_none_open": "Niets staat open.",
    "no_letter_to_council": "geen brief aan deze raad",
    "commitments_overdue": { "one": "Eén te laat.", "other": "{n} te laat." },
    "commitments_open": { "one": "Eén staat open.", "other": "{n} staan open." },
    "commitments_settled": { "one": "Eén is afgedaan.", "other": "{n} zijn afgedaan." },
    "column_address": "Adres", "column_announcement": "Aankondiging", "column_commitment": "Toezegging",
    "column_document": "Stuk", "column_event": "Gebeurtenis", "column_figure": "Cijfer", "column_kind": "Soort",
    "column_meeting": "Vergadering", "column_note": "Toelichting", "column_outcome": "Wat ervan kwam",
    "column_projects": "Deelprojecten", "column_source": "Bron", "column_text": "Tekst", "column_value": "Waarde",
    "commitments_table": "Toezeggingen", "column_all": "Samen", "council_line": "{value}, {period}, totaal onbekend",
    "council_line_of": "{value} van {total}, {period}", "council_line_table": "{indicator}: {council}",
    "documents_table": "Stukken", "events_table": "Gebeurtenissen",
    "fact_date": "Datum", "fact_from": "Van", "fact_status": "Stand", "fact_to": "Aan", "figures_table": "Cijfers, {period}",
    "kind_page": "Pagina", "kind_source": "Bron",
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
    "menu_commitments": "Toezeggingen", "menu_newest": "Nieuwste", "menu_councils": "Gemeenten", "menu_data": "Gegevens", "menu_documents": "Stukken", "menu_periods": "Periodes", "menu_programmes": "Programma's",
    "letter_of_period": "{letter} ({period})", "letters_number": { "one": "{n} brief", "other": "{n} brieven" },
    "more_figures": { "one": "nog {n} cijfer", "other": "nog {n} cijfers" },
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
    "target_title": "{indicator} tegenover streefwaarde", "unknown": "niet bekend",
    "computed_same": "zelfde berekend", "contradiction_title": "Tegenspraak.", "derived_title_one": "Afgeleid.", "fact_runs": "Looptijd",
    "light_differs": "Twee lichten.", "light_only_computed": "Alleen berekend.",
    "lineage_continued_as": "Verder als", "lineage_merged_from": "Erin opgegaan:", "lineage_split_into": "Eruit gesplitst:",
    "next_project": "Volgend", "previous_project": "Vorig", "numbered": "{number}, ‘{name}’.",
    "project_budget_caption": "Begroting {project}", "project_category": "Categorie", "project_councils": "Alleen in",
    "rule_below": "Onder {below}: {light}.", "rule_below_then": "Onder {below}: {light}!",
    "rule_pace": "{target} van {indicator} in {time}: {ratio}.", "span_from": "vanaf {from}", "span_until": "tot en met {until}",
    "attention_then": { "one": "{period}: {n} van {total} vroeg aandacht.", "other": "{period}: {n} van {total} vroegen aandacht." },
    "column_summary": "In het kort",
    "distribution_good": "{period}: {n} van {total} {light}.", "distribution_good_then": "{period}: {n} van {total}.",
    "distribution_note": "Elke balk is een periode.", "distribution_nothing": "{depth}; geen stand",
    "distribution_scales": "Andere lichten.", "distribution_table": "Aantal per licht", "not_in_scale": "bestond niet",
    "percent_points": "{value} punt",
    "strip_always": "Steeds {light}: {from} - {until}.", "strip_better": "Beter dan {then}: {old} > {light}.",
    "strip_changed": "{period} {light}, {then} {old}.", "strip_computed": "berekend: {light}",
    "strip_differs": { "one": "Eén keer anders berekend.", "other": "{n} keer anders berekend." },
    "strip_in_a_row": "{n} keer {light}, sinds {from}.", "strip_none": "Niets bekend.", "strip_note": "Oudste eerst.",
    "strip_one": "Eén keer: {light}, {period}.", "strip_since": "Sinds {from}: {light}.", "strip_title": "Licht: {project}",
    "strip_worse": "Slechter dan {then}: {old} > {light}.",
    "trend_above": "Nog {rest} boven {target}", "trend_baseline_label": "nulmeting {value}",
    "trend_baseline_undated": "Nulmeting: {value}, zonder datum.", "trend_begins_at": "Schaal vanaf {value}.",
    "trend_cumulative": "Opgeteld.", "trend_description_baseline": "Nulmeting ({date}): {value}.",
    "trend_description_gap": "Geen meting.", "trend_description_moved": "Vanaf {period}: {target}.",
    "trend_forecast": "Prognose {value} voor {date}.", "trend_forecast_undated": "Prognose {value}, zonder datum.",
    "trend_gap_label": "geen meting", "trend_key_baseline": "Nulmeting", "trend_key_gap": "Niet gemeten",
    "trend_key_old_target": "Oud doel", "trend_less": ", {change} minder dan {period}", "trend_lower_is_better": "Lager is beter.",
    "trend_more": ", {change} meer dan {period}", "trend_now": "{indicator}: {value} ({period})",
    "trend_old_target_label": "oud {value}", "trend_reached": "{target} gehaald", "trend_same": ", evenveel als {period}",
    "trend_target": "Doel: {target}", "trend_target_label": "doel {value}", "trend_target_was": ", eerst {old}",
    "trend_title": "{indicator} door de tijd", "trend_to_go": "Nog {rest} tot {target}", "trend_was": "; daarvoor {value} ({period})"
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

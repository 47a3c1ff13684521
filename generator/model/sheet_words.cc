#include "model/sheet_words.h"

namespace stoplicht {
namespace {

constexpr SheetWords dutch{
    .guide = "Uitleg",
    .projects = "Projecten",
    .figures = "Cijfers",
    .commitments = "Toezeggingen",
    .key = "Sleutel",
    .number = "Nummer",
    .project = "Deelproject",
    .programme = "Programma",
    .before = "Vorige stand",
    .status = "Stand",
    .basis = "Grondslag",
    .summary = "Samenvatting",
    .cause = "Oorzaak",
    .consequence = "Gevolg",
    .action = "Maatregel",
    .override_reason = "Reden van afwijking",
    .progress = "Voortgang",
    .subject = "Onderdeel",
    .figure = "Cijfer",
    .council = "Gemeente",
    .unit = "Eenheid",
    .target = "Streefwaarde",
    .before_value = "Vorige waarde",
    .actual = "Realisatie",
    .exactness = "Hoe precies",
    .forecast = "Prognose",
    .forecast_exactness = "Hoe precies (prognose)",
    .note = "Toelichting",
    .commitment = "Toezegging",
    .made_on = "Toegezegd op",
    .due = "Termijn",
    .lapsed_reason = "Reden van vervallen",
    .closed_by = "Afgedaan met brief",
    .closure = "Afdoening",
    .total = "Totaal",
    .unknown = "niet bekend",
    .percent = "%",
    .unknown_too = "onbekend",
    .bases = {"gemeld", "afgeleid"},
    .qualifiers = {"precies", "ongeveer", "ten minste", "meer dan"},
    .commitment_statuses = {"open", "in uitvoering", "afgedaan", "vervallen"},
    .key_note =
        "Hieraan herkent het programma de rij. Laat de sleutel staan: dan mag u filteren, en zonder de beveiliging ook "
        "sorteren en rijen verplaatsen.",
    .before_note = "Het stoplicht van de laatste verslagperiode die stoplichten heeft, om mee te vergelijken.",
    .status_note = "Kies uit de lijst. Wat niet gemeld is, blijft grijs.",
    .basis_note = "Gemeld: het deelproject noemt dit stoplicht zelf. Afgeleid: het volgt uit de tekst van het verslag.",
    .summary_note = "Eén of twee zinnen: hoe gaat het?",
    .explanation_note =
        "Nodig bij oranje en rood. Noemt de bron er geen? Schrijf dan: niet bekend. Leeg betekent: niet ingevuld.",
    .override_note = "Alleen als het gemelde stoplicht afwijkt van het berekende: waarom?",
    .progress_note =
        "De tekst op de pagina van het deelproject. Een nieuwe regel in de cel: Alt+Enter. Een lege regel begint "
        "een "
        "nieuwe alinea; ## aan het begin van een regel maakt een kop.",
    .target_note = "De streefwaarde die nu geldt. Die verandert alleen met een besluit, en dus niet hier.",
    .figure_before_note =
        "Wat het laatst gemeten was, om mee te vergelijken. Is dat langer geleden, dan staat de periode erbij.",
    .actual_note = "Het cijfer van deze periode. Leeg is niet hetzelfde als 0: leeg betekent dat het niet bekend is.",
    .exactness_note = "Leeg betekent: precies. Kies anders ongeveer, ten minste of meer dan.",
    .forecast_note = "Wat er naar verwachting uitkomt, als dat bekend is.",
    .note_note = "Wat de lezer bij dit cijfer moet weten.",
    .due_note = "Een dag (30-6-2025), een maand (2025-06), een kwartaal (2025-Q2) of een jaar (2025).",
    .commitment_status_note =
        "Kies uit de lijst. Bij afgedaan horen ook een brief en het verhaal van de afdoening; bij vervallen een reden.",
    .lapsed_note = "Waarom de toezegging niet meer geldt. Alleen bij vervallen.",
    .closed_by_note = "De brief van deze periode die de toezegging afdoet. Alleen bij afgedaan.",
    .closure_note = "Hoe de toezegging is nagekomen. Alleen bij afgedaan. Een nieuwe regel in de cel: Alt+Enter.",
    .long_text = "Te lang voor een cel; staat in ",
    .how =
        {"Vul de witte cellen in. De grijze cellen zijn vast: daaraan ziet u waar het over gaat, en wat er vorige keer "
         "stond.",
         "Beweeg met de muis over een kop met een rood hoekje: daar staat wat er in de kolom hoort.",
         "Bij Stand, Grondslag en Hoe precies kiest u uit een lijst: klik in de cel en dan op het pijltje.",
         "Weet u iets niet? Laat de cel leeg. Vul nooit 0 in voor wat niet bekend is: 0 is een gemeten nul.",
         "U mag filteren. Wilt u sorteren, of rijen verplaatsen of weglaten? Hef dan eerst de beveiliging op: "
         "Controleren, Beveiliging blad opheffen. Een wachtwoord is er niet. Wat u weglaat, blijft zoals het was.",
         "Een nieuwe toezegging of een nieuw deelproject kan hier niet bij: vraag dat aan wie de website bijhoudt. Die "
         "zet "
         "het in data/commitments.json of data/programmes.json, en maakt een nieuw formulier.",
         "Plakt u uit een ander bestand? Plak dan alleen de waarden (Plakken speciaal), zodat de keuzelijsten blijven.",
         "Klaar? Sla dit bestand op als .xlsx en geef het terug aan wie de website bijhoudt. Die ziet eerst wat er "
         "verandert.",
         "De bladen zijn beveiligd zonder wachtwoord. Dat is tegen vergissingen, niet tegen u."},
    .page = "Pagina",
};

constexpr SheetWords english{
    .guide = "Guide",
    .projects = "Projects",
    .figures = "Figures",
    .commitments = "Commitments",
    .key = "Key",
    .number = "Number",
    .project = "Project",
    .programme = "Programme",
    .before = "Last status",
    .status = "Status",
    .basis = "Basis",
    .summary = "Summary",
    .cause = "Cause",
    .consequence = "Consequence",
    .action = "Action",
    .override_reason = "Reason for difference",
    .progress = "Progress",
    .subject = "Subject",
    .figure = "Figure",
    .council = "Municipality",
    .unit = "Unit",
    .target = "Target",
    .before_value = "Last value",
    .actual = "Actual",
    .exactness = "How exact",
    .forecast = "Forecast",
    .forecast_exactness = "How exact (forecast)",
    .note = "Note",
    .commitment = "Commitment",
    .made_on = "Made on",
    .due = "Due",
    .lapsed_reason = "Reason for lapse",
    .closed_by = "Closed by letter",
    .closure = "Closure",
    .total = "Total",
    .unknown = "not known",
    .percent = "%",
    .unknown_too = "unknown",
    .bases = {"reported", "derived"},
    .qualifiers = {"exactly", "about", "at least", "more than"},
    .commitment_statuses = {"open", "in progress", "closed", "lapsed"},
    .key_note =
        "By this the program knows the row. Leave it: then you may filter, and without the protection sort and "
        "move rows, too.",
    .before_note = "The light of the last reporting period that has lights, to compare with.",
    .status_note = "Choose from the list. What was not reported stays grey.",
    .basis_note = "Reported: the project names this light itself. Derived: it follows from the text of the report.",
    .summary_note = "A sentence or two: how does it go?",
    .explanation_note =
        "Needed with amber and red. Does the source name none? Then write: not known. Empty means: not filled in.",
    .override_note = "Only when the reported light differs from the computed one: why?",
    .progress_note =
        "The text on the page of the project. A new line in the cell: Alt+Enter. An empty line begins a new paragraph; "
        "## at the beginning of a line makes a heading.",
    .target_note = "The target that is in force. It changes by a decision only, and so not here.",
    .figure_before_note =
        "What was measured last, to compare with. Where that is longer ago, its period stands beside it.",
    .actual_note = "The figure of this period. Empty is not the same as 0: empty means that it is not known.",
    .exactness_note = "Empty means: exactly. Else choose about, at least or more than.",
    .forecast_note = "What is expected in the end, if that is known.",
    .note_note = "What a reader must know of this figure.",
    .due_note = "A day (30-6-2025), a month (2025-06), a quarter (2025-Q2) or a year (2025).",
    .commitment_status_note =
        "Choose from the list. Closed asks for a letter and the story of the closure, too; lapsed for a reason.",
    .lapsed_note = "Why the commitment no longer holds. Only when it lapsed.",
    .closed_by_note = "The letter of this period that closes the commitment. Only when it is closed.",
    .closure_note = "How the commitment was kept. Only when it is closed. A new line in the cell: Alt+Enter.",
    .long_text = "Too long for a cell; stands in ",
    .how = {"Fill in the white cells. The grey ones are fixed: they tell what a row is about, and what stood there "
            "last time.",
            "Move over a heading with a red corner: it tells what belongs in the column.",
            "At Status, Basis and How exact you choose from a list: click in the cell, and then on the arrow.",
            "Is something not known? Leave the cell empty. Never write 0 for what is not known: 0 is a measured zero.",
            "You may filter. Do you want to sort, move rows or leave them out? Lift the protection first: Review, "
            "Unprotect Sheet. There is no password. What you leave out stays as it was.",
            "A new commitment or project cannot be added here: ask whoever keeps the website. They write it into "
            "data/commitments.json or data/programmes.json, and make a new form.",
            "Do you paste from another file? Paste the values only (Paste Special), so that the lists stay.",
            "Ready? Save this file as .xlsx and hand it back to whoever keeps the website. They see first what will "
            "change.",
            "The sheets are protected without a password. That is against slips, not against you."},
    .page = "Page",
};

}  // namespace

const SheetWords& sheet_words(std::string_view language) { return language == "nl" ? dutch : english; }

}  // namespace stoplicht

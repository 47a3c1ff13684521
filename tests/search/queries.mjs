// What people ask of the search, and the page that each of them means: it has to be among the first three results. The
// pages were chosen by reading both sites, as a council member or an inhabitant would want them; none was chosen because
// some way of searching finds it.
//
// A query is [query, wanted] or [query, wanted, more]. `wanted`: the address that is meant, or a list of which each will
// do, the best first. `project(id)`: any page of that project, for they are one result. `more`:
//   filters: chosen besides the words, by the ids of the model;
//   before: [one, other]: the first of them stands above the other, if that is shown at all;
//   without: what may not be among the results.

const project = (id) => ({ project: id });

const wsp = [project('versterking-wsp'), project('capaciteit-wsp'), project('evaluatie-wsp')];
const budgetOfPow = ['programmas/pow.html', 'raadsvoorstel-2019.html'];
const register = 'toezeggingen/index.html';
const commitmentsOfSample = [register, 'toezeggingen/t20-27.html', 'toezeggingen/t19-69.html'];
const spring2024 = ['periodes/2024-04/brieven/hilversum.html', 'periodes/2024-04/index.html'];
const economy2020 = 'periodes/2020-07/economie.html';
const soil = ['periodes/2022-h2/brieven/noorderhof.html', 'toezeggingen/tz-2022-05.html'];

const ofSample = {
  identifiers: [
    ['T20-27', 'toezeggingen/t20-27.html'],
    ['T20 27', 'toezeggingen/t20-27.html'],
    ['t2027', 'toezeggingen/t20-27.html'],
    ['T20\u201127', 'toezeggingen/t20-27.html'],
    ['T20\u201327', 'toezeggingen/t20-27.html'],
    ['toezegging t19-69', 'toezeggingen/t19-69.html'],
    ['WaW 6', project('capaciteit-wsp')],
    ['waw13', project('sturen-op-resultaten')],
    ['PoW 9', project('scholingsmakelaar')],
  ],
  titles: [
    ['Aansluiting onderwijs-arbeidsmarkt', project('onderwijs-arbeidsmarkt')],
    ['Een toegankelijk bestand', project('toegankelijk-bestand')],
    ['Perspectief op Werk', 'programmas/pow.html'],
    ['Werken aan Werk', 'programmas/waw.html'],
    ['Raadsvoorstel 2019', 'raadsvoorstel-2019.html'],
    ['over deze monitor', 'over.html'],
    ['doelgroepen en partijen', 'doelgroepen-en-partijen.html'],
    ['prestatie-indicatoren bij de uitvoeringslijnen', 'toezeggingen/t19-69.html'],
  ],
  'inflected words': [
    ['toezegging', commitmentsOfSample],
    ['toezeggingen', commitmentsOfSample],
    ['wijkleerbedrijven', project('wijkleerbedrijf')],
    ['jongerenvoucher', project('jongerenvouchers')],
    ['huishoudelijke hulp', project('schoonthuis')],
    ['taaltraject', [project('taalvaardigheid'), 'begrippen.html']],
    ['maakbedrijf', economy2020],
    ['zorginstellingen', project('wijkleerbedrijf')],
    ['gemeenten', 'gemeenten/index.html'],
    ['accountmanagers', project('versterking-wsp')],
  ],
  'compounds and their parts': [
    ['makelaar', project('scholingsmakelaar')],
    ['scholings makelaar', project('scholingsmakelaar')],
    ['werkgevers dienstverlening', project('werkgevers-en-economie')],
    ['werkgeversdienstverlening', project('werkgevers-en-economie')],
    ['dienstverlening', project('werkgevers-en-economie')],
    ['leerbedrijf', project('wijkleerbedrijf')],
    ['vouchers', project('jongerenvouchers')],
    ['werkgevers servicepunt', wsp],
    ['servicepunt', wsp],
    ['fonds', project('innovatiefonds')],
    ['arbeidsmarkt partners', project('arbeidsmarktpartners')],
    ['leer werk loket', ['doelgroepen-en-partijen.html', project('scholingsmakelaar')]],
  ],
  diacritics: [
    ['coordinatie', budgetOfPow],
    ['coördinatie', budgetOfPow],
    ['categorieen', ['periodes/2021-05/brieven/infosheet.html', 'periodes/2021-05/index.html']],
  ],
  hyphens: [
    ['VNO NCW', project('communicatie-werkgevers')],
    ['vnoncw', project('communicatie-werkgevers')],
    ['prestatieindicatoren', ['toezeggingen/t19-69.html', 'begrippen.html']],
    ['prestatie indicatoren', ['toezeggingen/t19-69.html', 'begrippen.html']],
    ['publiek private samenwerking', project('publiek-private-samenwerking')],
    ['onderwijs arbeidsmarkt', project('onderwijs-arbeidsmarkt')],
  ],
  amounts: [
    ['€ 41.400', budgetOfPow],
    ['41400', budgetOfPow],
    ['41.400', budgetOfPow],
    ['387500', [project('versterking-wsp'), ...budgetOfPow]],
    ['€ 96.000 ggz', [project('ggz'), ...budgetOfPow]],
    ['1462 banen', ['doelgroepen-en-partijen.html', 'begrippen.html', 'periodes/2020-07/index.html', project('toegankelijk-bestand')]],
  ],
  'typing errors': [
    ['wijkleerbedrjif', project('wijkleerbedrijf')],
    ['toezeging', commitmentsOfSample],
    ['scholingsmakelar', project('scholingsmakelaar')],
    ['werkgeverservicepunt', wsp],
    ['taalvaardighied', project('taalvaardigheid')],
    ['inovatiefonds', project('innovatiefonds')],
    ['hilversm', 'gemeenten/hilversum.html'],
    ['praatplat', ['doelgroepen-en-partijen.html', 'begrippen.html']],
  ],
  'beginnings of words': [
    ['wijkl', project('wijkleerbedrijf')],
    ['jongerenv', project('jongerenvouchers')],
    ['innov', project('innovatiefonds')],
    ['scholingsm', project('scholingsmakelaar')],
    ['T20-', 'toezeggingen/t20-27.html'],
    ['gezamenlijke aan', project('ggz')],
  ],
  phrases: [
    ['"Make IT Work"', ['gemeenten/hilversum.html', 'periodes/2020-07/brieven/hilversum.html']],
    ['"op 1 januari 2026"', [...spring2024, 'begrippen.html']],
    ['"kans op een baan" zorg', project('wijkleerbedrijf')],
  ],
  'words to leave out': [
    ['werkgeversservicepunt -evaluatie', [project('versterking-wsp'), project('capaciteit-wsp')], { without: project('evaluatie-wsp') }],
    ['samenwerking -interregionale', [project('publiek-private-samenwerking'), project('arbeidsmarktpartners')],
      { without: project('interregionale-samenwerking') }],
  ],
  'the newest first': [
    ['brief aan de raad van hilversum', 'periodes/2024-04/brieven/hilversum.html'],
  ],
  'broad words': [
    ['arbeidsmarkt', ['doelgroepen-en-partijen.html', project('onderwijs-arbeidsmarkt'), project('arbeidsmarktpartners')]],
    ['plan', ['programmas/waw.html', 'programmas/pow.html', 'raadsvoorstel-2019.html']],
    ['scholing', [project('scholingsmakelaar'), project('lokaal-budget')]],
    ['corona', economy2020],
    ['economie', [economy2020, project('werkgevers-en-economie')]],
    ['begroting', budgetOfPow],
    ['jongeren', project('jongerenvouchers')],
  ],
  'questions in plain words': [
    ['hoeveel mensen hebben werk gevonden', [...spring2024, 'index.html']],
    ['hulp bij taal', project('taalvaardigheid')],
    ['werken in de zorg', project('wijkleerbedrijf')],
    ['wat betekent op koers', 'over.html'],
    ['wat kost perspectief op werk', budgetOfPow],
    ['wanneer opent het regionaal werkcentrum', [...spring2024, 'begrippen.html']],
    ['wat doet uwv', 'doelgroepen-en-partijen.html'],
    ['wie bestuurt de programma\u2019s', ['doelgroepen-en-partijen.html', 'programmas/waw.html', 'programmas/pow.html']],
    ['waarom is het innovatiefonds gestopt', project('innovatiefonds')],
  ],
  councils: [
    ['Hilversum', 'gemeenten/hilversum.html'],
    ['gooise meren', 'gemeenten/gooise-meren.html'],
    ['weesp', 'gemeenten/weesp.html'],
    ['Huizen', ['gemeenten/huizen.html', project('lokaal-budget')]],
  ],
  letters: [
    ['raadsbrief hilversum 2020', 'periodes/2020-07/brieven/hilversum.html'],
    ['collegebrief juli 2020', 'periodes/2020-07/brieven/hilversum.html'],
    ['infosheet', 'periodes/2021-05/brieven/infosheet.html'],
    ['informatiebrief 2024', 'periodes/2024-04/brieven/hilversum.html'],
    ['brief van 18 oktober 2023', ['periodes/2023-10/index.html', 'periodes/2024-04/brieven/hilversum.html']],
  ],
  'words of the glossary': [
    ['banenafspraak', ['begrippen.html', 'doelgroepen-en-partijen.html', project('toegankelijk-bestand')]],
    ['wat is een doorstroombaan', ['begrippen.html', 'periodes/2021-05/brieven/infosheet.html']],
    ['TOZO', ['begrippen.html', economy2020]],
    ['Sonar', [project('toegankelijk-bestand'), 'begrippen.html']],
    ['centrumgemeente', ['begrippen.html', 'gemeenten/hilversum.html', 'gemeenten/index.html', 'programmas/pow.html']],
    ['praatplaat', ['doelgroepen-en-partijen.html', 'begrippen.html']],
  ],
  'filters combined': [
    ['corona', project('innovatiefonds'), { filters: { status: 'off-track' } }],
    ['werkgevers', project('communicatie-werkgevers'), { filters: { programme: 'pow', status: 'at-risk' } }],
    ['projecten', 'periodes/2024-04/brieven/hilversum.html', { filters: { kind: 'letter', period: '2024-04' } }],
    ['indicatoren', 'toezeggingen/t19-69.html', { filters: { kind: 'commitment', council: 'hilversum' } }],
  ],
};

const ofVoorbeeldstad = {
  identifiers: [
    ['TZ-2022-05', 'toezeggingen/tz-2022-05.html'],
    ['tz 2024 03', 'toezeggingen/tz-2024-03.html'],
    ['d241', 'toezeggingen/d24-1.html'],
    ['V24-01', 'toezeggingen/v24-01.html'],
    ['R23-14', ['toezeggingen/t22-14.html', project('leerwerkplek'), 'periodes/2022-h2/brieven/voorbeeldstad.html']],
    ['IDM 12', project('eenloket'), { before: ['periodes/2024-h2/eenloket.html', 'periodes/2022-h2/kindpakket.html'] }],
    ['TIB 3', project('tijdelijke-woningen'), { before: ['periodes/2024-h2/tijdelijke-woningen.html', 'periodes/2022-h1/beweegcoach.html'] }],
  ],
  titles: [
    ['Thuis in de buurt', 'programmas/tib.html'],
    ['De woningen in de loods', 'periodes/2024-h2/brieven/noorderhof.html'],
    ['wachtlijst beschut werk', 'toezeggingen/d24-1.html'],
    ['geld en schulden', 'programmas/idm/geld.html'],
    ['samen verder tot en met 2025', 'raadsvoorstel-2022.html'],
  ],
  'names of before': [
    ['buurtbaan', project('leerwerkplek')],
    ['Eropaf', project('vroegsignalering')],
    ['overstapregeling', project('zijinstromers')],
    ['schuldhulp binnen zes weken', project('schuldhulp')],
  ],
  'inflected words': [
    ['leerwerkplekken', project('leerwerkplek')],
    ['buurtkamer', project('buurtkamers')],
    ['energiefixer', project('energiefixers')],
    ['woning', project('tijdelijke-woningen')],
    ['huisbezoek', project('vroegsignalering')],
    ['energiebedrijf', project('vroegsignalering')],
    ['ontmoetingsplek', project('ontmoetingsplekken')],
  ],
  'compounds and their parts': [
    ['taal huis', project('taalhuis')],
    ['loket', [project('eenloket'), project('jongerenloket')]],
    ['bus', [project('buurtbus'), project('vacaturebus')]],
    ['coach', project('beweegcoach')],
    ['signalering', project('vroegsignalering')],
    ['betalings achterstand', project('vroegsignalering')],
    ['stimuleringsregeling', project('zijinstromers')],
    ['bodem onderzoek', soil],
    ['wachttijd hulp', [project('overbruggingshulp'), project('schuldhulp')]],
  ],
  diacritics: [
    ['een loket', project('eenloket')],
    ['energiecooperatie', project('energiefixers')],
  ],
  hyphens: [
    ['mbo verklaring', project('praktijkleren')],
    ['mboverklaringen', project('praktijkleren')],
  ],
  amounts: [
    ['€ 640.000', project('beschut-werk')],
    ['1285000', [project('kindpakket'), 'programmas/idm.html', 'raadsvoorstel-2022.html']],
  ],
  'typing errors': [
    ['mantelzrog', project('mantelzorg')],
    ['energifixers', project('energiefixers')],
    ['overburggingshulp', project('overbruggingshulp')],
    ['jongerenlokket', project('jongerenloket')],
    ['noorderhoff', 'gemeenten/noorderhof.html'],
    ['vroegsignalring', project('vroegsignalering')],
  ],
  'beginnings of words': [
    ['taalh', project('taalhuis')],
    ['zijin', project('zijinstromers')],
    ['tijdelijke wo', project('tijdelijke-woningen')],
    ['beweegc', project('beweegcoach')],
  ],
  phrases: [
    ['"prikken en testen"', 'periodes/2021-h1/brieven/alle-raden.html'],
    ['"oude postkantoor"', 'gemeenten/voorbeeldstad.html'],
    ['"drie vervoerders"', 'gemeenten/denkdam.html'],
  ],
  'words to leave out': [
    ['loket -jongeren', project('eenloket'), { without: project('jongerenloket') }],
    ['bus -vacatures', project('buurtbus'), { without: project('vacaturebus') }],
  ],
  'the newest first': [
    ['beschut werk', project('beschut-werk'), { before: ['periodes/2024-h2/beschut-werk.html', 'periodes/2022-h1/beschut-werk.html'] }],
    ['taalhuis', project('taalhuis'), { before: ['periodes/2024-h2/taalhuis.html', 'periodes/2020-h1/taalhuis.html'] }],
    ['hoe staat de economie ervoor', 'periodes/2024-h2/economie.html',
      { before: ['periodes/2024-h2/economie.html', 'periodes/2020-h2/economie.html'] }],
    ['voortgang over de tweede helft', 'periodes/2024-h2/brieven/alle-raden.html',
      { before: ['periodes/2024-h2/brieven/alle-raden.html', 'periodes/2022-h2/brieven/alle-raden.html'] }],
    ['uitkomst van het bodemonderzoek', 'periodes/2022-h2/brieven/noorderhof.html',
      { before: ['periodes/2022-h2/brieven/noorderhof.html', 'periodes/2022-h2/v1/brieven/noorderhof.html'] }],
    ['meer banen uit leerwerkplekken', ['periodes/2022-h2/brieven/voorbeeldstad.html', 'toezeggingen/t22-14.html'],
      { before: ['periodes/2022-h2/brieven/voorbeeldstad.html', 'periodes/2022-h2/v2/brieven/voorbeeldstad.html'] }],
  ],
  'broad words': [
    ['wonen', ['programmas/tib/buurt.html', project('tijdelijke-woningen')]],
    ['schulden', [project('schuldhulp'), 'programmas/idm/geld.html', project('vroegsignalering')]],
    ['taal', [project('taalhuis'), 'programmas/idm/leren.html']],
    ['corona', ['toezeggingen/t20-08.html', 'periodes/2020-h2/index.html', 'periodes/2020-h1/index.html',
      'periodes/2020-h2/brieven/voorbeeldstad.html']],
    ['begroting', ['raadsvoorstel-2022.html', 'programmas/idm.html', 'programmas/tib.html']],
    ['toezeggingen', register],
  ],
  'questions in plain words': [
    ['ik heb schulden', [project('schuldhulp'), 'programmas/idm/geld.html', project('vroegsignalering'), 'doelgroepen-en-partijen.html']],
    ['hulp met de computer', [project('digihulp'), project('digitaal'), 'doelgroepen-en-partijen.html']],
    ['hoe lang wacht ik op schuldhulp', project('schuldhulp')],
    ['geld voor sport van kinderen', project('kindpakket')],
    ['woning zuinig maken', project('energiefixers')],
    ['waar kan ik mensen ontmoeten', ['doelgroepen-en-partijen.html', project('buurtkamers'), project('ontmoetingsplekken')]],
    ['waarom staan de woningen er nog niet', [project('tijdelijke-woningen'), 'periodes/2024-h2/brieven/noorderhof.html',
      'periodes/2022-h2/brieven/noorderhof.html', 'toezeggingen/tz-2024-03.html']],
    ['hoeveel inwoners vonden werk in 2024', ['periodes/2024-h2/index.html', 'periodes/2024-h2/brieven/alle-raden.html',
      'periodes/2024-h1/index.html', 'periodes/2024-h1/brieven/alle-raden.html', 'index.html']],
  ],
  councils: [
    ['Noorderhof', 'gemeenten/noorderhof.html'],
    ['verzonnen aan de lijn', 'gemeenten/verzonnen-aan-de-lijn.html'],
    ['stelmonde', 'gemeenten/stelmonde.html'],
    ['denkdam toezeggingen', ['gemeenten/denkdam.html', 'toezeggingen/d23-4.html', 'toezeggingen/d24-1.html']],
  ],
  letters: [
    ['raadsbrief 2024', ['periodes/2024-h2/brieven/alle-raden.html', 'periodes/2024-h1/brieven/alle-raden.html']],
    ['brief bodemonderzoek', soil[0]],
    ['collegebrief cijfers per wijk', 'periodes/2024-h2/brieven/voorbeeldstad.html'],
    ['eerste bericht over iedereen doet mee', 'periodes/2020-h1/brieven/alle-raden.html'],
    ['afscheid van stelmonde', ['periodes/2022-h2/brieven/alle-raden.html', 'gemeenten/stelmonde.html']],
  ],
  'words of the glossary': [
    ['kwartiermaker', ['begrippen.html', project('eenloket')]],
    ['nulmeting', 'begrippen.html'],
    ['wat is vroegsignalering', [project('vroegsignalering'), 'begrippen.html']],
    ['ervaringsdeskundige', [project('overbruggingshulp'), 'begrippen.html']],
  ],
  'filters combined': [
    ['loket', 'periodes/2024-h2/eenloket.html', { filters: { period: '2024-h2', status: 'off-track' } }],
    ['wachtlijst', 'toezeggingen/d24-1.html', { filters: { kind: 'commitment', council: 'denkdam' } }],
    ['woningen', ['periodes/2024-h2/brieven/noorderhof.html', soil[0]], { filters: { kind: 'letter', council: 'noorderhof' } }],
    ['taalhuis', 'periodes/2022-h2/taalhuis.html', { filters: { period: '2022-h2', kind: 'report' } }],
    ['vrijwilligers', [project('buurtbus'), project('mantelzorg'), project('buurtkamers')], { filters: { programme: 'tib' } }],
  ],
};

const listOf = (site, kinds) => Object.entries(kinds).flatMap(([kind, list]) => list.map(([query, wanted, more]) => {
  return { site, kind, query, wanted: [wanted].flat(), ...more };
}));

// [{ site: 'sample' | 'voorbeeldstad', kind, query, wanted: [address | { project }], filters, before, without }]
export const queries = [...listOf('sample', ofSample), ...listOf('voorbeeldstad', ofVoorbeeldstad)];

export const kinds = [...new Set(queries.map(({ kind }) => kind))];

// Whether an address such as 'periodes/2020-07/ggz.html' is what was meant; no page of an edition that was replaced is.
export function isMeant(meant, address) {
  if (typeof meant === 'string') return address === meant;
  return address === `deelprojecten/${meant.project}.html` || new RegExp(`^periodes/[^/]+/${meant.project}\\.html$`).test(address);
}

// What is wrong with the results of a query, [[address, further address in the same group …] …] in order, and the place
// of the page that was meant: { rank: 1 …, or 0 when it is not among them, faults: [sentence] }.
export function judge({ wanted, before, without }, groups) {
  const rank = 1 + groups.findIndex((group) => group.some((address) => wanted.some((meant) => isMeant(meant, address))));
  const addresses = groups.flat();
  const faults = [];
  if (rank === 0 || rank > 3) faults.push(rank === 0 ? 'not found' : `found as number ${rank}`);
  const [first, second] = (before ?? []).map((address) => addresses.indexOf(address));
  if (second >= 0 && (first < 0 || first > second)) faults.push(`${before[1]} stands above ${before[0]}`);
  if (without && addresses.some((address) => isMeant(without, address))) faults.push(`shows ${JSON.stringify(without)}`);
  return { rank, faults };
}

// Words for generated sites in the proportions of real Dutch: a few small words make up half of the text, most words are
// rare, many of them are compounds of our own field, and a larger site has more different ones, as the law of Heaps has it:
// some 4,500 in 30,000 words, 37,000 in six million. The same list of words and the same seed give the same words.
import { existsSync, readFileSync } from 'node:fs';

const dictionary = '/usr/share/dict/dutch';

const small = ('de van het een en in is dat te voor zijn op met niet aan die er om door ook als bij naar dan uit maar nog wordt worden ' +
  'over werd heeft hebben kan meer deze dit wij zij zo wel geen of al kunnen veel daarom wie waar omdat tot tussen onder na zonder ' +
  'binnen tegen per sinds').split(' ');

// Stems with what joins them to the next part: "arbeidsmarkt" + "beleid", "werkgever" + "s" + "dienst".
const stems = ('arbeidsmarkt werkgever-s werknemer-s scholing-s traject gemeente toezegging-s inwoner-s raad-s college begeleiding-s ' +
  'jongeren participatie inkomen-s bijstand-s uitkering-s schuld-en taal wijk buurt leerwerk opleiding-s onderwijs zorg jeugd ' +
  'vrijwilligers mantelzorg woning energie armoede economie sector-en regio samenwerking-s uitvoering-s subsidie begroting-s budget ' +
  'voortgang-s monitor resultaat- kwaliteit-s communicatie bedrijf-s ondernemers vacature plaatsing-s uitstroom instroom loopbaan ' +
  'ontwikkeling-s project programma beleid-s netwerk re-integratie- doelgroep-en statushouders laaggeletterden vaardigheid-s beroep-s ' +
  'stage klant cliënt-en gezondheid-s preventie wachtlijst wachttijd intake innovatie digitalisering-s informatie gegevens ' +
  'verantwoording-s bestuur-s commissie wethouder-s portefeuille ambtelijk- centrum dienst-en welzijn-s sport cultuur mobiliteit-s ' +
  'vervoer-s techniek bouw horeca logistiek duurzaamheid-s klimaat').split(' ').map((each) => {
  const [, stem, link] = /^(.*?)(?:-(|s|en))?$/.exec(each);
  return { stem, link: link ?? '' };
});

// Heads, with their plurals.
const heads = ('makelaar/s plan/nen loket/ten punt/en dienst/en dienstverlening aanpak regeling/en fonds/en budget/ten coach/es team/s ' +
  'bedrijf bedrijven overleg/gen beleid traject/en project/en programma agenda akkoord/en analyse/s monitor/en cijfers doel/en ' +
  'doelstelling/en opgave/n ondersteuning begeleider/s begeleiding adviseur/s advies adviezen centrum centra consulent/en kosten ' +
  'middelen subsidie/s pakket/ten plek/ken voorziening/en voorstel/len verslag/en brief brieven onderzoek/en evaluatie/s ' +
  'ontwikkeling/en partner/s partij/en problematiek proces/sen regisseur/s register/s samenwerking stelsel/s taak taken tekort/en ' +
  'vraagstuk/ken wens/en werk werkplaats/en zorg zaken coördinator/en netwerk/en bijeenkomst/en campagne/s cursus/sen training/en ' +
  'gesprek/ken indicator/en norm/en kaart/en groep/en manager/s medewerker/s functionaris/sen bestuur instelling/en instrument/en ' +
  'strategie visie nota/s kader/s toets/en uitvoering bank/en huis huizen school scholen').split(' ').flatMap((each) => {
  const [singular, plural] = each.split('/');
  return plural === undefined ? [singular] : [singular, singular + plural];
});

// Numbers that look random and are always the same (mulberry32).
export const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

function shuffled(list, next) {
  const out = [...list];
  for (let i = out.length - 1; i > 0; --i) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

// Neighbours of the list that begin alike are mostly forms of one word; together they are as in a text.
function* families(next) {
  if (!existsSync(dictionary)) throw new Error(`${dictionary} is not there: install the package wdutch`);
  const all = readFileSync(dictionary, 'utf8').split('\n').filter((word) => /^[a-zà-ÿ]{4,17}$/.test(word));
  const taken = new Set();
  while (taken.size < all.length / 2) {
    const first = Math.floor(next() * all.length);
    const beginning = all[first].slice(0, Math.max(5, all[first].length - 2));
    for (let i = first; i < first + 3 && i < all.length && all[i].startsWith(beginning); ++i) {
      if (taken.has(i)) continue;
      taken.add(i);
      yield all[i];
    }
  }
}

// All forms, the most frequent first: small words, then words of our field among those of the list; and which are ours.
function rankedForms(next, count) {
  const topical = shuffled([...new Set([...stems.map(({ stem }) => stem), ...heads])], next);
  const compounds = shuffled(stems.flatMap(({ stem, link }) => heads.map((head) => stem + link + head)), next);
  const general = families(next);
  const forms = new Set(small);
  const ofField = new Set([...topical, ...compounds]);
  for (let at = 0; forms.size < count; ++at) {
    // Of the common words every second is of our field; of the others three in ten, as long as there are any.
    const own = topical.length > 0 ? at % 2 === 0 && topical.pop() : at % 10 < 3 && compounds.pop();
    forms.add(own || general.next().value);
  }
  return { forms: [...forms], ofField };
}

// How often each rank occurs: as Zipf says for the common words, and faster than that for the rare ones, as in any large
// collection of texts.
const bend = 2000;
const shareOf = (rank) => rank < bend ? 1 / (rank + 2.7) : bend ** 1.3 / rank ** 2.3;

// Draws an index in proportion to its share, in the same time however many there are (alias method, Walker).
function drawer(shares) {
  const sum = shares.reduce((a, b) => a + b, 0);
  const own = Float64Array.from(shares, (share) => (share * shares.length) / sum);
  const other = new Int32Array(shares.length);
  const poor = [];
  const rich = [];
  own.forEach((share, i) => (share < 1 ? poor : rich).push(i));
  while (poor.length > 0 && rich.length > 0) {
    const [less, more] = [poor.pop(), rich.pop()];
    other[less] = more;
    own[more] -= 1 - own[less];
    (own[more] < 1 ? poor : rich).push(more);
  }
  for (const rest of [...poor, ...rich]) own[rest] = 1;
  return (next) => {
    const at = next() * own.length;
    const i = Math.floor(at);
    return at - i < own[i] ? i : other[i];
  };
}

const tidy = (value) => value.toLocaleString('de-DE');
const numberWords = [(next) => String(2006 + Math.floor(next() * 20)), (next) => String(1 + Math.floor(next() * 120)),
  (next) => `€ ${tidy(500 * Math.ceil(2 ** (next() * 10)))}`, (next) => tidy(100 * Math.floor(10 + next() * 90))];

const withCapital = (text) => text[0].toUpperCase() + text.slice(1);

// { word(next), title(index), place(index), forms, ofField }: `forms` are all there are, the most frequent first;
// `ofField` those of our field.
export function vocabulary({ seed = 20240229, count = 60_000 } = {}) {
  const next = numbers(seed);
  const { forms, ofField } = rankedForms(next, count);
  const draw = drawer(forms.map((_, i) => shareOf(i + 1)));
  const titles = shuffled(stems.flatMap(({ stem, link }) => heads.slice(0, 40).map((head) => stem + link + head)), next);
  const [begins, ends] = ['Noorder Ooster Zuider Wester Nieuw Oud Hoog Laag Groot Klein Midden Veen Eik Berk'.split(' '),
    'drecht hoven veen woude dam meer kerk horst beek dijk'.split(' ')];
  const one = (list, draws) => list[Math.floor(draws() * list.length)];
  return {
    forms,
    ofField,
    // One in sixty is a number: a year, a count, an amount.
    word: (draws) => draws() < 1 / 60 ? one(numberWords, draws)(draws) : forms[draw(draws)],
    title: (index) => withCapital(`${titles[index % titles.length]} ${['voor inwoners', 'in de wijk', 'en werk', 'met werkgevers'][index % 4]}`),
    place: (index) => begins[index % begins.length] + ends[Math.floor(index / begins.length) % ends.length],
  };
}

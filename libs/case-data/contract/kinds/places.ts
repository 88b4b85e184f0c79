import type { Found } from '../finding';

const LETTER_START = String.raw`(?<![\p{L}\p{N}])`;
const HOUSE = String.raw`\d{1,3}(?: ?[A-Ha-h](?![\p{L}]))?(?![\p{L}\p{N}])(?![.:,/-]\d)(?! ?(?:%|°|€))`;
const CAPITAL = String.raw`\p{Lu}[\p{L}'.-]{0,24}`;

const STREETS = [
  // One word: Storgata 12, Mannerheimintie 5, Hauptstraße 3, Kerkstraat 15. And its two-word forms: Kongens gate 5, Frankfurter Allee 12.
  String.raw`\p{Lu}[\p{L}'-]{2,30}(?:gate|gata|gaten|gatan|veien|vegen|vei|veg|vägen|väg|gränd|gade|vej|stræde|allé|katu|kadun|kadulla|kadulta|tie|tiellä|kuja|polku|straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|gracht|kade|singel) ${HOUSE}`,
  String.raw`(?:${CAPITAL} ){1,2}(?:gate|gata|gade|vei|vej|väg|allé|[Kk]atu|[Tt]ie|Straße|Strasse|Str\.|Allee|Weg|Platz|[Ss]traat|[Ll]aan|[Pp]lein) ${HOUSE}`,
  // 12 High Street, 221B Baker St
  String.raw`\d{1,4}[A-Za-z]?,? (?:${CAPITAL} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Close|Square|Court|Terrace|Crescent|Boulevard|Blvd|Gardens|Grove|Hill|Row)(?!\p{L})`,
  // Calle Mayor 12, C/ de Alcalá, 5
  String.raw`(?:Calle|calle|C\/|Avenida|avenida|Avda\.?|Av\.|Plaza|plaza|Paseo|paseo|Ronda|Camino)(?: (?:de|del|la|las|los|el))* (?:${CAPITAL}[ ,]{1,2}(?:(?:de|del|la|las|los|y) ){0,2}){1,3}(?:n[.ºo°]{0,2} ?|número )?${HOUSE}`,
  // شارع النصر 15، بناية 3
  String.raw`(?:[وبف]?(?:ال)?شارع|حارة|زقاق|نهج|جادة) (?:[\u0621-\u064a]{1,20} ){1,3}(?:رقم )?${HOUSE}`,
].map((source) => new RegExp(LETTER_START + source, 'gu'));
/** "12 Our Way", "Auf Platz 5". */
const NO_STREET = /^(?:\d{1,4},? (?:The|Our|One|On|In)|Auf|Von|Bis)(?: |$)/u;

export function* addresses(text: string): Generator<Found> {
  for (const street of STREETS) {
    for (const match of text.matchAll(street)) {
      if (!NO_STREET.test(match[0])) yield { kind: 'address', from: match.index, to: match.index + match[0].length, certainty: 'likely' };
    }
  }
}

const CLASS = new RegExp(
  LETTER_START
  + String.raw`(?:(?:[Cc]lass|[Gg]rade|[Yy]ear|[Ff]orm|[Kk]lasse|[Kk]lassen|[Kk]lass|[Kk]las|[Gg]roep|[Aa]ula|[Cc]lase|[Cc]urso|[Ll]uokka|[Ll]uokan|[Ll]uokalla) (\d{1,2} ?[A-Za-z]?|[IVX]{1,4})|(\d{1,2})[A-Za-z]|(\d{1,2})\. ?(?:[a-z] )?(?:klasse|klass|luokka|luokan|luokalla)|[وبف]?(?:لل|ال)?صف (?:[\u0621-\u064a]{2,12}|\d{1,2})(?: [\u0621-\u064a]{1,6}(?![\u0621-\u064a])){0,2})(?![\p{L}\p{N}])`,
  'gu',
);
/** A school that has a name. */
const SCHOOL = new RegExp(
  LETTER_START
  + String.raw`(?:(?:${CAPITAL} ){1,3}(?:[Ss]chool|[Cc]ollege|Academy|[Ss]kole|[Ss]kola|[Kk]oulu|[Gg]ymnasium|[Ll]yceum|[Uu]ngdomsskole|[Bb]asisschool)|\p{Lu}[\p{L}-]{1,30}(?:skolen|skole|skolan|skola|koulu|koulun|koulussa|schule|gymnasium|gymnasiet|lyceum|lukio|school|college)|(?:Colegio|colegio|Instituto|instituto|IES|CEIP|School|Skole|Gymnasium|Escuela|escuela|Lyceum|[Ss]chule)(?: (?:de|del|la|las|los|el|San|Santa))* ${CAPITAL}|[وبفل]?مدرسة (?:[\u0621-\u064a]{2,16})|[وبفل]?ثانوية (?:[\u0621-\u064a]{2,16}))(?!\p{L})`,
  'gu',
);
const BETWEEN = 40;

/** A class alone is many people, a school alone is more: together they lead to one. */
export function* schoolClasses(text: string): Generator<Found> {
  const schools = [...text.matchAll(SCHOOL)].filter(({ 0: name }) => !/^(?:The|Our|A|Each|Every|High|Primary|Secondary|Public|Summer|Old) \p{L}+$/u.test(name) && !/^[وبفل]?مدرسة (?:في|التي|كان|عن|من|الي|علي)$/u.test(name));
  if (schools.length === 0) return;
  let next = 0;
  for (const match of text.matchAll(CLASS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (Number.parseInt(match[1] ?? match[2] ?? match[3] ?? '1', 10) > 13) continue;
    while (next < schools.length && schools[next]!.index + schools[next]![0].length + BETWEEN < from) next++;
    const near = schools.slice(next, next + 3).find(({ index, 0: name }) => (index >= to && index - to <= BETWEEN) || (index + name.length <= from && from - index - name.length <= BETWEEN));
    if (!near || text.slice(Math.min(near.index, from), Math.max(near.index, to)).includes('\n')) continue;
    yield { kind: 'schoolClass', from: Math.min(from, near.index), to: Math.max(to, near.index + near[0].length), certainty: 'likely' };
  }
}


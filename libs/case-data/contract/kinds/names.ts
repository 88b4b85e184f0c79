import type { Found } from '../finding';
import { isGivenName } from '../words/given-names';

const START = String.raw`(?<![\p{L}\p{N}'-])`;
const CAPITAL = String.raw`\p{Lu}[\p{L}'-]{1,20}(?<!['-])`;
const INITIAL = String.raw`\p{Lu}\.?`;
/** "Mohammed", "Mohammed K.", "Anna Maria Berg". */
const NAME = String.raw`(${CAPITAL})((?: (?:bin|ibn|al|el|de|van|von|der|den|di) |[ ])${CAPITAL}|(?: ${CAPITAL})? ${INITIAL}(?![\p{L}]))?`;
const ARABIC_NAME = String.raw`[وفل]?([\u0621-\u064a]{2,14})((?: (?:بن|ابن|بنت|ال)?[\u0621-\u064a]{1,14}\.?)?)`;
const AGE = String.raw`([3-9]|[1-9]\d)`;
const YEARS = String.raw`(?:[ -]?(?:years?[ -]old|years? of age|year-old|yrs?(?: old)?|y\/o|yo|år gammel|år gammal|år|årige?|åriga|jaar oud|jaar|jr\.?|jarige?|Jahre alt|Jahren?|jährige[rnms]?|J\.|vuotta vanha|vuotta|vuotia\p{L}{1,4}|v\.|años de edad|años))`;
const ARABIC_YEARS = String.raw`(?: ?(?:سنة|سنوات|عام|عاما|اعوام))`;
const NO_MORE = String.raw`(?!\p{L})(?! ?(?:ago|later|earlier|before|after|siden|sedan|geleden|sitten|más|después|antes|senere|senare|später|in prison|of experience|und länger))(?! ?[-–] ?\d)`;

/** Small words between a name and an age: "who is", "ein", "de", "joka on", "på". */
const LINK = String.raw`(?:who|is|was|he|she|they|now|then|only|just|about|around|aged|age|er|var|på|som|är|en|et|ett|nå|nu|bare|bara|on|oli|joka|nyt|vasta|ikä|ist|war|der|die|das|ein|eine|erst|jetzt|damals|von|mit|Alter|van|een|pas|toen|tiene|tenía|cumplió|con|de|que|ahora|solo|edad)`;
/** "Ahmed, 14", "Ahmed (14 years old)", "Ahmed, who is 14", "Ahmed, ein 14-jähriger", "Ahmed, de 14 años". */
const NAME_THEN_AGE = new RegExp(`${START}${NAME}(?: ?[,(] ?| - | )(?:${LINK} ){0,3}${AGE}(?:(${YEARS})${NO_MORE}|(?=\\)|,|;|\\.(?!\\d)|$|\n| (?:and|who|was|from|lives|has|had|og|som|und|der|die|en|y|que|joka|ja|when|at the time|back then|als|da|toen|kun|cuando|entonces|når|när)(?!\\p{L})))`, 'gu');
/** "14-year-old Mohammed K.", "der 14-jährige Ahmed", "14-vuotias Ville", "de 14-jarige Daan", "14-årige Ali", "14 år gamle Ola". */
const AGE_THEN_NAME = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${AGE}[ -]?(?:years?[ -]old|year[ -]old|yr old|jährige[rnms]?|jarige|jaar oude|årige|årig|åriga|år gamle|år gamla|år gammel|Jahre alte[rnms]?|vuotia[as]n?|vuotiaan|añero|años),? (?:(?:boy|girl|pupil|student|son|daughter|teenager|dreng|pige|gutt|gutten|jente|jenta|pojke|pojken|flicka|flickan|jongen|meisje|leerling|Junge|Mädchen|Schüler|Schülerin|poika|tyttö|oppilas|chico|chica|niño|niña|joven|alumno|alumna),? )?(?:called |named |ved navn |vid namn |genaamd |namens |nimeltä |llamad[oa] )?${NAME}`, 'gu');
/** "Ahmed el 14-årige", "Ahmed de 14 años", "14 años, Ahmed" come through the first two; these are the Arabic ways. */
const ARABIC_AGE = new RegExp(String.raw`(?<![\u0621-\u064a])${ARABIC_NAME}(?: ?, ?| ?\(| )(?:البالغ من العمر |البالغة من العمر |الذي يبلغ |التي تبلغ |يبلغ من العمر |تبلغ من العمر |يبلغ |تبلغ |عمره |عمرها |وعمره |وعمرها |ابن ال?|ابنة ال?|ذو ال?|ذات ال?)?${AGE}(?!\d)(?:(${ARABIC_YEARS})(?![\u0621-\u064a])|(?=\)|,|\.(?!\d)|$|\n))`, 'gu');

/** Both as they stand in a sentence and at its beginning. */
const PERSON = 'boy|girl|man|woman|pupil|student|youth|teenager|child|son|daughter|brother|sister|mother|father|neighbour|client|person|dreng|pige|mand|kvinde|gutt|jente|mann|kvinne|elev|pojke|flicka|kille|tjej|kvinna|jongen|meisje|vrouw|leerling|Junge|Mädchen|Mann|Frau|Schüler|Schülerin|Jugendlicher|Jugendliche|poika|tyttö|mies|nainen|oppilas|nuori|chico|chica|niño|niña|joven|hombre|mujer|alumno|alumna|he|she|han|hun|hon|hij|zij|er|sie|hän|barn|ung'
  .replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** "a boy called Ahmed", "er heter Ola", "ein Junge namens Ali": no age, so it asks. */
const CALLED = new RegExp(String.raw`(?<!\p{L})(?:(?:${PERSON}),? (?:is |was |who is |som |der |die |jonka |que )?(?:called|named|hedder|hed|heter|het|hette|heet|heette|heißt|hieß|heisst|genaamd|namens|mit Namen|ved navn|ved namn|vid namn|nimi on|nimeltä|nimeltään|se llama|se llamaba|llamad[oa])|(?:[Hh]is|[Hh]er|[Tt]heir) name (?:is|was)|[Hh]änen nimensä (?:on|oli)|[Ss]u nombre (?:es|era)|[Nn]avnet hans er|[Hh]ans namn är|[Ss]ein Name ist|[Ii]hr Name ist) ${NAME}`, 'gu');
const ARABIC_CALLED = new RegExp(String.raw`(?<![\u0621-\u064a])[وف]?(?:اسمه|اسمها|يدعي|تدعي|المدعو|المدعوة|يسمي) ([\u0621-\u064a]{2,14})(?![\u0621-\u064a])`, 'gu');
/** "Ali H.": a known name and a single letter is how a case is written down. */
const WITH_INITIAL = new RegExp(`${START}(${CAPITAL}) (\\p{Lu})(?:\\.(?!\\p{L})|(?=[,;)]))`, 'gu');

/** Capitalised words that stand before a number and are nobody. */
const NO_NAME = new Set((
  'January February March April May June July August September October November December Januar Februar März Mai Juni Juli Oktober Dezember Januari Februari Augustus Augusti Enero Febrero Marzo Abril Mayo Junio Julio Agosto '
  + 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Class Grade Year Klasse Klass Chapter Section Table Figure Article Artikel Paragraph Annex Part Teil Del Kapitel Kapittel Step Phase Level Version Group Room Page Side Seite Line Bus Tram Gate Platz '
  + 'He She They It We You The This That One Age Aged Under Over About Around Between Only Han Hun Hon Hij Zij Er Sie Es Det Den Ein Eine Der Die Das El La Ella Él Hän Nuori In Of At From Youth Ungdom Jugendliche Kinder Children Students Pupils Boys Girls Mädchen Jungen Schüler'
).split(' '));

export function* names(text: string): Generator<Found> {
  for (const found of read(text)) {
    // "Sofia (15)": the bracket belongs to it.
    const closes = text[found.to] === ')' && text.slice(found.from, found.to).includes('(');
    yield closes ? { ...found, to: found.to + 1 } : found;
  }
}

function* read(text: string): Generator<Found> {
  for (const match of text.matchAll(NAME_THEN_AGE)) {
    const [, first, more, age, unit] = match;
    const found = judge(match, first!, more, age!, Boolean(unit));
    if (found) yield found;
  }
  for (const match of text.matchAll(AGE_THEN_NAME)) {
    const [whole, age, first, more] = match;
    // What follows "14-year-old" without being known may be "Swedish": only with an initial or in two parts is it a name.
    const second = more?.trim();
    const shown = second && !isInitial(second) && !isGivenName(first!) ? null : more;
    if (!isGivenName(first!) && !(second && isInitial(second))) {
      if (!second) continue;
      yield { kind: 'nameWithAge', from: match.index, to: match.index + whole.length, certainty: 'likely', age: Number(age) };
      continue;
    }
    yield { kind: 'nameWithAge', from: match.index, to: match.index + whole.length - (shown === null ? (more?.length ?? 0) : 0), certainty: 'certain', age: Number(age) };
  }
  for (const match of text.matchAll(ARABIC_AGE)) {
    const [whole, first, second, age, unit] = match;
    const known = isGivenName(first!) ? first : second && isGivenName(second.trim()) ? second.trim() : null;
    if (!known) continue;
    // The word before a known second name may be "the boy": only the name itself and what follows is replaced.
    const skip = known === first ? 0 : whole.indexOf(known);
    // Three letters of a common word can be a name: without "years" only where a bracket or comma says so.
    if (!unit && !/[,(]/.test(whole)) continue;
    yield { kind: 'nameWithAge', from: match.index + skip, to: match.index + whole.length, certainty: 'certain', age: Number(age) };
  }
  for (const match of text.matchAll(CALLED)) yield nameOnly(match, match[1]!, match[2] ?? '');
  for (const match of text.matchAll(ARABIC_CALLED)) yield nameOnly(match, match[1]!, '');
  for (const match of text.matchAll(WITH_INITIAL)) if (isGivenName(match[1]!)) yield { kind: 'name', from: match.index, to: match.index + match[0].length, certainty: 'likely' };
}

const isInitial = (word: string) => /^\p{Lu}\.?$/u.test(word) || /^\p{Lu}[\p{L}'-]+ \p{Lu}\.?$/u.test(word);

function judge(match: RegExpExecArray, first: string, more: string | undefined, age: string, hasUnit: boolean): Found | null {
  const second = more?.trim();
  let from = match.index;
  const to = from + match[0].length;
  const found = (certainty: Found['certainty']): Found => ({ kind: 'nameWithAge', from, to, certainty, age: Number(age) });
  if (isGivenName(first)) return found('certain');
  // "Yesterday Ahmed, 14": the sentence begins before the name.
  if (second && isGivenName(second.split(' ')[0]!)) {
    from += match[0].indexOf(second, first.length);
    return found('certain');
  }
  if (NO_NAME.has(first) || (second && NO_NAME.has(second))) return null;
  if (second && isInitial(second)) return found(hasUnit ? 'certain' : 'likely');
  return hasUnit ? found('likely') : null;
}

function nameOnly(match: RegExpExecArray, first: string, more: string): Found {
  const at = match.index + match[0].lastIndexOf(first + more);
  return { kind: 'name', from: at, to: at + first.length + more.length, certainty: 'likely', called: true };
}

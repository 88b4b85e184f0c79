import type { Found } from '../finding';
import { wordBefore } from '../nearby';

/** Mailboxes of a desk, not of a person: asks only. In every language of the network. */
const DESKS = new Set((
  'info information contact contacts hello hi help helpdesk support service services office mail email post postmottak postkasse admin administration webmaster press presse media news newsletter noreply no-reply '
  + 'reception registry registrar secretariat sekretariat events event team kontakt kontakti anfrage buero stadt stad kommune kommun city council youth jugend jugendamt ungdom nuoriso police polizei politi polis politie policia poliisi '
  + 'school schule skole skola koulu colegio escuela privacy datenschutz personvern gdpr dpo jobs careers hr safeguarding prevention exit '
  + 'kirjaamo neuvonta asiakaspalvelu toimisto registrator registratur borger borgerservice hovedpostkasse gemeente klantcontact voorlichting secretaria ayuntamiento atencion contacto prensa oficina'
).split(' '));
/** Reserved for examples (RFC 2606, RFC 6761). */
const EXAMPLES = /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test|localhost)$/i;

const LOCAL = /[\p{L}\p{N}.!#$%&'+/=?^_{|}~-]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}/u;
/** "ali (at) mail (dot) com": hidden from machines, not from people. */
const SPELLED = /(?<![\p{L}\p{N}])([\p{L}\p{N}._-]{1,40}) ?(?:[[({] ?(?:at|arroba|snabel-?a|aapenstaartje) ?[\])}]) ?([\p{L}\p{N}-]{1,40}(?:(?:\.| ?(?:[[({] ?(?:dot|punkt|punt|piste|punto) ?[\])}]) ?)[\p{L}\p{N}-]{1,24}){1,4})/giu;

export function* emails(text: string): Generator<Found> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // A single space around the sign is a slip of the thumb; more is no address.
    const before = text[at - 1] === ' ' && text[at + 1] === ' ' ? at - 1 : at;
    const after = before === at ? at + 1 : at + 2;
    const local = LOCAL.exec(text.slice(Math.max(0, before - 64), before))?.[0].replace(/^[.'/=?!{}|_~-]+/, '');
    const domain = DOMAIN.exec(text.slice(after, after + 120))?.[0];
    if (!local || !domain) continue;
    yield found(local, domain, before - local.length, after + domain.length);
  }
  for (const match of text.matchAll(SPELLED)) yield found(match[1]!, match[2]!, match.index, match.index + match[0].length);
}

function found(local: string, domain: string, from: number, to: number): Found {
  const desk = DESKS.has(local.toLowerCase().split(/[.+_]/)[0]!) || EXAMPLES.test(domain);
  return { kind: 'email', from, to, certainty: desk ? 'likely' : 'certain' };
}

const EDGE = String.raw`(?<![\p{L}\p{N}])(?<!\d[-./,:])`;
const STOP = String.raw`(?![\p{L}\p{N}])(?![-./:,]\d)(?! ?(?:%|°|€|\$|£|km|kr|kg|cm|mm))`;
const GAP = '[ ]?[-./]?[ ]?';
const phoneShape = (source: string) => new RegExp(EDGE + source + STOP, 'gu');

/** With the country in front (ITU-T E.164: at most 15 digits). */
const INTERNATIONAL = phoneShape(String.raw`(?:\+|00)[ ]?\(?[1-9]\d{0,2}\)?(?:${GAP}\(?\d\)?){6,13}`);
/** With the zero that leaves the town: 040 123 4567, (0)170 1234567, 05x in Arab countries. */
const TRUNK = phoneShape(String.raw`\(?0\d{0,4}\)?(?:${GAP}\d){6,11}`);
/** Without a zero: Danish and Norwegian pairs, Norwegian 3-2-3, Spanish 3-3-3 and 3-2-2-2, American 3-3-4. */
const GROUPED = phoneShape(String.raw`(?:[2-9]\d \d\d \d\d \d\d|[49]\d\d \d\d \d{3}|[6-9]\d\d[ -]\d{3}[ -]\d{3}|[6-9]\d\d \d\d \d\d \d\d|\(?[2-9]\d\d\)?[ ]?[-. ][2-9]\d\d[-. ]\d{4})`);
const ANY = phoneShape(String.raw`\(?\d\)?(?:${GAP}\(?\d\)?){5,13}`);
/** Numbers that are there for everybody: free lines, European lines of social value. */
const PUBLIC = /^(?:0800|00800|800|0808|116|1800|900|0200|0900|020\d{3,7}$)/;

export function* phones(text: string): Generator<Found> {
  const tell = (match: RegExpExecArray, certainty: Found['certainty']): Found => ({ kind: 'phone', from: match.index, to: match.index + match[0].length, certainty });
  for (const match of text.matchAll(INTERNATIONAL)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length >= 8 && digits.length <= 17) yield tell(match, digits.startsWith('00800') ? 'likely' : 'certain');
  }
  for (const match of text.matchAll(TRUNK)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 8 || digits.length > 12 || isDate(match[0])) continue;
    yield tell(match, PUBLIC.test(digits) ? 'likely' : 'certain');
  }
  for (const match of text.matchAll(GROUPED)) yield tell(match, wordBefore('phone', text, match.index) || /^\(|^\d{3}-\d{3}-\d{4}/.test(match[0]) ? 'certain' : 'likely');
  for (const match of text.matchAll(ANY)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length > 14 || isDate(match[0]) || !wordBefore('phone', text, match.index) || /^116\d{3}$|^(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d/.test(match[0].replace(/ /g, ''))) continue;
    // "A call for 1 250 000 euros" has the shape of an amount, "text 13.7 / 10.4" that of two.
    if (/^\(?\d{1,2}\.\d{1,4} ?[/(]/.test(match[0])) continue;
    const isAmount = digits.length < 9 && /^[1-9]\d{0,2}(?:[ .]\d{3})+$/.test(match[0]);
    yield tell(match, PUBLIC.test(digits) || digits.length < 7 || isAmount ? 'likely' : 'certain');
  }
}

/** 01.02.2024, 2024-02-01, also with spaces; 1.2.2024-3.2.2024. */
function isDate(match: string): boolean {
  return /^\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2}(?:19|20)\d\d/.test(match) || /^(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}/.test(match);
}

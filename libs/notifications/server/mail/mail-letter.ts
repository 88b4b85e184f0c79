import { type Locale, directionOf } from '@crosscity/platform/contract';
import { hasMailWords, mailWords, type MailValues } from './mail-words';

/** What a mail says, before it has words. */
export interface LetterFacts {
  locale: Locale;
  kind: string;
  reason: string;
  name: string;
  /** Empty where the thing has no name for this reader. */
  title: string;
  /** The title stays on the page: a mail's subject shows on locked screens and in shared mailboxes. */
  isDiscreet?: boolean;
  details: MailValues;
  /** Where its button leads; absolute. */
  link: string;
  /** Whether a calendar file comes with it. */
  hasCalendar: boolean;
  /** Where the reader changes which mail comes; absolute. Null for those without an account. */
  settings: string | null;
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** The value that the fact did not bring, so that plainer words had to do; null where nothing was missing. */
  missing: string | null;
}

/** A subject is one line: a title with a line break must not make a second header. */
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
/** Keeps a name in one direction from turning the words around it (Unicode UAX 9, isolates). */
const isolate = (text: string): string => (text ? `\u2068${text}\u2069` : '');
const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** Words of a mail in the reader's language: subject, plain text, and HTML that says the same. */
export function writeLetter(facts: LetterFacts): Letter {
  const base = hasMailWords(`mail.${facts.kind}.subject`) ? `mail.${facts.kind}` : 'mail.other';
  try {
    return { ...write(facts, base), missing: null };
  } catch (error) {
    // Words that need a value which the fact did not bring: plainer words, rather than no mail.
    return { ...write(facts, 'mail.other'), missing: missingValue(error) };
  }
}

/** What a message lacked, by its name in the catalogue. Neither the words nor the other values. */
function missingValue(error: unknown): string {
  const { message } = error as Error;
  return /variable "(\w+)" was not provided/.exec(message)?.[1] ?? 'unknown';
}

/** "Meeting in Oslo", as its calendar entry says. */
function discreetTitle(locale: Locale, { city }: MailValues): string {
  return typeof city === 'string' && city ? mailWords(locale, 'mail.meetingIn', { city: isolate(oneLine(city)) }) : mailWords(locale, 'mail.meeting');
}

function write(facts: LetterFacts, base: string): Omit<Letter, 'missing'> {
  const { locale, reason, link, settings } = facts;
  const details = Object.fromEntries(Object.entries(facts.details).map(([name, value]) => [name, typeof value === 'string' ? oneLine(value) : value]));
  const when = meetingTime(locale, details);
  const title = facts.isDiscreet ? discreetTitle(locale, details) : isolate(oneLine(facts.title));
  const values: MailValues = { placeInLine: 0, ...details, reason, when, hasWhen: when ? 'yes' : 'no', hasCalendar: facts.hasCalendar ? 'yes' : 'no', hasTitle: title ? 'yes' : 'no', title, name: isolate(oneLine(facts.name)) };
  // In a subject line some mail programs show isolates as boxes.
  const subject = withoutIsolates(mailWords(locale, `${base}.subject`, values));
  const paragraphs = [mailWords(locale, 'mail.greeting', values), ...mailWords(locale, `${base}.text`, values).split('\n\n')];
  const open = mailWords(locale, `${base}.open`, values);
  const because = mailWords(locale, hasMailWords(`mail.because.${reason}`) ? `mail.because.${reason}` : 'mail.because.other', values);
  const change = settings ? mailWords(locale, 'mail.change') : '';
  const text = [...paragraphs, `${open}:\n${link}`, `--\n${because}${settings ? `\n${change}: ${settings}` : ''}`].join('\n\n');
  return { subject, text: `${text}\n`, html: page({ locale, subject, paragraphs, open, link, because, change, settings }) };
}

/** "Thursday 11 March 2027 at 09:00", by the clock of the place where it is. Empty for what has no time. */
function meetingTime(locale: Locale, { startsAt, timeZone }: MailValues): string {
  if (typeof startsAt !== 'string' || typeof timeZone !== 'string') return '';
  const format = new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return format.format(new Date(startsAt));
}

interface PageParts {
  locale: Locale;
  subject: string;
  paragraphs: string[];
  open: string;
  link: string;
  because: string;
  change: string;
  settings: string | null;
}

function page({ locale, subject, paragraphs, open, link, because, change, settings }: PageParts): string {
  const attributes = `lang="${locale}" dir="${directionOf(locale)}"`;
  const settingsLink = settings ? ` <a href="${escape(settings)}" style="color:#4a5568">${escape(change)}</a>` : '';
  return `<!doctype html>
<html ${attributes}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 16px">
<div role="article" aria-label="${escape(subject)}" ${attributes} style="max-width:36em;margin:0 auto;font:17px/1.55 system-ui,'Segoe UI',Tahoma,sans-serif">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n')}
<p style="margin:24px 0"><a href="${escape(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5c6b;color:#ffffff;text-decoration:none;font-weight:600">${escape(open)}</a></p>
<hr style="border:0;border-top:1px solid #cbd5e0;margin:24px 0 12px">
<p style="margin:0;font-size:14px;color:#4a5568">${escape(because)}${settingsLink}</p>
</div>
</body>
</html>
`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

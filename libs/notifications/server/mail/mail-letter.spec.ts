import { parse } from '@formatjs/icu-messageformat-parser';
import { hostileTexts } from '@crosscity/platform/testing';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import { type LetterFacts, writeLetter } from './mail-letter';

const facts = (change: Partial<LetterFacts> = {}): LetterFacts => ({
  locale: 'en', kind: 'events.registrationAccepted', reason: 'registered', name: 'Ingrid', title: 'Oslo roundtable', details: {}, hasCalendar: false, link: 'https://crosscity.example/x', settings: null, ...change,
});

describe('words of mails', () => {
  it('are there in every language, and parse', () => {
    expect(Object.keys(ar)).toEqual(Object.keys(en));
    for (const text of [...Object.values(en), ...Object.values(ar)]) expect(() => parse(text)).not.toThrow();
  });

  it('never fail for a value that is missing: plainer words instead', () => {
    for (const kind of new Set(Object.keys(en).map((id) => id.replace(/^mail\.(.*)\.[a-z]+$/i, '$1')))) {
      for (const locale of ['en', 'ar'] as const) expect(writeLetter(facts({ kind, locale })).subject).toBeTruthy();
    }
    expect(writeLetter(facts({ kind: 'identity.personRefused' })).subject).toBe('About your request to join');
    expect(writeLetter(facts({ kind: 'nobody.knowsThis' })).subject).toBe('News: Oslo roundtable');
  });

  it('name the value that was missing, for the log, and nothing else', () => {
    expect(writeLetter(facts()).missing).toBeNull();
    expect(writeLetter(facts({ kind: 'identity.applicationMade', name: 'Ingrid Haugen' })).missing).toBe('known');
  });

  it('keep to themselves what a discreet meeting is called', () => {
    const told = (change: Partial<LetterFacts>) => writeLetter(facts({ title: 'People who left', isDiscreet: true, details: { city: 'Oslo' }, ...change }));
    expect(told({}).subject).toBe('You have a place: Meeting in Oslo');
    expect(told({ locale: 'ar' }).subject).toContain('لقاء في Oslo');
    expect(told({ details: {} }).subject).toBe('You have a place: A meeting');
    for (const kind of Object.keys(en).filter((id) => /^mail\.events\..*subject$/.test(id)).map((id) => id.slice(5, -8))) {
      for (const locale of ['en', 'ar'] as const) expect(JSON.stringify(told({ kind, locale }))).not.toContain('People who left');
    }
  });

  it(`hold no markup of what people write: ${hostileTexts.length} hostile titles, names and values`, () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    for (const kind of ['events.registrationAccepted', 'nobody.knowsThis']) {
      const plain = tags(writeLetter(facts({ kind })).html);
      for (const text of hostileTexts) expect([text, tags(writeLetter(facts({ kind, title: text, name: text, details: { city: text } })).html)]).toEqual([text, plain]);
    }
  });

  it('keep a subject on one line, whatever a title holds', () => {
    const { subject } = writeLetter(facts({ title: 'Oslo\r\nBcc: everybody@example.org\u2028x' }));
    expect(subject).toBe('You have a place: Oslo Bcc: everybody@example.org x');
  });

  it.each([
    ['hide', 'A text of yours was hidden'],
    ['askToEdit', 'Please change a text of yours'],
    ['warn', 'About a text of yours'],
  ])('say what was decided: %s', (action, subject) => {
    expect(writeLetter(facts({ kind: 'moderation.decided', reason: 'author', title: '', details: { action, rule: 'danger' } })).subject).toBe(subject);
  });

  it('say when a meeting is by its own clock, across the change of the clocks, and speak of a calendar file only where there is one', () => {
    const winter = writeLetter(facts({ kind: 'events.registrationPromoted', details: { startsAt: '2027-03-11T08:00:00Z', timeZone: 'Europe/Oslo', city: 'Oslo' } }));
    expect(winter.text).toContain('11 March 2027 at 09:00 (Oslo)');
    expect(winter.text).not.toContain('calendar');
    const summer = writeLetter(facts({ kind: 'events.registrationPromoted', hasCalendar: true, details: { startsAt: '2027-03-29T08:00:00Z', timeZone: 'Europe/Oslo', city: 'Oslo' } }));
    expect(summer.text).toContain('10:00 (Oslo)');
    expect(summer.text).toContain('calendar file');
  });

  it('count days as Arabic does', () => {
    const days = (count: number) => writeLetter(facts({ locale: 'ar', kind: 'identity.applicationMade', reason: 'applied', details: { known: 'no', days: count } })).text;
    expect(days(1)).toContain('يوم واحد');
    expect(days(2)).toContain('يومين');
    expect(days(3)).toContain('3 أيام');
    expect(days(11)).toContain('11 يومًا');
  });
});

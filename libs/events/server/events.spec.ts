import { CitiesModule } from '@crosscity/cities/server';
import { type MadeCity, makeCity } from '@crosscity/cities/testing';
import { EventsModule } from '@crosscity/events/server';
import { eventFields, makeEvent } from '@crosscity/events/testing';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember, makeStaff } from '@crosscity/identity/testing';
import { Database, Notices, SYSTEM, Subjects, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import ICAL from 'ical.js';

const LIST = `query List($when: EventWhen!, $first: Int, $after: String) {
  events(when: $when, first: $first, after: $after) { nextCursor items { slug title status startsAt timeZone placesLeft limit placesLeftForMyCity city { slug name } viewerRegistration { status } viewerCan { register edit } } }
}`;
const PAGE = `query Page($slug: String!) {
  event(slug: $slug) { id title summary about aboutHtml status placesLeft placesLeftForMyCity closesAt startsLocal viewerInvitation city { name }
    sessions { id title startsAt startsLocal limit placesLeft } viewerRegistration { code status placeInLine blockedBy sessions { title seat } } viewerCan { register edit seeGuests } version }
}`;
const REGISTRATION = `id code status placeInLine blockedBy needs reason sessions { sessionId title seat } undoUntil viewerCan { cancel restore change } event { slug placesLeft }`;
const REGISTER = `mutation Register($input: RegisterForEventInput!) { registerForEvent(input: $input) { ${REGISTRATION} } }`;
const CANCEL = `mutation Cancel($input: RegistrationIdInput!) { cancelRegistration(input: $input) { ${REGISTRATION} } }`;
const RESTORE = `mutation Restore($input: RegistrationIdInput!) { restoreRegistration(input: $input) { ${REGISTRATION} } }`;
const CHANGE = `mutation Change($input: ChangeSessionsInput!) { changeSessions(input: $input) { ${REGISTRATION} } }`;
const DECIDE = `mutation Decide($input: DecideRegistrationInput!) { decideRegistration(input: $input) { ${REGISTRATION} } }`;
const INVITE = `mutation Invite($input: InviteToEventInput!) { inviteToEvent(input: $input) { invited unknown } }`;
const ANSWER = `mutation Answer($input: AnswerInvitationInput!) { answerInvitation(input: $input) { status } }`;
const ADD = `mutation Add($input: AddGuestInput!) { addGuest(input: $input) { status } }`;
const MINE = `query Mine { myRegistrations { items { code status event { title } } } }`;
const OWN = `query Own($code: String!) { registration(code: $code) { ${REGISTRATION} steps { happened reason } } }`;
const GUESTS = `query Guests($eventId: ID!, $filter: GuestFilter, $first: Int, $after: String) {
  guests(eventId: $eventId, filter: $filter, first: $first, after: $after) { nextCursor counts { status count } items { voice { name } registration { id status needs cityName } } }
}`;
const CREATE = `mutation Create($input: CreateEventInput!) { createEvent(input: $input) { id slug status version } }`;
const EDIT = `mutation Edit($input: EditEventInput!) { editEvent(input: $input) { title version } }`;
const PUBLISH = `mutation Publish($input: EventIdInput!) { publishEvent(input: $input) { status } }`;
const CANCEL_EVENT = `mutation CancelEvent($input: CancelEventInput!) { cancelEvent(input: $input) { status cancelledBecause } }`;

let app: TestApp;
let oslo: MadeCity;
let ingrid: MemberClient;
let jens: MemberClient;
let staff: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, CitiesModule, EventsModule]);
  oslo = await makeCity(app, { name: 'Oslo' });
  ingrid = await makeMember(app, { name: 'Ingrid', city: oslo });
  jens = await makeMember(app, { name: 'Jens', city: oslo });
  staff = await makeStaff(app);
});

const input = (eventId: string, change: object = {}) => ({ input: { key: newId(), eventId, ...change } });
const register = async (who: MemberClient, eventId: string, change: object = {}) => (await who.ask(REGISTER, input(eventId, change))).registerForEvent;
const own = async (who: MemberClient, code: string) => (await who.ask(OWN, { code })).registration;
const noticesOf = (kind: string, data: object) => app.nest.get(Notices).of({ id: newId(), kind: kind as 'events.invited', at: new Date().toISOString(), data: data as never });
const refusal = (code: string, data?: unknown) => expect.objectContaining({ code, ...(data === undefined ? {} : { data }) });

describe('two officials of one city, and a share of one seat', () => {
  it('the second waits, the first cancels, the second is seated and told with a calendar file', async () => {
    const { id, slug } = await makeEvent(app, oslo, { limit: 10, seatsPerCity: 1 });
    const first = await register(ingrid, id);
    expect(first).toMatchObject({ status: 'confirmed', placeInLine: null, event: { placesLeft: 9 } });
    const second = await register(jens, id);
    expect(second).toMatchObject({ status: 'waiting', placeInLine: 1, blockedBy: 'city', event: { placesLeft: 9 } });
    expect((await jens.ask(PAGE, { slug })).event).toMatchObject({ placesLeft: 9, placesLeftForMyCity: 0, viewerRegistration: { status: 'waiting', placeInLine: 1 } });

    expect((await ingrid.ask(CANCEL, { input: { id: first.id } })).cancelRegistration).toMatchObject({ status: 'cancelled', viewerCan: { restore: true } });
    expect(await own(jens, second.code)).toMatchObject({ status: 'confirmed', placeInLine: null, blockedBy: null, steps: [{ happened: 'promoted' }, { happened: 'waiting', reason: 'cityFull' }] });

    const [notice, ...others] = await noticesOf('events.registrationPromoted', { registrationId: second.id });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ to: { personId: jens.person.id }, mail: 'now', subject: { kind: 'registration', id: second.id }, path: `/me/registrations/${second.code}`, calendar: { method: 'REQUEST' } });
    const event = new ICAL.Component(ICAL.parse(notice!.calendar!.content) as never).getFirstSubcomponent('vevent')!;
    // 09:30 in Oslo in May.
    expect(event.getFirstPropertyValue('dtstart')!.toString()).toBe('2099-05-11T09:30:00');
    expect(notice!.calendar!.content).toContain(jens.person.email);
    expect(notice!.calendar!.content).not.toContain('ngrid');
    // Told late or twice: what is no longer true is not told.
    expect(await noticesOf('events.registrationAccepted', { registrationId: first.id })).toEqual([]);
    const [gone] = await noticesOf('events.registrationCancelled', { registrationId: first.id });
    expect(gone).toMatchObject({ to: { personId: ingrid.person.id }, calendar: { method: 'CANCEL' } });
  });

  it('a cancellation is taken back into a seat if there is one, else into the line', async () => {
    const { id } = await makeEvent(app, oslo, { limit: 1 });
    const mine = await register(ingrid, id);
    await ingrid.ask(CANCEL, { input: { id: mine.id } });
    expect((await ingrid.ask(RESTORE, { input: { id: mine.id } })).restoreRegistration).toMatchObject({ status: 'confirmed', code: mine.code });
    await register(jens, id);
    await ingrid.ask(CANCEL, { input: { id: mine.id } });
    expect((await ingrid.ask(RESTORE, { input: { id: mine.id } })).restoreRegistration).toMatchObject({ status: 'waiting', placeInLine: 1 });
    await expect(ingrid.ask(RESTORE, { input: { id: mine.id } })).rejects.toEqual(refusal('events.alreadyDecided'));
    await ingrid.ask(CANCEL, { input: { id: mine.id } });
    await app.nest.get(Database).rows(`update registration set changed_at = now() - interval '11 minutes' where id = $1`, [mine.id]);
    await expect(ingrid.ask(RESTORE, { input: { id: mine.id } })).rejects.toEqual(refusal('events.tooLateToUndo'));
    // Registering again is always possible, and keeps the calendar entry's UID with a higher number.
    const again = await register(ingrid, id);
    const rows = await app.nest.get(Database).rows<{ calendar_id: string; calendar_sequence: number }>(`select calendar_id, calendar_sequence from registration where id = any($1) order by arrival`, [[mine.id, again.id]]);
    expect(rows[1]!.calendar_id).toBe(rows[0]!.calendar_id);
    expect(rows[1]!.calendar_sequence).toBeGreaterThan(rows[0]!.calendar_sequence);
  });
});

describe('registering', () => {
  it('is answered once for a key, and refused for the key with another content', async () => {
    const { id } = await makeEvent(app, oslo);
    const same = input(id);
    const [one, two] = [await ingrid.ask(REGISTER, same), await ingrid.ask(REGISTER, same)];
    expect(two.registerForEvent.code).toBe(one.registerForEvent.code);
    await expect(ingrid.ask(REGISTER, { input: { ...same.input, needs: 'vegan' } })).rejects.toEqual(refusal('platform.keyReused'));
  });

  it('needs an account, a city, an open and published meeting', async () => {
    const { id } = await makeEvent(app, oslo);
    await expect(app.guest().ask(REGISTER, input(id))).rejects.toEqual(refusal('platform.signInFirst'));
    const homeless = await makeMember(app, { name: 'No City' });
    await expect(homeless.ask(REGISTER, input(id))).rejects.toEqual(refusal('events.needsCity'));
    const draft = await makeEvent(app, oslo, { draft: true });
    await expect(ingrid.ask(REGISTER, input(draft.id))).rejects.toEqual(refusal('platform.notFound'));
    await expect(ingrid.ask(REGISTER, input(newId()))).rejects.toEqual(refusal('platform.notFound'));
    const closed = await makeEvent(app, oslo, { closesLocal: '2020-01-01T00:00' });
    await expect(ingrid.ask(REGISTER, input(closed.id))).rejects.toEqual(refusal('events.closed', { closedAt: '2019-12-31T23:00:00.000Z' }));
    await expect(ingrid.ask(REGISTER, input(id, { needs: 'x'.repeat(501) }))).rejects.toEqual(refusal('platform.invalid'));
    await expect(ingrid.ask(REGISTER, input(id, { sessionIds: ['nonsense'] }))).rejects.toEqual(refusal('platform.invalid'));
  });

  it('tells which session is full; one chooses another, or waits and moves up when a place is free', async () => {
    const { id, slug } = await makeEvent(app, oslo, { sessions: [{ title: 'Opening' }, { title: 'Visit', limit: 1 }, { title: 'Working group', limit: 5 }] });
    const { event } = await ingrid.ask(PAGE, { slug });
    const session = (title: string): string => event.sessions.find((line: { title: string }) => line.title === title).id;
    const visit = session('Visit');
    const first = await register(ingrid, id, { sessionIds: [visit] });
    expect(first.sessions).toEqual([{ sessionId: visit, title: 'Visit', seat: 'confirmed' }]);
    await expect(jens.ask(REGISTER, input(id, { sessionIds: [visit] }))).rejects.toEqual(refusal('events.sessionFull', { sessionId: visit, title: 'Visit' }));
    expect((await jens.ask(PAGE, { slug })).event.viewerRegistration).toBeNull();
    const second = await register(jens, id, { sessionIds: [visit, session('Opening')], waitForSessions: true });
    // A session without a limit is for everybody: nothing to choose.
    expect([second.status, second.sessions]).toEqual(['confirmed', [{ sessionId: visit, title: 'Visit', seat: 'waiting' }]]);
    const changed = (await ingrid.ask(CHANGE, { input: { id: first.id, sessionIds: [session('Working group')], needs: 'Vegan food' } })).changeSessions;
    expect([changed.needs, changed.sessions.map(({ title, seat }: Record<string, string>) => [title, seat])]).toEqual(['Vegan food', [['Working group', 'confirmed']]]);
    expect((await own(jens, second.code)).sessions).toEqual([{ sessionId: visit, title: 'Visit', seat: 'confirmed' }]);
    expect(await noticesOf('events.sessionPromoted', { registrationId: second.id, sessionId: visit })).toHaveLength(1);
    await expect(jens.ask(CHANGE, { input: { id: first.id, sessionIds: [] } })).rejects.toEqual(refusal('platform.notFound'));
  });
});

describe('approval', () => {
  it('is asked of staff, who say yes, or no with words; yes to a full meeting is a place in line', async () => {
    const { id } = await makeEvent(app, oslo, { way: 'approval', limit: 1 });
    const kari = await makeMember(app, { name: 'Kari', city: oslo });
    const [one, two, three] = [await register(ingrid, id), await register(jens, id), await register(kari, id)];
    expect(one).toMatchObject({ status: 'requested', event: { placesLeft: 1 } });
    const notices = await noticesOf('events.registrationRequested', { registrationId: one.id });
    expect(notices.map(({ to, mail }) => [to, mail])).toEqual([[{ personId: ingrid.person.id }, 'now'], [{ personId: staff.person.id }, 'never']]);
    await expect(ingrid.ask(DECIDE, { input: { id: one.id, decision: 'approve' } })).rejects.toEqual(refusal('platform.notAllowed'));
    expect((await staff.ask(DECIDE, { input: { id: one.id, decision: 'approve' } })).decideRegistration.status).toBe('confirmed');
    expect((await staff.ask(DECIDE, { input: { id: two.id, decision: 'approve' } })).decideRegistration).toMatchObject({ status: 'waiting', placeInLine: 1, blockedBy: 'event' });
    await expect(staff.ask(DECIDE, { input: { id: three.id, decision: 'decline' } })).rejects.toEqual(refusal('events.reasonMissing'));
    expect((await staff.ask(DECIDE, { input: { id: three.id, decision: 'decline', reason: 'Two of your office come already.' } })).decideRegistration).toMatchObject({ status: 'declined', reason: 'Two of your office come already.' });
    await expect(staff.ask(DECIDE, { input: { id: three.id, decision: 'approve' } })).rejects.toEqual(refusal('events.alreadyDecided', { status: 'declined' }));
    // Nor is a no undone by asking again.
    await expect(register(kari, id)).rejects.toEqual(refusal('events.alreadyDecided', { status: 'declined' }));
    // Words that staff typed are not copied into notices.
    expect(JSON.stringify(await noticesOf('events.registrationDeclined', { registrationId: three.id }))).not.toContain('office');
    // A no to somebody with a seat frees it for the next in line.
    await staff.ask(DECIDE, { input: { id: one.id, decision: 'decline', reason: 'A mistake of ours.' } });
    expect((await own(jens, two.code)).status).toBe('confirmed');
  });

  it('of two who decide at once, one wins and the other is told', async () => {
    const { id } = await makeEvent(app, oslo, { way: 'approval' });
    const { id: request } = await register(ingrid, id);
    const other = await makeStaff(app, { name: 'Administrator', role: 'administrator' });
    const outcomes = await Promise.allSettled([
      staff.ask(DECIDE, { input: { id: request, decision: 'decline', reason: 'No' } }), other.ask(DECIDE, { input: { id: request, decision: 'decline', reason: 'No' } }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('invitation', () => {
  it('opens a meeting for those who are invited, once, until they answer', async () => {
    const { id, slug } = await makeEvent(app, oslo, { way: 'invitation' });
    await expect(ingrid.ask(REGISTER, input(id))).rejects.toEqual(refusal('events.onlyInvited'));
    const invite = { input: { key: newId(), eventId: id, handles: [ingrid.person.handle, jens.person.handle, 'nobody-here'] } };
    expect((await staff.ask(INVITE, invite)).inviteToEvent).toEqual({ invited: 2, unknown: ['nobody-here'] });
    expect((await staff.ask(INVITE, invite)).inviteToEvent).toEqual({ invited: 2, unknown: ['nobody-here'] });
    expect((await ingrid.ask(PAGE, { slug })).event).toMatchObject({ viewerInvitation: 'open', viewerCan: { register: true } });
    expect((await ingrid.ask(ANSWER, { input: { key: newId(), eventId: id, accept: true } })).answerInvitation).toEqual({ status: 'confirmed' });
    expect((await jens.ask(ANSWER, { input: { key: newId(), eventId: id, accept: false } })).answerInvitation).toBeNull();
    await expect(ingrid.ask(ANSWER, { input: { key: newId(), eventId: id, accept: false } })).rejects.toEqual(refusal('events.alreadyDecided'));
    // A no is not for ever: the invitation still stands.
    expect((await register(jens, id)).status).toBe('confirmed');
    await expect(ingrid.ask(INVITE, invite)).rejects.toEqual(refusal('platform.notAllowed'));
  });

  it('staff add somebody by hand, closed or not, and never beyond the seats', async () => {
    const { id } = await makeEvent(app, oslo, { way: 'invitation', limit: 1, closesLocal: '2020-01-01T00:00' });
    expect((await staff.ask(ADD, input(id, { handle: ingrid.person.handle }))).addGuest.status).toBe('confirmed');
    expect((await staff.ask(ADD, input(id, { handle: jens.person.handle }))).addGuest.status).toBe('waiting');
  });
});

describe('lists and pages', () => {
  it('show drafts to staff and members’ meetings to members only', async () => {
    const draft = await makeEvent(app, oslo, { draft: true });
    const inside = await makeEvent(app, oslo, { audience: 'members' });
    const slugs = async (who: { ask: MemberClient['ask'] }) => ((await who.ask(LIST, { when: 'coming', first: 100 })).events.items as { slug: string }[]).map(({ slug }) => slug);
    expect(await slugs(app.guest())).not.toContain(inside.slug);
    expect(await slugs(ingrid)).toContain(inside.slug);
    expect(await slugs(ingrid)).not.toContain(draft.slug);
    for (const slug of [draft.slug, inside.slug, 'never-was']) await expect(app.guest().ask(PAGE, { slug })).rejects.toEqual(refusal('platform.notFound'));
    await expect(ingrid.ask(PAGE, { slug: draft.slug })).rejects.toEqual(refusal('platform.notFound'));
    expect((await staff.ask(PAGE, { slug: draft.slug })).event.status).toBe('draft');
    expect((await staff.ask('{ staffEvents(first: 1) { items { status } } }')).staffEvents.items).toEqual([{ status: 'draft' }]);
    expect((await ingrid.ask(PAGE, { slug: inside.slug })).event.about).toBeNull();
  });

  it('page by page give every meeting once, in order', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { events }: { events: { nextCursor: string | null; items: { slug: string }[] } } = await ingrid.ask(LIST, { when: 'coming', first: 3, after });
      seen.push(...events.items.map(({ slug }) => slug));
      after = events.nextCursor;
      if (!after) break;
    }
    const all = (await ingrid.ask(LIST, { when: 'coming', first: 100 })).events.items.map(({ slug }: { slug: string }) => slug);
    expect(seen).toEqual(all);
    await expect(ingrid.ask(LIST, { when: 'coming', after: 'bogus' })).rejects.toEqual(refusal('platform.invalid'));
  });

  it('cost a constant number of statements', async () => {
    const { id, slug } = await makeEvent(app, oslo, { sessions: [{ title: 'A', limit: 2 }, { title: 'B' }] });
    const { code } = await register(ingrid, id);
    await ingrid.ask(LIST, { when: 'coming' }); // The session is read once in two seconds: let it be warm.
    const statements = async (act: () => Promise<unknown>) => (await app.counting(act)).statements.filter((text) => !/session where|update session/i.test(text)).length;
    expect(await statements(() => ingrid.ask(LIST, { when: 'coming', first: 20 }))).toBe(1);
    expect(await statements(() => ingrid.ask(PAGE, { slug }))).toBe(1);
    expect(await statements(() => app.guest().ask(PAGE, { slug }))).toBe(1);
    expect(await statements(() => ingrid.ask(MINE))).toBe(2);
    expect(await statements(() => ingrid.ask(OWN, { code }))).toBe(3);
    expect(await statements(() => staff.ask(GUESTS, { eventId: id }))).toBeLessThanOrEqual(3);
    expect(await statements(() => app.guest().ask(`{ cities(first: 10) { items { name meetings { title sessions { title } } } } }`))).toBeLessThanOrEqual(3);
  });
});

describe('who comes', () => {
  it('is seen by staff and nobody else', async () => {
    const { id, slug } = await makeEvent(app, oslo, { chathamHouse: true, limit: 1 });
    const mine = await register(ingrid, id, { needs: '=HYPERLINK("http://evil.example")' });
    await register(jens, id);
    for (const who of [ingrid, app.guest()]) await expect(who.ask(GUESTS, { eventId: id })).rejects.toThrow();
    await expect(jens.ask(OWN, { code: mine.code })).rejects.toEqual(refusal('platform.notFound'));
    await expect(jens.ask(CANCEL, { input: { id: mine.id } })).rejects.toEqual(refusal('platform.notFound'));
    expect(JSON.stringify(await jens.ask(PAGE, { slug }))).not.toContain('Ingrid');

    const { guests } = await staff.ask(GUESTS, { eventId: id, first: 1 });
    expect(guests.items).toEqual([{ voice: { name: 'Ingrid' }, registration: { id: mine.id, status: 'confirmed', needs: '=HYPERLINK("http://evil.example")', cityName: 'Oslo' } }]);
    expect(guests.counts).toEqual(expect.arrayContaining([{ status: 'confirmed', count: 1 }, { status: 'waiting', count: 1 }]));
    expect((await staff.ask(GUESTS, { eventId: id, first: 5, after: guests.nextCursor })).guests.items).toHaveLength(1);
    expect((await staff.ask(GUESTS, { eventId: id, filter: { text: 'jEn', status: 'waiting' } })).guests.items).toHaveLength(1);
    expect((await staff.ask(GUESTS, { eventId: id, filter: { text: '%' } })).guests.items).toHaveLength(0);

    const csv = await staff.fetch(`/staff/events/${slug}/guests.csv`);
    const text = await csv.text();
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text.split('\r\n')).toHaveLength(4);
    expect([(await ingrid.fetch(`/staff/events/${slug}/guests.csv`)).status, (await app.guest().fetch(`/staff/events/${slug}/guests.csv`)).status]).toEqual([403, 401]);
  });

  it('is in no calendar file; one’s own is one’s own', async () => {
    const { id, slug } = await makeEvent(app, oslo, { chathamHouse: true, title: 'A telling title' });
    const { id: registration, code } = await register(ingrid, id);
    const named = await app.nest.get(Subjects).load(SYSTEM, [{ kind: 'event', id }, { kind: 'registration', id: registration }]);
    expect([...named.values()].map(({ isDiscreet }) => isDiscreet)).toEqual([true, true]);
    const open = await app.guest().fetch(`/events/${slug}/calendar.ics`);
    const file = await open.text();
    expect([open.status, open.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH']);
    for (const word of ['ATTENDEE', 'ORGANIZER', 'telling']) expect(file).not.toContain(word);
    expect((await ingrid.fetch(`/me/registrations/${code}/calendar.ics`)).status).toBe(200);
    expect([(await jens.fetch(`/me/registrations/${code}/calendar.ics`)).status, (await app.guest().fetch(`/me/registrations/${code}/calendar.ics`)).status]).toEqual([404, 401]);
    expect((await app.guest().fetch('/events/no-such-meeting/calendar.ics')).status).toBe(404);
  });

  it('is forgotten in what they needed, 30 days after', async () => {
    const { id } = await makeEvent(app, oslo);
    const { id: registration } = await register(ingrid, id, { needs: 'Ground floor' });
    const { EventsService } = await import('@crosscity/events/server');
    const needs = async () => (await app.nest.get(Database).row<{ needs: string | null }>(`select needs from registration where id = $1`, [registration]))!.needs;
    await app.nest.get(EventsService).forgetNeeds();
    expect(await needs()).toBe('Ground floor');
    await app.nest.get(Database).rows(`update event set starts_at = now() - interval '33 days', ends_at = now() - interval '31 days' where id = $1`, [id]);
    await app.nest.get(EventsService).forgetNeeds();
    expect(await needs()).toBeNull();
  });
});

describe('the editor', () => {
  const create = async (change: object) => (await staff.ask(CREATE, { input: { key: newId(), ...eventFields(oslo), ...change } })).createEvent;

  it('makes a draft, publishes it, and tells people with a place when it moves', async () => {
    const fields = eventFields(oslo, { sessions: [{ title: 'Opening' }] });
    const made = await create(fields);
    expect(made).toMatchObject({ status: 'draft', version: 1 });
    expect((await staff.ask(PUBLISH, { input: { id: made.id } })).publishEvent.status).toBe('published');
    const mine = await register(ingrid, made.id);
    await expect(staff.ask(EDIT, { input: { ...fields, id: made.id, version: 1 } })).rejects.toEqual(refusal('platform.conflict', { version: 2 }));
    expect((await staff.ask(EDIT, { input: { ...fields, id: made.id, version: 2, title: 'New title', place: 'Library', about: 'Bring **questions**.' } })).editEvent).toEqual({ title: 'New title', version: 3 });
    const [notice] = await noticesOf('events.eventChanged', { eventId: made.id });
    expect(notice!.calendar!.content).toMatch(/SEQUENCE:1\r\n[^]*LOCATION:Library/);
    expect((await ingrid.ask(PAGE, { slug: made.slug })).event.aboutHtml).toContain('<strong>questions</strong>');
    expect((await staff.ask(CANCEL_EVENT, { input: { id: made.id, reason: 'The venue burned.' } })).cancelEvent).toEqual({ status: 'cancelled', cancelledBecause: 'The venue burned.' });
    const [cancelled] = await noticesOf('events.eventCancelled', { eventId: made.id });
    expect(cancelled).toMatchObject({ to: { personId: ingrid.person.id }, calendar: { method: 'CANCEL' } });
    await expect(register(jens, made.id)).rejects.toEqual(refusal('events.over'));
    await expect(ingrid.ask(CHANGE, { input: { id: mine.id, sessionIds: [] } })).rejects.toEqual(refusal('events.over'));
  });

  it('refuses what can’t be, by its field', async () => {
    await expect(create({ startsLocal: '2027-03-28T02:30', endsLocal: '2027-03-29T10:00', closesLocal: '2027-03-01T10:00' })).rejects.toEqual(refusal('events.noSuchTime', { field: 'startsLocal', local: '2027-03-28T02:30' }));
    await expect(create({ endsLocal: '2099-05-10T10:00' })).rejects.toEqual(refusal('events.endsBeforeItStarts', { field: 'endsLocal' }));
    await expect(create({ closesLocal: '2099-06-10T10:00' })).rejects.toEqual(refusal('events.closesAfterTheEnd'));
    await expect(create({ sessions: [{ title: 'Too early', place: '', startsLocal: '2099-05-11T08:00', endsLocal: '2099-05-11T10:00' }] })).rejects.toEqual(refusal('events.sessionOutsideEvent', { field: 'sessions.0.startsLocal' }));
    await expect(create({ timeZone: 'Europe/Atlantis' })).rejects.toEqual(refusal('platform.invalid', { fields: { timeZone: 'isTimeZone' } }));
    await expect(create({ limit: 0 })).rejects.toEqual(refusal('platform.invalid', { fields: { limit: 'min' } }));
    await expect(create({ startsLocal: 'tomorrow' })).rejects.toEqual(refusal('platform.invalid'));
    const { slug } = await makeEvent(app, oslo);
    await expect(create({ slug })).rejects.toEqual(refusal('events.slugTaken', { slug }));
    await expect(staff.ask(PUBLISH, { input: { id: (await create({ summary: ' ' })).id } })).rejects.toEqual(refusal('events.notReady', { missing: 'summary' }));
    await expect(ingrid.ask(CREATE, { input: { key: newId(), ...eventFields(oslo) } })).rejects.toEqual(refusal('platform.notAllowed'));
  });

  it('the history of a registration is only added to', async () => {
    await expect(app.nest.get(Database).rows(`update registration_history set reason = 'x'`)).rejects.toThrow('only added to');
  });
});

describe('the sample meetings', () => {
  it('come once, in the next year that has them all ahead, at the hours of their place', async () => {
    const { seedEvents, yearAhead } = await import('@crosscity/events/server');
    const sample = [{
      slug: 'berlin-meeting', title: 'Berlin meeting', city: 'berlin', month: 6, days: 2, kind: 'workshop' as const, capacity: 80, seatsPerCity: 5, registration: 'approval' as const, chathamHouse: true,
      languages: ['en', 'de'], summary: 'Local democracy', sessions: [{ day: 1, start: '10:00', end: '11:30', title: 'One' }, { day: 2, start: '09:00', end: '12:00', title: 'Two', capacity: 30 }],
    }];
    const berlin = await makeCity(app, { name: 'Berlin', timezone: 'Europe/Berlin' });
    const cities = new Map([['berlin', berlin.id]]);
    const first = await seedEvents(app.nest, sample, cities);
    expect(await seedEvents(app.nest, sample, cities)).toEqual(first);
    const { event } = await app.guest().ask(PAGE, { slug: 'berlin-meeting' });
    expect(event).toMatchObject({ status: 'published', placesLeft: 80, city: { name: 'Berlin' }, sessions: [{ title: 'One' }, { title: 'Two', limit: 30, placesLeft: 30 }] });
    expect([event.startsLocal.slice(11), new Date(event.sessions[0].startsAt) > new Date()]).toEqual(['10:00', true]);
    expect([yearAhead([{ month: 5 }, { month: 9 }], new Date('2026-11-20')), yearAhead([{ month: 5 }], new Date('2027-04-30')), yearAhead([{ month: 5 }, { month: 9 }], new Date('2027-05-01'))]).toEqual([2027, 2027, 2028]);
  });
});

describe('signals', () => {
  it('tell everybody who looks at a meeting that places changed, without saying more', async () => {
    const { id } = await makeEvent(app, oslo, { audience: 'members' });
    const socket = await jens.connect();
    expect(await socket.emitWithAck('look', { kind: 'event', id })).toEqual({ ok: true });
    const heard = new Promise((resolve) => socket.once('signal', resolve));
    await register(ingrid, id);
    await app.settle();
    expect(await heard).toEqual({ kind: 'event', id });
    const draft = await makeEvent(app, oslo, { draft: true });
    expect(await socket.emitWithAck('look', { kind: 'event', id: draft.id })).toEqual({ ok: false });
    jens.hangUp();
  });
});

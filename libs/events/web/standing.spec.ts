import { mayRegister, standingOf } from './standing';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const event = (change: object = {}) => ({
  status: 'published' as const, endsAt: '2027-05-12T10:00:00Z', closesAt: '2027-04-27T10:00:00Z', way: 'open' as const, placesLeft: 5, placesLeftForMyCity: 2, viewerCityName: 'Oslo',
  viewerInvitation: null, viewerRegistration: null, ...change,
});
const mine = (status: 'confirmed' | 'waiting' | 'requested' | 'declined' | 'cancelled') => ({ viewerRegistration: { status } });

describe('what stands between a reader and a seat', () => {
  it.each([
    ['open', {}, true], ['guest', {}, false], ['onlyInvited', { way: 'invitation' }, false], ['onlyInvited', { way: 'invitation' }, true], ['onlyInvited', { way: 'invitation', viewerInvitation: 'withdrawn' }, true],
    ['invited', { way: 'invitation', viewerInvitation: 'open' }, true], ['open', { way: 'invitation', viewerInvitation: 'declined' }, true],
    ['full', { way: 'invitation', viewerInvitation: 'open', placesLeft: 0 }, true], ['ask', { way: 'approval' }, true], ['ask', { way: 'approval', placesLeft: 0 }, true],
    ['full', { placesLeft: 0 }, true], ['cityFull', { placesLeftForMyCity: 0 }, true], ['open', { placesLeftForMyCity: null }, true], ['needsCity', { viewerCityName: null, placesLeftForMyCity: null }, true],
    ['confirmed', mine('confirmed'), true], ['waiting', mine('waiting'), true], ['requested', mine('requested'), true], ['open', mine('cancelled'), true], ['declined', mine('declined'), true],
    ['invited', { ...mine('declined'), viewerInvitation: 'open' }, true],
    ['closed', { closesAt: '2027-02-01T10:00:00Z' }, true], ['confirmed', { closesAt: '2027-02-01T10:00:00Z', ...mine('confirmed') }, true],
    ['over', { endsAt: '2027-02-12T10:00:00Z', ...mine('confirmed') }, true], ['cancelledEvent', { status: 'cancelled', ...mine('confirmed') }, true], ['draft', { status: 'draft' }, true],
  ] as const)('%s for %j (signed in: %s)', (standing, change, signedIn) => {
    expect(standingOf(event(change) as never, signedIn, NOW)).toBe(standing);
  });

  it('leads to the form only where something can come of it', () => {
    const closedOnes = ['confirmed', 'waiting', 'requested', 'declined', 'cancelledEvent', 'over', 'closed', 'draft', 'guest', 'needsCity', 'onlyInvited'] as const;
    expect(closedOnes.some(mayRegister)).toBe(false);
    expect((['open', 'ask', 'full', 'cityFull', 'invited'] as const).every(mayRegister)).toBe(true);
  });
});

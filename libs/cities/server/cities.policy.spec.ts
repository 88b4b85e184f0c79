import { GUEST, type Member, SYSTEM } from '@crosscity/platform/server';
import { may } from './cities.policy';
import { countriesNamed, fold } from './countries';

const member = (change: Partial<Member> = {}): Member => ({ kind: 'member', personId: 'p', role: 'member', voiceId: 'v', voiceIds: ['v'], cityId: 'oslo', coordinates: [], circleIds: [], locale: 'en', timeZone: 'UTC', ...change });

describe('who may edit a city', () => {
  it.each([
    ['a guest', GUEST, false],
    ['somebody who works there', member(), false],
    ['its coordinator', member({ coordinates: ['oslo'] }), true],
    ['the coordinator of another city', member({ coordinates: ['berlin'] }), false],
    ['a moderator', member({ role: 'moderator' }), true],
    ['an administrator', member({ role: 'administrator' }), true],
    ['the program', SYSTEM, true],
  ])('%s: %j', (_, actor, expected) => {
    expect(may.edit(actor, { id: 'oslo' })).toBe(expected);
  });
});

describe('names', () => {
  it.each([['Malmö', 'malmo'], ['  OSLO ', 'oslo'], ['أُوسلُو', 'اوسلو'], ['ألمـــانيا', 'المانيا'], ['Nürnberg', 'nurnberg'], ['', '']])('%s is sought as %s', (name, sought) => {
    expect(fold(name)).toBe(sought);
  });

  it('finds countries in both languages, and nothing by two letters', () => {
    expect(countriesNamed('norw')).toEqual(['NO']);
    expect(countriesNamed('النرويج')).toEqual(['NO']);
    expect(countriesNamed('no')).toEqual([]);
    expect(countriesNamed('zzz')).toEqual([]);
  });
});

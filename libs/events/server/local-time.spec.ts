import { instantOf, localOf } from './local-time';

describe('local times of a meeting', () => {
  it.each([
    ['2027-05-11T09:30', 'Europe/Oslo', '2027-05-11T07:30:00.000Z'],
    ['2027-01-11T09:30', 'Europe/Oslo', '2027-01-11T08:30:00.000Z'],
    ['2027-03-28T01:59', 'Europe/Oslo', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', 'Europe/Oslo', '2027-03-28T01:00:00.000Z'],
    // Twice that night: the earlier one.
    ['2027-10-31T02:30', 'Europe/Oslo', '2027-10-31T00:30:00.000Z'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    ['2027-05-11T09:30', 'Asia/Kathmandu', '2027-05-11T03:45:00.000Z'],
    ['2027-05-11T09:30', 'UTC', '2027-05-11T09:30:00.000Z'],
    ['2028-02-29T12:00', 'UTC', '2028-02-29T12:00:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(instantOf(local, zone, 'startsLocal').toISOString()).toBe(instant);
    expect(localOf(new Date(instant), zone)).toBe(local);
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Oslo'], ['2027-03-14T02:00', 'America/New_York'], ['2027-03-28T02:59', 'Europe/Berlin'], ['2027-02-29T12:00', 'UTC'], ['2027-04-31T12:00', 'UTC'],
  ])('%s in %s does not exist', (local, zone) => {
    expect(() => instantOf(local, zone, 'startsLocal')).toThrow('events.noSuchTime');
  });
});

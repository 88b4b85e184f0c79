import { forumLimits, type DraftContent } from '@crosscity/forum/contract';
import { isEmptyLesson, lessonInput, missingIn, stateOf } from './lesson-form';

const whole: DraftContent = { title: 'What we\n learned', short: 'Meet weekly.', did: 'We met.', happened: 'It helped.', themes: ['schools'], level: 'primary', language: 'en', audience: 'members' };

describe('a lesson before it is published', () => {
  it('names what is missing, in the order of the form', () => {
    expect(missingIn({}).map(({ field }) => field)).toEqual(['title', 'short', 'did', 'happened', 'themes', 'level', 'language', 'audience']);
    expect(missingIn(whole)).toEqual([]);
    expect(missingIn({ ...whole, did: '  \n ' }).map(({ field }) => field)).toEqual(['did']);
  });

  it('says by how much a text is too long, also in a part that may be left out', () => {
    expect(missingIn({ ...whole, context: 'x'.repeat(forumLimits.part + 3) })).toEqual([{ field: 'context', words: 'forum.write.tooLong', values: { count: 3 } }]);
    expect(missingIn({ ...whole, themes: ['a', 'b', 'c', 'd', 'e', 'f'] })[0]?.field).toBe('themes');
  });

  it('sends one line as the title, and every part', () => {
    expect(lessonInput(whole)).toMatchObject({ title: 'What we learned', context: '', differently: '', elsewhere: '', cityId: null });
  });

  it('counts a section as done when nothing in it is missing', () => {
    expect([stateOf('words', whole), stateOf('context', whole), stateOf('about', whole), stateOf('words', { title: 'A' })]).toEqual(['done', 'toDo', 'done', 'started']);
  });

  it('keeps nothing of a form that was only looked at', () => {
    expect(isEmptyLesson({ language: 'en', cityId: 'x', title: ' ' })).toBe(true);
    expect(isEmptyLesson({ differently: 'Start earlier.' })).toBe(false);
  });
});

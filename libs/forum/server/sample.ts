import { UNATTRIBUTED_VOICE_ID } from '@crosscity/identity/contract';
import { type PreventionLevel } from '@crosscity/forum/contract';
import { SYSTEM, type Tx, type Work, newId } from '@crosscity/platform/server';
import { type LessonWords, LessonWritingRepository, prepareText } from './lesson-writing.repository';
import { slugOf } from './text';
import { ThreadEntity } from './thread.entity';

interface SampleWords {
  title: string;
  situation: string;
  action: string;
  result: string;
  advice: string;
  limits: string;
}

export interface SampleLesson extends SampleWords {
  slug: string;
  language: string;
  city?: string | null;
  country?: string | null;
  /** `city`: said by the city, where one is named. `unattributed`: said by nobody in particular, and linked to nothing. */
  attribution: string;
  topics: string[];
  level: string;
  source: string;
  translations?: Record<string, SampleWords>;
}

export interface SamplePublication {
  slug: string;
  title: string;
  publisher?: string;
}

export interface SampleSurroundings {
  /** Ids and voices of cities by slug. */
  cities: ReadonlyMap<string, { id: string; voiceId: string }>;
  /** Publications that lessons retell. */
  library: readonly SamplePublication[];
  /** When the newest was published; the others are a day and some hours apart before it. */
  newest: Date;
}

const HOUR = 3_600_000;

/** Publishes the sample lessons that are not there yet. Answers the ids of all by their sample slug. */
export async function seedLessons(work: Work, lessons: readonly SampleLesson[], { cities, library, newest }: SampleSurroundings): Promise<Map<string, string>> {
  const writing = new LessonWritingRepository();
  const ids = new Map<string, string>();
  for (const [index, lesson] of lessons.entries()) {
    const slug = slugOf(lesson.slug.replaceAll('-', ' '));
    const id = await work.run(SYSTEM, async (tx) => {
      const known = await tx.repo(ThreadEntity).findOneBy({ slug, isSample: true });
      return known?.id ?? publish(tx, writing, lesson, slug, cities, library, new Date(newest.getTime() - index * 31 * HOUR));
    });
    ids.set(lesson.slug, id);
  }
  return ids;
}

async function publish(
  tx: Tx, writing: LessonWritingRepository, lesson: SampleLesson, slug: string, cities: SampleSurroundings['cities'], library: readonly SamplePublication[], publishedAt: Date,
): Promise<string> {
  const id = newId();
  const isAttributed = lesson.attribution === 'city';
  const city = isAttributed && lesson.city ? cities.get(lesson.city) : undefined;
  const publication = library.find((candidate) => candidate.slug === lesson.source);
  await writing.insert(tx, {
    id, kind: 'lesson', slug, audience: 'public', level: lesson.level as PreventionLevel, cityId: city?.id ?? null, country: isAttributed ? (lesson.country ?? null) : null,
    voiceId: city?.voiceId ?? UNATTRIBUTED_VOICE_ID, originalLanguage: lesson.language, publishedAt, lastActivityAt: publishedAt, isSample: true,
    sourceTitle: publication?.title ?? null, sourcePublisher: publication?.publisher ?? null,
  }, prepareText(wordsOf(lesson, lesson.language)), lesson.topics);
  for (const [language, words] of Object.entries(lesson.translations ?? {})) await writing.putText(tx, id, 'person', 1, prepareText(wordsOf(words, language)));
  return id;
}

function wordsOf(words: SampleWords, language: string): LessonWords {
  return { language, title: words.title, short: shortOf(words), context: words.situation, did: words.action, happened: words.result, differently: words.advice, elsewhere: words.limits };
}

const ENOUGH = 110;

/** What they did in a sentence, and what came of it where that leaves room. */
function shortOf({ action, result }: SampleWords): string {
  const did = firstSentence(action);
  return did.length < ENOUGH ? `${did} ${firstSentence(result)}` : did;
}

function firstSentence(text: string): string {
  return /^.*?[.!?؟](?=\s|$)/su.exec(text)?.[0] ?? text;
}

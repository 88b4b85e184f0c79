import type { INestApplicationContext } from '@nestjs/common';
import { CitiesService, type SeededCity } from '@crosscity/cities/server';
import { RegistrationService } from '@crosscity/events/server';
import type { Adaptation, Audience, PreventionLevel, TrialResult } from '@crosscity/forum/contract';
import { LessonsService, ReadingService, RepliesService } from '@crosscity/forum/server';
import { Actors, type DemoPerson } from '@crosscity/identity/server';
import type { ReportReason } from '@crosscity/moderation/contract';
import { ModerationService } from '@crosscity/moderation/server';
import { Database, type Member, Work } from '@crosscity/platform/server';
import life from '../../sample/life.json' with { type: 'json' };
import { SampleTimes } from './sample-times.repository';

interface DemoReply {
  by: string;
  daysAgo: number;
  /** Position of the reply that it answers. */
  to?: number;
  text?: string;
  language?: string;
  trial?: { city: string; result: string; advice: string; change?: string };
}

/** What the earlier steps of the loader made, by the names that the sample files use. */
interface Stage {
  cities: ReadonlyMap<string, SeededCity>;
  people: ReadonlyMap<string, DemoPerson>;
  lessons: ReadonlyMap<string, string>;
  events: ReadonlyMap<string, string>;
}

/**
 * Invented people talk: lessons, replies, trials, follows, read positions, registrations, one open report. Through the
 * services, so that every rule holds, inboxes fill and mails go to the outbox; then the texts are moved to their days.
 * Each step has a key, so a start that was cut off goes on; the report comes last and says that all is there.
 */
export async function liveTheDemo(app: INestApplicationContext, stage: Stage): Promise<void> {
  const times = new SampleTimes(app.get(Database));
  if (await times.somethingWasReported()) return;
  const actors = await actorsOf(app, stage.people);
  const replies = await converse(app, stage, actors, times);
  await publish(app, stage, actors, times, replies);
  await followAndRead(app, stage, actors);
  await register(app, stage, actors);
  const { by, lesson, reply, reason, note } = life.report;
  await app.get(ModerationService, { strict: false }).report(actors(by), { key: 'demo-report', kind: 'reply', id: replies.get(lesson)![reply]!, reason: reason as ReportReason, note });
}

type ActorOf = (key: string) => Member;

async function actorsOf(app: INestApplicationContext, people: Stage['people']): Promise<ActorOf> {
  const actors = app.get(Actors, { strict: false });
  const members = new Map<string, Member>();
  for (const { key, personId } of people.values()) {
    actors.forget(personId);
    const member = await actors.load(personId);
    if (member) members.set(key, member);
  }
  return (key) => known(members, key);
}

async function converse(app: INestApplicationContext, { cities, lessons }: Stage, actor: ActorOf, times: SampleTimes): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const { lesson, replies } of life.conversations as { lesson: string; replies: DemoReply[] }[]) {
    const threadId = known(lessons, lesson);
    ids.set(lesson, await say(app, `demo-${lesson.slice(0, 40)}`, threadId, replies, cities, actor, times));
  }
  return ids;
}

async function say(app: INestApplicationContext, key: string, threadId: string, replies: readonly DemoReply[], cities: Stage['cities'], actor: ActorOf, times: SampleTimes): Promise<string[]> {
  const service = app.get(RepliesService, { strict: false });
  const posted: string[] = [];
  for (const [index, { by, daysAgo, to, text, language, trial }] of replies.entries()) {
    const input = { key: `${key}-${index}`, threadId, language };
    const reply = trial
      ? await service.recordTrial(actor(by), {
          ...input, cityId: known(cities, trial.city).id, adaptation: (trial.change ? 'changed' : 'same') satisfies Adaptation, change: trial.change, result: trial.result as TrialResult, advice: trial.advice, text,
        })
      : await service.post(actor(by), { ...input, parentId: to === undefined ? null : posted[to], text: text! });
    posted.push(reply.id);
    await times.replyWas(app.get(Work), reply.id, daysAgo);
  }
  return posted;
}

interface DemoLesson {
  /** The trial that it grew from, by its place in the conversation. */
  grownFrom?: { lesson: string; reply: number };
  tried?: DemoReply[];
}

async function publish(app: INestApplicationContext, { cities }: Stage, actor: ActorOf, times: SampleTimes, replies: ReadonlyMap<string, string[]>): Promise<void> {
  const service = app.get(LessonsService, { strict: false });
  for (const [index, { by, daysAgo, city, level, audience, grownFrom, tried = [], ...words }] of (life.lessons as ((typeof life.lessons)[number] & DemoLesson)[]).entries()) {
    const trial = grownFrom && known(replies, grownFrom.lesson)[grownFrom.reply];
    const { id } = await service.publish(actor(by), { ...words, grownFrom: trial, key: `demo-lesson-${index}`, level: level as PreventionLevel, audience: audience as Audience, cityId: known(cities, city).id });
    await times.lessonWas(app.get(Work), id, daysAgo);
    await say(app, `demo-lesson-${index}-tried`, id, tried, cities, actor, times);
  }
}

async function followAndRead(app: INestApplicationContext, { cities, lessons }: Stage, actor: ActorOf): Promise<void> {
  const follows = app.get(CitiesService, { strict: false });
  for (const [by, slugs] of Object.entries(life.follows)) for (const slug of slugs) await follows.follow(actor(by), known(cities, slug).id);
  const reading = app.get(ReadingService, { strict: false });
  for (const { by, lesson, upTo } of life.reading) await reading.markSeen(actor(by), { threadId: known(lessons, lesson), upTo });
}

async function register(app: INestApplicationContext, { events }: Stage, actor: ActorOf): Promise<void> {
  const service = app.get(RegistrationService, { strict: false });
  for (const { by, event } of life.registrations) {
    await service.register(actor(by), { key: `demo-${event}-${by}`, eventId: known(events, event), sessionIds: [], waitForSessions: false, needs: null });
  }
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample names "${key}", which is not there.`);
  return value;
}

import type { INestApplicationContext } from '@nestjs/common';
import type { Audience } from '@crosscity/forum/contract';
import { QuestionsService, RepliesService } from '@crosscity/forum/server';
import { Database, type Member, Work } from '@crosscity/platform/server';
import life from '../../sample/life.json' with { type: 'json' };
import { SampleTimes } from './sample-times.repository';

interface DemoQuestion {
  by: string;
  daysAgo: number;
  audience: string;
  language: string;
  /** The city that is asked. */
  city: string | null;
  themes: string[];
  title: string;
  text: string;
  replies: { by: string; daysAgo: number; language: string; text: string }[];
  /** Position of the reply that helped. */
  chosen?: number;
  outcome?: string;
  finished?: boolean;
}

/** Invented people ask: one question that nobody answered, one to a city, one with its end. */
export async function askInTheDemo(app: INestApplicationContext, actor: (key: string) => Member, cityId: (slug: string) => string): Promise<void> {
  const questions = app.get(QuestionsService, { strict: false });
  const replies = app.get(RepliesService, { strict: false });
  const times = new SampleTimes(app.get(Database));
  const work = app.get(Work);
  for (const [index, { by, daysAgo, audience, city, replies: answers, chosen, outcome, finished, ...words }] of (life.questions as DemoQuestion[]).entries()) {
    const asker = actor(by);
    const { id } = await questions.ask(asker, { ...words, key: `demo-question-${index}`, audience: audience as Audience, askedCityId: city ? cityId(city) : null });
    await times.lessonWas(work, id, daysAgo);
    const posted: string[] = [];
    for (const [place, answer] of answers.entries()) {
      const reply = await replies.post(actor(answer.by), { key: `demo-question-${index}-${place}`, threadId: id, text: answer.text, language: answer.language });
      await times.replyWas(work, reply.id, answer.daysAgo);
      posted.push(reply.id);
    }
    if (chosen !== undefined) await questions.choose(asker, { id, replyId: posted[chosen]! });
    // A start that was cut off after this one has told it already.
    if (outcome && (await questions.read(asker, id)).outcomeVersion === 0) await questions.tellOutcome(asker, { id, text: outcome, version: 0 });
    if (finished) await questions.finish(asker, { id, finished });
  }
}

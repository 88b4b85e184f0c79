import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { FactBook, Jobs, SYSTEM, Work } from '@crosscity/platform/server';
import { shapeOf, wordsIn } from './spelling';
import { type ListedText, WordsRepository } from './words.repository';

interface CountedWord {
  language: string;
  audience: string;
  word: string;
  texts: number;
}

const PIECE = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const RECENT = 20 * 60_000;

/**
 * Keeps the list of words that a mistyped one is compared with. A lesson's words are there as soon as it is published,
 * those of replies within a quarter of an hour; each night the list is made anew, so that words go with their texts.
 */
@Injectable()
export class WordList implements OnModuleInit {
  constructor(
    private readonly facts: FactBook,
    private readonly jobs: Jobs,
    private readonly work: Work,
    private readonly words: WordsRepository,
  ) {}

  onModuleInit(): void {
    for (const kind of ['forum.lessonPublished', 'forum.lessonEdited'] as const) this.facts.on(kind, 'forum.words', ({ data }) => this.addLesson(data.threadId));
    this.jobs.on('forum.recentWords', () => this.addRecent(), '*/15 * * * *');
    this.jobs.on('forum.allWords', () => this.makeAnew(), '17 2 * * *');
  }

  async addLesson(threadId: string): Promise<void> {
    // A database from before the list has it made whole by its first lesson.
    if (await this.words.isEmpty()) return this.makeAnew();
    await this.add(count(await this.words.lessonTexts([threadId])));
  }

  async makeAnew(): Promise<void> {
    const counted = new Map<string, CountedWord>();
    for (let after = FIRST_ID; ;) {
      const ids = await this.words.lessonIds(after, PIECE);
      if (ids.length === 0) break;
      count(await this.words.lessonTexts(ids), counted);
      after = ids.at(-1)!;
    }
    for (let after = FIRST_ID; ;) {
      const replies = await this.words.replies(after, PIECE);
      if (replies.length === 0) break;
      count(replies, counted);
      after = replies.at(-1)!.id;
    }
    await this.work.run(SYSTEM, (tx) => this.words.replace(tx, [...counted.values()]));
  }

  private async addRecent(): Promise<void> {
    if (await this.words.isEmpty()) return this.makeAnew();
    await this.add(count(await this.words.repliesSince(new Date(Date.now() - RECENT), PIECE * 4)));
  }

  private async add(counted: ReadonlyMap<string, CountedWord>): Promise<void> {
    if (counted.size > 0) await this.work.run(SYSTEM, (tx) => this.words.add(tx, [...counted.values()]));
  }
}

function count(texts: readonly ListedText[], counted = new Map<string, CountedWord>()): Map<string, CountedWord> {
  for (const { language, audience, text } of texts) {
    if (!(language in CONTENT_LANGUAGES)) continue;
    for (const word of wordsIn(text)) {
      if (shapeOf(word).length < 3) continue;
      const key = `${language} ${audience} ${word}`;
      const known = counted.get(key);
      if (known) known.texts += 1;
      else counted.set(key, { language, audience, word, texts: 1 });
    }
  }
  return counted;
}

import { Injectable } from '@nestjs/common';
import { LESSON_PARTS, type LessonPart } from '@crosscity/forum/contract';
import { type Actor, plainText } from '@crosscity/platform/server';
import { LessonsRepository } from './lessons.repository';
import { RepliesRepository } from './replies.repository';
import type { ReplyType } from './reply.type';
import type { SearchArgs } from './search.inputs';
import { type Plan, SearchPlan, someOf } from './finding/search-plan';
import { type FoundPlace, SearchRepository, type SearchedText } from './search.repository';
import type { OtherWords, SearchHit, SearchPage, TitleHit } from './search.type';
import { foundIn, snippetOf, withoutMarkup } from './snippet';

/** A stretch of a found text: a part of a lesson, or a reply. */
interface Section {
  part: LessonPart | null;
  text: string;
  /** A title is shown beside the snippet anyway. */
  isTitle?: boolean;
}

/** Full-text search over lessons and replies, each in its own language. */
@Injectable()
export class SearchService {
  constructor(
    private readonly places: SearchRepository,
    private readonly plans: SearchPlan,
    private readonly lessons: LessonsRepository,
    private readonly replies: RepliesRepository,
  ) {}

  async search(actor: Actor, { query, kind, first, after }: SearchArgs): Promise<SearchPage> {
    const asked = query.replace(/\p{Cc}/gu, ' ').trim();
    if (!asked) return { items: [], nextCursor: null, totalCount: 0, counts: { lessons: 0, replies: 0 }, corrected: null, isPartly: false, also: [], themes: [] };
    const plan = await this.plans.of(asked);
    let { sought } = plan;
    let corrected: string | null = null;
    let page = await this.places.find(sought, { kind, first, after }, actor);
    const isEmpty = () => page.counts.lessons + page.counts.replies === 0;
    let isPartly = false;
    if (isEmpty()) {
      const near = await this.plans.near(actor, plan);
      if (near) {
        ({ sought } = near);
        page = await this.places.find(sought, { kind, first, after }, actor);
        if (isEmpty() && plan.tokens.length > 1) {
          sought = someOf(sought, plan.tokens);
          page = await this.places.find(sought, { kind, first, after }, actor);
          isPartly = !isEmpty();
        }
        if (!isEmpty()) ({ corrected } = near);
      }
    }
    const replyIds = page.items.filter((place) => place.kind === 'reply').map(({ id }) => id);
    const [lessons, replies, texts, also] = await Promise.all([
      this.lessons.byIds([...new Set(page.items.map((place) => place.thread_id))], actor),
      replyIds.length > 0 ? this.replies.byIds(replyIds, actor) : new Map<string, ReplyType>(),
      this.places.texts(page.items.filter((place) => place.kind === 'lesson')),
      after ? [] : this.also(actor, plan),
    ]);
    const sections = page.items.map((place) => sectionsOf(place, texts, replies));
    const marked = await this.places.marked(sought, page.items.flatMap((place, index) => sections[index]!.map(({ text }) => ({ language: place.language, text: withoutMarkup(text) }))));
    let at = 0;
    const items = page.items.flatMap((place, index): SearchHit[] => {
      const ofPlace = sections[index]!.map((section) => ({ ...section, found: foundIn(section.text, marked[at++] ?? '') }));
      const lesson = lessons.get(place.thread_id);
      // What went between the statements is no hit any more.
      if (!lesson || (place.kind === 'reply' && !replies.has(place.id))) return [];
      const shown = ofPlace.find(({ found, isTitle }) => found.length > 0 && !isTitle) ?? ofPlace.find(({ isTitle }) => !isTitle);
      return [{
        kind: place.kind, lesson, reply: place.kind === 'reply' ? replies.get(place.id)! : null, part: shown?.part ?? null,
        snippet: shown ? snippetOf(shown.text, shown.found) : '', language: place.language,
      }];
    });
    return { items, nextCursor: page.nextCursor, totalCount: page.totalCount ?? 0, counts: page.counts, corrected, isPartly, also, themes: [...sought.themes] };
  }

  titles(actor: Actor, text: string, first: number): Promise<TitleHit[]> {
    return this.places.titles(text, first, actor);
  }

  /** The other names of what was asked for, in languages in which lessons say it. */
  private async also(actor: Actor, { meant }: Plan): Promise<OtherWords[]> {
    const typed = new Set(meant.map(({ language }) => language));
    const words = meant.filter(({ isTheme }) => !isTheme).flatMap((one) => one.words).filter(({ language }) => !typed.has(language));
    if (words.length === 0) return [];
    const counts = await this.places.countIn(words, actor);
    return counts.map(({ language, count }) => ({ language, count, words: words.find((word) => word.language === language)!.word })).toSorted((one, other) => other.count - one.count);
  }
}

function sectionsOf(place: FoundPlace, texts: ReadonlyMap<string, SearchedText>, replies: ReadonlyMap<string, ReplyType>): Section[] {
  if (place.kind === 'reply') {
    const reply = replies.get(place.id);
    const written = [plainText(reply?.html ?? ''), reply?.trial?.advice, reply?.trial?.change];
    return written.flatMap((text) => (text ? [{ part: null, text }] : []));
  }
  const text = texts.get(`${place.id}:${place.language}`);
  if (!text) return [];
  return [
    { part: null, text: text.title, isTitle: true },
    { part: null, text: text.short },
    ...LESSON_PARTS.map((part) => ({ part, text: plainText(text.parts[part]) })),
  ];
}

import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { FilesService } from '@crosscity/files/server';
import { LESSON_PARTS } from '@crosscity/forum/contract';
import { type Actor, type Member, type Tx, Work, newId, notFound, once, refuse, speaksWith } from '@crosscity/platform/server';
import { ChainRepository } from './chain.repository';
import { WORDS_OF_LESSON, refuseCaseData } from './guarded-words';
import { DraftsRepository } from './drafts.repository';
import { may } from './forum.policy';
import type { EditLessonInput, LessonWordsInput, PublishLessonInput, RestoreLessonInput, WithdrawLessonInput } from './lesson.inputs';
import { lessonOf } from './lesson.rows';
import type { LessonMarkdown, LessonRevision, LessonType } from './lesson.type';
import { type LessonWords, LessonWritingRepository, prepareText } from './lesson-writing.repository';
import { LessonsRepository } from './lessons.repository';
import { ReadingRepository } from './reading.repository';
import { SpaceWritingRepository } from './space-writing.repository';
import { slugOf } from './text';

function wordsOf(input: LessonWordsInput): LessonWords {
  const parts = Object.fromEntries(LESSON_PARTS.map((part) => [part, input[part].trim()])) as Pick<LessonWords, (typeof LESSON_PARTS)[number]>;
  return { language: input.language, title: input.title.trim(), short: input.short.trim(), ...parts };
}

/** An evaluation from outside has a source, or it is none. What an input leaves out stays as it was. */
function evaluationOf(input: LessonWordsInput): { evaluationBy?: string | null; evaluationUrl?: string | null } {
  if (input.evaluationBy === undefined && input.evaluationUrl === undefined) return {};
  const evaluationBy = input.evaluationBy?.trim() || null;
  const evaluationUrl = input.evaluationUrl?.trim() || null;
  if ((evaluationBy === null) !== (evaluationUrl === null)) throw refuse('platform.invalid', { fields: { [evaluationBy === null ? 'evaluationBy' : 'evaluationUrl']: 'both' } });
  return { evaluationBy, evaluationUrl };
}

/** Lessons: read, published, edited, taken back. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly work: Work,
    private readonly lessons: LessonsRepository,
    private readonly writing: LessonWritingRepository,
    private readonly reading: ReadingRepository,
    private readonly drafts: DraftsRepository,
    private readonly spaces: SpaceWritingRepository,
    private readonly chain: ChainRepository,
    private readonly files: FilesService,
  ) {}

  /** The lesson as this actor may see it; refuses where they may not. */
  async read(actor: Actor, id: string, language: string | null = null): Promise<LessonType> {
    const row = isUUID(id) ? await this.lessons.row(id, actor, language) : null;
    if (row?.kind !== 'lesson') throw notFound();
    const readable = may.read(actor, { audience: row.audience, spaceId: row.space_id, status: row.status, voiceId: row.voice_id });
    if (readable === 'no') throw notFound();
    if (readable === 'gone') throw refuse('forum.gone', { at: row.gone_at!.toISOString(), rule: row.hidden_rule, why: row.shown_why });
    return lessonOf(row, actor);
  }

  /** Versions of a lesson that can be read, newest first. Not for guests: what somebody took out again is nobody's headline. */
  async history(actor: Actor, id: string): Promise<LessonRevision[]> {
    await this.read(actor, id);
    return this.lessons.revisions(id);
  }

  /** What was written, for whoever may edit it. */
  async markdown(actor: Actor, id: string): Promise<LessonMarkdown> {
    const lesson = await this.read(actor, id);
    if (!lesson.viewerCan.edit) throw notFound();
    return (await this.lessons.markdown(id))!;
  }

  async publish(actor: Member, input: PublishLessonInput): Promise<LessonType> {
    const voiceId = input.voiceId ?? actor.voiceId;
    if (!speaksWith(actor, voiceId)) throw refuse('platform.invalid', { fields: { voiceId: 'voice' } });
    if (input.audience === 'space' && !input.spaceId) throw refuse('platform.invalid', { fields: { audience: 'space' } });
    refuseCaseData(input, WORDS_OF_LESSON);
    const text = prepareText(wordsOf(input));
    const draft = input.draftId ? await this.drafts.one(input.draftId, actor.personId) : null;
    const id = await this.work.run(actor, (tx) => once(tx, 'publishLesson', input.key, input, async () => {
      const audience = input.spaceId ? await this.spaces.audienceOf(tx, actor, input.spaceId, input.audience) : input.audience;
      await this.checkReferences(tx, input);
      const parentId = input.grownFrom ? await this.parentBehind(tx, input.grownFrom, voiceId) : null;
      const threadId = newId();
      await this.writing.insert(tx, {
        id: threadId, kind: 'lesson', slug: slugOf(text.words.title), audience, spaceId: input.spaceId ?? null, level: input.level, cityId: input.cityId ?? null, voiceId,
        originalLanguage: input.language, publishedAt: tx.now, lastActivityAt: tx.now,
        parentId, grownFrom: parentId && input.grownFrom, ...evaluationOf(input),
      }, text, input.themes);
      await this.reading.takePart(tx, threadId, actor.personId, 0, 'author');
      if (input.draftId) {
        if (draft) await this.files.publish(tx, { kind: 'draft', id: input.draftId }, { kind: 'lesson', id: threadId });
        await this.drafts.putAway(tx, input.draftId, actor.personId);
      }
      await tx.record('forum.lessonPublished', { threadId });
      // Whoever wrote the parent must not learn of a lesson that they can't read.
        if (parentId && audience !== 'space') await tx.record('forum.lessonGrown', { threadId, parentId });
      return threadId;
    }));
    return this.read(actor, id);
  }

  /** Replaces the original text and what is said about it. Translations stay, and say that they are out of date. */
  async edit(actor: Member, input: EditLessonInput): Promise<LessonType> {
    refuseCaseData(input, WORDS_OF_LESSON);
    const text = prepareText(wordsOf(input));
    await this.work.run(actor, async (tx) => {
      const thread = await this.writing.lock(tx, input.id);
      if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes') throw notFound();
      if (!may.withLesson(actor, thread).edit) throw refuse('platform.notAllowed');
      if (input.audience === 'space' && thread.spaceId === null) throw refuse('platform.invalid', { fields: { audience: 'space' } });
      const audience = thread.spaceId ? await this.spaces.audienceOf(tx, actor, thread.spaceId, input.audience) : input.audience;
      if (thread.version !== input.version) throw refuse('forum.lessonChanged', { version: thread.version });
      await this.checkReferences(tx, input);
      const version = thread.version + 1;
      if (thread.originalLanguage !== input.language) await this.writing.dropOriginal(tx, thread.id);
      await this.writing.putText(tx, thread.id, 'original', version, text);
      await this.writing.putThemes(tx, thread.id, input.themes);
      await this.writing.keepRevision(tx, thread.id, version, thread.voiceId, text, input.note?.trim() || null);
      await this.writing.update(tx, thread.id, { version, editedAt: tx.now, audience, level: input.level, cityId: input.cityId ?? null, originalLanguage: input.language, freshUntil: null, freshAskedAt: null, ...evaluationOf(input) });
      if (input.draftId) await this.drafts.putAway(tx, input.draftId, actor.personId);
      await tx.record('forum.lessonEdited', { threadId: thread.id });
    });
    return this.read(actor, input.id);
  }

  async withdraw(actor: Member, input: WithdrawLessonInput): Promise<LessonType> {
    await this.work.run(actor, async (tx) => {
      const thread = await this.writing.lock(tx, input.id);
      if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes') throw notFound();
      if (thread.status === 'withdrawn' && speaksWith(actor, thread.voiceId)) return;
      if (!may.withLesson(actor, thread).withdraw) throw refuse('platform.notAllowed');
      await this.writing.update(tx, thread.id, { status: 'withdrawn', goneAt: tx.now, withdrawnWhy: input.why?.trim() || null, whyShown: input.showWhy === true });
      await tx.record('forum.lessonWithdrawn', { threadId: thread.id });
    });
    return this.read(actor, input.id);
  }

  /** Takes a withdrawal back. What a moderator hid stays hidden. */
  async restore(actor: Member, input: RestoreLessonInput): Promise<LessonType> {
    await this.work.run(actor, async (tx) => {
      const thread = await this.writing.lock(tx, input.id);
      if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes') throw notFound();
      if (!speaksWith(actor, thread.voiceId)) throw refuse('platform.notAllowed');
      if (thread.status === 'published') return;
      if (thread.status !== 'withdrawn') throw refuse('forum.cannotRestore');
      await this.writing.update(tx, thread.id, { status: 'published', goneAt: null, withdrawnWhy: null, whyShown: false });
      await tx.record('forum.lessonEdited', { threadId: thread.id });
    });
    return this.read(actor, input.id);
  }

  /**
   * The lesson that was tried. The trial is one of this voice: a lesson must not tie a city's voice to a person's. Whether
   * the trial and its lesson can still be read does not matter, for a text must not be lost by what others do; the link
   * is shown only where both can. The lock makes two lessons from one trial wait for each other.
   */
  private async parentBehind(tx: Tx, trialId: string, voiceId: string): Promise<string> {
    const trial = await this.chain.lockTrial(tx, trialId);
    if (trial?.voiceId !== voiceId) throw refuse('platform.invalid', { fields: { grownFrom: 'own' } });
    if (trial.grownInto) throw refuse('forum.alreadyGrown', { threadId: trial.grownInto });
    return trial.threadId;
  }

  private async checkReferences(tx: Tx, input: LessonWordsInput): Promise<void> {
    const missing = await this.writing.missing(tx, input.themes, input.cityId ?? null);
    if (missing.themes) throw refuse('platform.invalid', { fields: { themes: 'known' } });
    if (missing.city) throw refuse('platform.invalid', { fields: { cityId: 'known' } });
  }
}

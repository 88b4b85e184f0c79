import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, type Member, type Tx, Work, newId, notFound, once, plainText, refuse, renderMarkdown, speaksWith } from '@crosscity/platform/server';
import { DraftsRepository } from './drafts.repository';
import { may } from './forum.policy';
import { WORDS_OF_QUESTION, WORDS_OF_REPLY, refuseCaseData } from './guarded-words';
import { LessonWritingRepository, type PreparedText, prepareText } from './lesson-writing.repository';
import { type LockedQuestion, QuestionWritingRepository } from './question-writing.repository';
import type { AskQuestionInput, ChooseAnswerInput, EditQuestionInput, FinishQuestionInput, QuestionWordsInput, TellOutcomeInput } from './question.inputs';
import { questionOf } from './question.rows';
import type { QuestionSource, QuestionType } from './question.type';
import { QuestionsRepository } from './questions.repository';
import { ReadingRepository } from './reading.repository';
import { languageOf, slugOf } from './text';

const BEGINNING = 240;

/** The words of a question as a text of the forum: its sentence, how it begins, the rest. */
function preparedOf({ title, text, language }: QuestionWordsInput): PreparedText {
  const written = text.trim();
  const plain = plainText(renderMarkdown(written)).replace(/\s+/gu, ' ').replace(/ (?=[,.;:!?،؛؟])/gu, '').trim();
  const short = plain.length <= BEGINNING ? plain : `${plain.slice(0, BEGINNING).replace(/\s+\S*$/u, '')} …`;
  return prepareText({ language, title: title.trim(), short, context: written, did: '', happened: '', differently: '', elsewhere: '' });
}

/** Questions: asked, changed, answered, finished. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly work: Work,
    private readonly questions: QuestionsRepository,
    private readonly texts: LessonWritingRepository,
    private readonly writing: QuestionWritingRepository,
    private readonly reading: ReadingRepository,
    private readonly drafts: DraftsRepository,
  ) {}

  /** The question as this actor may see it; refuses where they may not. */
  async read(actor: Actor, id: string, language: string | null = null): Promise<QuestionType> {
    const row = isUUID(id) ? await this.questions.row(id, actor, language) : null;
    if (!row) throw notFound();
    const readable = may.read(actor, { audience: row.audience, spaceId: row.space_id, status: row.status, voiceId: row.voice_id });
    if (readable === 'no') throw notFound();
    if (readable === 'gone') throw refuse('forum.gone', { at: row.gone_at!.toISOString(), rule: row.hidden_rule, why: null });
    return questionOf(row, actor);
  }

  async source(actor: Member, id: string): Promise<QuestionSource> {
    const question = await this.read(actor, id);
    if (!question.viewerCan.edit) throw notFound();
    return (await this.questions.source(id))!;
  }

  async ask(actor: Member, input: AskQuestionInput): Promise<QuestionType> {
    const voiceId = input.voiceId ?? actor.voiceId;
    if (!speaksWith(actor, voiceId)) throw refuse('platform.invalid', { fields: { voiceId: 'voice' } });
    if (input.audience === 'space') throw refuse('platform.invalid', { fields: { audience: 'space' } });
    refuseCaseData(input, WORDS_OF_QUESTION);
    const text = preparedOf(input);
    const id = await this.work.run(actor, (tx) => once(tx, 'askQuestion', input.key, input, async () => {
      await this.checkReferences(tx, input.themes, input.askedCityId ?? null);
      const threadId = newId();
      await this.texts.insert(tx, {
        id: threadId, kind: 'question', slug: slugOf(text.words.title), audience: input.audience, level: null, voiceId, originalLanguage: input.language, publishedAt: tx.now, lastActivityAt: tx.now,
      }, text, input.themes);
      await this.writing.insert(tx, threadId, input.askedCityId ?? null);
      await this.reading.takePart(tx, threadId, actor.personId, 0, 'author');
      if (input.draftId) await this.drafts.putAway(tx, input.draftId, actor.personId);
      await tx.record('forum.questionAsked', { threadId });
      return threadId;
    }));
    return this.read(actor, id);
  }

  async edit(actor: Member, input: EditQuestionInput): Promise<QuestionType> {
    refuseCaseData(input, WORDS_OF_QUESTION);
    const text = preparedOf(input);
    await this.work.run(actor, async (tx) => {
      const { thread, question } = this.known(actor, await this.writing.lock(tx, input.id));
      if (!may.withQuestion(actor, thread, question.askedCityId).edit) throw refuse('platform.notAllowed');
      if (input.audience === 'space' && thread.spaceId === null) throw refuse('platform.invalid', { fields: { audience: 'space' } });
      if (thread.version !== input.version) throw refuse('forum.questionChanged', { version: thread.version });
      await this.checkReferences(tx, input.themes, null);
      const version = thread.version + 1;
      if (thread.originalLanguage !== input.language) await this.texts.dropOriginal(tx, thread.id);
      await this.texts.putText(tx, thread.id, 'original', version, text);
      await this.texts.putThemes(tx, thread.id, input.themes);
      await this.texts.keepRevision(tx, thread.id, version, thread.voiceId, text, null);
      await this.texts.update(tx, thread.id, { version, editedAt: tx.now, audience: input.audience, originalLanguage: input.language, lastChange: thread.lastChange + 1 });
      if (input.draftId) await this.drafts.putAway(tx, input.draftId, actor.personId);
      await tx.record('forum.questionEdited', { threadId: thread.id });
    });
    return this.read(actor, input.id);
  }

  async withdraw(actor: Member, id: string): Promise<QuestionType> {
    await this.work.run(actor, async (tx) => {
      const { thread, question } = this.known(actor, await this.writing.lock(tx, id));
      if (thread.status === 'withdrawn' && speaksWith(actor, thread.voiceId)) return;
      if (!may.withQuestion(actor, thread, question.askedCityId).withdraw) throw refuse('platform.notAllowed');
      await this.texts.update(tx, id, { status: 'withdrawn', goneAt: tx.now, lastChange: thread.lastChange + 1 });
      await tx.record('forum.questionWithdrawn', { threadId: id });
    });
    return this.read(actor, id);
  }

  /** Takes a withdrawal back. What a moderator hid stays hidden. */
  async restore(actor: Member, id: string): Promise<QuestionType> {
    await this.work.run(actor, async (tx) => {
      const { thread } = this.known(actor, await this.writing.lock(tx, id));
      if (!speaksWith(actor, thread.voiceId)) throw refuse('platform.notAllowed');
      if (thread.status === 'published') return;
      if (thread.status !== 'withdrawn') throw refuse('forum.cannotRestore');
      await this.texts.update(tx, id, { status: 'published', goneAt: null, lastChange: thread.lastChange + 1 });
      await tx.record('forum.questionEdited', { threadId: id });
    });
    return this.read(actor, id);
  }

  /** "This helped": one reply at a time, and back to none. */
  async choose(actor: Member, { id, replyId = null }: ChooseAnswerInput): Promise<QuestionType> {
    await this.work.run(actor, async (tx) => {
      const { thread, question } = this.decided(actor, await this.writing.lock(tx, id));
      if (question.answerReplyId === replyId) return;
      if (replyId && !(await this.writing.canBeAnswer(tx, id, replyId))) throw refuse('forum.closed');
      await this.writing.update(tx, id, { answerReplyId: replyId });
      await this.texts.update(tx, id, { lastChange: thread.lastChange + 1 });
      if (replyId) await tx.record('forum.answerChosen', { threadId: id, replyId, voiceId: actor.voiceId });
      else await tx.record('forum.questionEdited', { threadId: id });
    });
    return this.read(actor, id);
  }

  /** "What we did with it". Every version stays in the database; the newest is shown. */
  async tellOutcome(actor: Member, input: TellOutcomeInput): Promise<QuestionType> {
    refuseCaseData(input, WORDS_OF_REPLY);
    const text = input.text.trim();
    const html = text ? renderMarkdown(text) : '';
    await this.work.run(actor, async (tx) => {
      const { thread, question } = this.decided(actor, await this.writing.lock(tx, input.id));
      if (question.outcomeVersion !== input.version) throw refuse('forum.questionChanged', { version: question.outcomeVersion });
      const voiceId = await this.outcomeVoice(tx, actor, thread.voiceId, question.askedCityId);
      await this.writing.addOutcome(tx, { threadId: input.id, version: question.outcomeVersion + 1, voiceId, bodyMd: text, bodyHtml: html, language: languageOf(html, thread.originalLanguage), at: tx.now });
      await this.texts.update(tx, input.id, { lastChange: thread.lastChange + 1 });
      if (input.draftId) await this.drafts.putAway(tx, input.draftId, actor.personId);
      if (text) await tx.record('forum.outcomeTold', { threadId: input.id, voiceId: actor.voiceId });
      else await tx.record('forum.questionEdited', { threadId: input.id });
    });
    return this.read(actor, input.id);
  }

  /** Finished: it asks for nothing any more. It can still be talked about, and opened again. */
  async finish(actor: Member, { id, finished }: FinishQuestionInput): Promise<QuestionType> {
    await this.work.run(actor, async (tx) => {
      const { thread, question } = this.decided(actor, await this.writing.lock(tx, id));
      if ((question.finishedAt !== null) === finished) return;
      await this.writing.update(tx, id, { finishedAt: finished ? tx.now : null });
      await this.texts.update(tx, id, { lastChange: thread.lastChange + 1 });
      await tx.record('forum.questionEdited', { threadId: id });
    });
    return this.read(actor, id);
  }

  private known(actor: Member, found: LockedQuestion | null): LockedQuestion {
    if (!found || may.read(actor, found.thread) !== 'yes') throw notFound();
    return found;
  }

  private decided(actor: Member, locked: LockedQuestion | null): LockedQuestion {
    const found = this.known(actor, locked);
    if (!may.withQuestion(actor, found.thread, found.question.askedCityId).decide) throw refuse('platform.notAllowed');
    return found;
  }

  /** Who asked tells it as they asked, who cares for the asked city as the city, staff by their own name: nothing new is told of a person. */
  private async outcomeVoice(tx: Tx, actor: Member, askedBy: string, askedCityId: string | null): Promise<string> {
    if (speaksWith(actor, askedBy)) return askedBy;
    const ofCity = askedCityId !== null && actor.coordinates.includes(askedCityId) ? await this.writing.voiceOfCity(tx, askedCityId) : null;
    return ofCity ?? actor.voiceId;
  }

  private async checkReferences(tx: Tx, themes: readonly string[], cityId: string | null): Promise<void> {
    const missing = await this.texts.missing(tx, themes, cityId);
    if (missing.themes) throw refuse('platform.invalid', { fields: { themes: 'known' } });
    if (missing.city) throw refuse('platform.invalid', { fields: { askedCityId: 'known' } });
  }
}

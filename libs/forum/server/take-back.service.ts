import { Injectable } from '@nestjs/common';
import { FilesService } from '@crosscity/files/server';
import { type DraftContent, forumLimits } from '@crosscity/forum/contract';
import { Audit } from '@crosscity/moderation/server';
import { type Member, Notices, type Tx, Work, newId, notFound, once, refuse, speaksWith } from '@crosscity/platform/server';
import { DraftsRepository } from './drafts.repository';
import type { DraftType } from './draft.type';
import { may, takeBackUntil } from './forum.policy';
import { LessonWritingRepository } from './lesson-writing.repository';
import { LessonsRepository } from './lessons.repository';
import type { TakeBackLessonInput } from './take-back.inputs';

/**
 * Published by mistake, or too early: for some minutes a lesson can be taken back as if it had never been there. Others find nothing
 * at its address, what was told of it is withdrawn, its words are a draft again; the log of acts knows that it happened, and no more.
 */
@Injectable()
export class TakeBackService {
  constructor(
    private readonly work: Work,
    private readonly writing: LessonWritingRepository,
    private readonly lessons: LessonsRepository,
    private readonly drafts: DraftsRepository,
    private readonly notices: Notices,
    private readonly audit: Audit,
    private readonly files: FilesService,
  ) {}

  async takeBack(actor: Member, input: TakeBackLessonInput): Promise<DraftType> {
    let tell: () => void = () => undefined;
    const draftId = await this.work.run(actor, (tx) => once(tx, 'takeBackLesson', input.key, input, async () => {
      const thread = await this.writing.lock(tx, input.id);
      if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes' || !speaksWith(actor, thread.voiceId)) throw notFound();
      if (!takeBackUntil(actor, thread, tx.now)) throw refuse('forum.tooLateToTakeBack', { minutes: forumLimits.takeBackMinutes });
      const id = await this.keepAsDraft(tx, actor, thread);
      // The trial that it grew from can grow again.
      await this.writing.update(tx, thread.id, { status: 'takenBack', goneAt: tx.now, grownFrom: null });
      await tx.record('forum.lessonWithdrawn', { threadId: thread.id });
      tell = await this.notices.takenBack(tx, { kind: 'thread', id: thread.id });
      await this.audit.write(tx, { action: 'forum.lessonTakenBack', subject: { kind: 'lesson', id: thread.id } });
      return id;
    }));
    tell();
    return (await this.drafts.one(draftId, actor.personId))!;
  }

  /** Its words as they stand now, in a draft of whoever took it back. The limit of drafts doesn't hold here: nothing may be lost. */
  private async keepAsDraft(tx: Tx, actor: Member, { id: threadId, grownFrom }: { id: string; grownFrom: string | null }): Promise<string> {
    const { id: _thread, version: _version, ...words } = (await this.lessons.markdown(threadId))!;
    const content: DraftContent = {
      title: words.title, short: words.short, context: words.context, did: words.did, happened: words.happened, differently: words.differently, elsewhere: words.elsewhere,
      themes: words.themes, level: words.level, audience: words.audience, language: words.language, cityId: words.cityId, voiceId: words.voiceId,
      evaluationBy: words.evaluationBy, evaluationUrl: words.evaluationUrl, grownFrom,
    };
    const id = newId();
    await this.drafts.insert(tx, { id, personId: actor.personId, kind: 'lesson', threadId: null, content, device: '' });
    await this.files.handBack(tx, { kind: 'lesson', id: threadId }, { kind: 'draft', id });
    return id;
  }
}

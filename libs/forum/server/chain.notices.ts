import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Voices } from '@crosscity/identity/server';
import { type Notice, Notices } from '@crosscity/platform/server';
import { ChainRepository } from './chain.repository';
import { groupOf, pathOf } from './forum.subjects';
import { LessonsRepository } from './lessons.repository';
import { ReadingRepository } from './reading.repository';

/** Whoever wrote a lesson hears of every lesson that grows from it, also through others. */
@Injectable()
export class ChainNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly voices: Voices,
    private readonly lessons: LessonsRepository,
    private readonly chain: ChainRepository,
    private readonly reading: ReadingRepository,
  ) {}

  onModuleInit(): void {
    this.notices.source('forum.lessonGrown', ({ data: { threadId } }) => this.ofGrown(threadId));
  }

  /** Not whoever wrote it, nor who muted the lesson that it grew from. Asked late, so a lesson that went meanwhile tells nobody. */
  private async ofGrown(threadId: string): Promise<Notice[]> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    // What stands in a closed space is nobody's news outside it.
    if (thread?.status !== 'published' || thread.audience === 'space') return [];
    const ancestors = await this.chain.ancestors(threadId);
    const listeners = await this.voices.listeners([thread.voiceId, ...ancestors.map(({ voiceId }) => voiceId)]);
    const authors = new Set(listeners.filter(({ voiceId }) => voiceId === thread.voiceId).map(({ personId }) => personId));
    const muted = new Set((await this.reading.readers(ancestors.map(({ id }) => id))).filter(({ follow }) => follow === 'muted').map(({ threadId: where, personId }) => `${where} ${personId}`));
    const told = new Set(ancestors.flatMap(({ id, voiceId }) => listeners.filter((listener) => listener.voiceId === voiceId && !authors.has(listener.personId) && !muted.has(`${id} ${listener.personId}`)).map(({ personId }) => personId)));
    return [...told].map((personId): Notice => ({
      to: { personId }, reason: 'adapted', subject: { kind: 'thread', id: threadId }, group: groupOf(threadId), voiceId: thread.voiceId, path: pathOf(thread), mail: 'never',
    }));
  }
}

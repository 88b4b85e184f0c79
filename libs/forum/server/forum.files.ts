import { FileUses } from '@crosscity/files/server';
import { type Actor, speaksWith } from '@crosscity/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftsRepository } from './drafts.repository';
import { may } from './forum.policy';
import { LessonsRepository } from './lessons.repository';

/** Says who may see and change the files of drafts and of lessons. */
@Injectable()
export class ForumFiles implements OnModuleInit {
  constructor(
    private readonly uses: FileUses,
    private readonly drafts: DraftsRepository,
    private readonly lessons: LessonsRepository,
  ) {}

  onModuleInit(): void {
    const ofOwn = async (actor: Actor, ids: readonly string[]) => (actor.kind === 'member' ? this.drafts.owned(ids, actor.personId) : new Set<string>());
    this.uses.register({ kind: 'draft', isPublished: false, mayRead: ofOwn, mayChange: ofOwn, existing: (ids) => this.drafts.owned(ids, null) });
    this.uses.register({
      kind: 'lesson', isPublished: true,
      mayRead: async (actor, ids) => this.lessonsWhere(ids, (thread) => may.read(actor, thread) === 'yes'),
      mayChange: async (actor, ids) => this.lessonsWhere(ids, (thread) => may.read(actor, thread) === 'yes' && speaksWith(actor, thread.voiceId) && may.withLesson(actor, thread).edit),
      existing: async (ids) => this.lessonsWhere(ids, () => true),
    });
  }

  private async lessonsWhere(ids: readonly string[], holds: (thread: Parameters<typeof may.read>[1]) => boolean): Promise<Set<string>> {
    const threads = await this.lessons.summaries(ids);
    return new Set([...threads.values()].filter(holds).map(({ id }) => id));
  }
}

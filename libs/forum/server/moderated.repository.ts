import { Injectable } from '@nestjs/common';
import { type ContentStatus, LESSON_PARTS, type LessonPart } from '@crosscity/forum/contract';
import { Database } from '@crosscity/platform/server';

export interface ContextRow {
  relation: 'parent' | 'before';
  voiceId: string;
  language: string;
  html: string;
  status: ContentStatus;
}

export interface ModeratedReply {
  id: string;
  threadId: string;
  voiceId: string;
  language: string;
  html: string;
  status: ContentStatus;
  context: ContextRow[];
}

/** Texts as moderation looks at them, without asking who may read: the caller does. */
@Injectable()
export class ModeratedRepository {
  constructor(private readonly database: Database) {}

  async originals(ids: readonly string[]): Promise<Map<string, { title: string; language: string } & Record<`${LessonPart}_html`, string>>> {
    const rows = await this.database.rows<{ thread_id: string; title: string; language: string } & Record<`${LessonPart}_html`, string>>(
      `select x.thread_id, x.title, x.language, ${LESSON_PARTS.map((part) => `x.${part}_html`).join(', ')} from lesson_text x where x.thread_id = any($1) and x.state = 'original'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.thread_id, row]));
  }

  /** A reply with the advice of its trial, and what stands around it. */
  async replies(ids: readonly string[]): Promise<ModeratedReply[]> {
    return this.database.rows(
      `select r.id, r.thread_id "threadId", r.voice_id "voiceId", r.language, r.status,
              r.body_html || coalesce((select '<p dir="auto">' || replace(replace(replace(concat_ws(' ', tr.advice, tr.change), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>' from trial tr where tr.reply_id = r.id), '') html,
              (select coalesce(json_agg(json_build_object('relation', case when b.id = r.parent_id then 'parent' else 'before' end, 'voiceId', b.voice_id, 'language', b.language, 'html', b.body_html, 'status', b.status) order by b.seq), '[]')
               from reply b where b.thread_id = r.thread_id and (b.id = r.parent_id or (b.seq < r.seq and b.seq >= r.seq - 2))) context
       from reply r where r.id = any($1)`,
      [ids],
    );
  }
}

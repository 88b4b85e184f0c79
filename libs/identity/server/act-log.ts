import { Injectable } from '@nestjs/common';
import type { Tx } from '@crosscity/platform/server';

/** One act of staff to keep. Ids and codes only. */
export interface ActOfStaff {
  action: string;
  subject: { kind: string; id: string };
  details?: Record<string, string | number | boolean | null>;
}

/** The port through which `moderation`, a lib above, keeps the log of acts. Written last in the act's own transaction. */
@Injectable()
export class ActLog {
  private keep: ((tx: Tx, act: ActOfStaff) => Promise<void>) | null = null;

  keptBy(keep: (tx: Tx, act: ActOfStaff) => Promise<void>): void {
    this.keep = keep;
  }

  async write(tx: Tx, act: ActOfStaff): Promise<void> {
    await this.keep?.(tx, act);
  }
}

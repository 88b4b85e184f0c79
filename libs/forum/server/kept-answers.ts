export interface Kept {
  stamp: string;
  /** The answer's text, cut where a reader's own part goes. */
  pieces: readonly string[];
  /** Who speaks in it. */
  voices: ReadonlySet<string>;
}

/** Characters, of about a byte each. */
const MOST = 32 * 1024 * 1024;

/** Answers that were written before, each with the stamp under which it holds. The longest unused go first. */
export class KeptAnswers {
  private readonly entries = new Map<string, Kept>();
  private size = 0;

  constructor(private readonly most = MOST) {}

  of(key: string): Kept | undefined {
    const kept = this.entries.get(key);
    if (!kept) return undefined;
    this.entries.delete(key);
    this.entries.set(key, kept);
    return kept;
  }

  keep(key: string, kept: Kept): void {
    this.forget(key);
    if (sizeOf(kept) > this.most) return;
    this.entries.set(key, kept);
    this.size += sizeOf(kept);
    for (const oldest of this.entries.keys()) {
      if (this.size <= this.most) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const known = this.entries.get(key);
    if (!known) return;
    this.entries.delete(key);
    this.size -= sizeOf(known);
  }
}

function sizeOf({ pieces, voices }: Kept): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0) + voices.size * 40 + 200;
}

import { Injectable } from '@nestjs/common';
import { type Meant, type Stretch, TermsRepository } from './terms.repository';

const KEEP = 20_000;
const MOST = 500;
const LONGEST = 6;

/** What words of a query mean, and what else that is called, in this language and in others. */
@Injectable()
export class Terms {
  private readonly kept = new Map<string, { meant: Promise<Meant[]>; until: number }>();

  private known: { words: Promise<string[]>; until: number } | null = null;

  constructor(private readonly terms: TermsRepository) {}

  /** Longest stretches first; no two that overlap, but for several meanings of the very same stretch. Other nodes learn of a change within 20 seconds. */
  meant(tokens: readonly string[]): Promise<Meant[]> {
    const key = tokens.join(' ').toLowerCase();
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.meant;
    if (this.kept.size >= MOST) this.kept.clear();
    const meant = this.find(tokens);
    this.kept.set(key, { meant, until: Date.now() + KEEP });
    meant.catch(() => this.kept.delete(key));
    return meant;
  }

  /** All names that staff keep. */
  words(): Promise<string[]> {
    if (this.known && this.known.until > Date.now()) return this.known.words;
    const words = this.terms.words();
    this.known = { words, until: Date.now() + KEEP };
    words.catch(() => (this.known = null));
    return words;
  }

  forget(): void {
    this.known = null;
    this.kept.clear();
  }

  private async find(tokens: readonly string[]): Promise<Meant[]> {
    const stretches: Stretch[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      for (let length = 1; length <= LONGEST && at + length <= tokens.length; length += 1) stretches.push({ at, length, words: tokens.slice(at, at + length).join(' ') });
    }
    if (stretches.length === 0) return [];
    const chosen: Meant[] = [];
    for (const meant of (await this.terms.meant(stretches)).toSorted((one, other) => other.length - one.length || one.at - other.at)) {
      const fits = chosen.every(({ at, length }) => (at === meant.at && length === meant.length) || at + length <= meant.at || meant.at + meant.length <= at);
      if (fits) chosen.push(meant);
    }
    return chosen;
  }
}

import { SYSTEM, type Work, newId } from '@crosscity/platform/server';
import type { TermsRepository } from './terms.repository';

/** One meaning: its names by language. */
export interface SampleTerm {
  theme: string;
  words: Record<string, string[]>;
}

/** Puts the first meanings in place where there are none at all; afterwards they are staff's. */
export async function seedTerms(work: Work, repository: TermsRepository, terms: readonly SampleTerm[]): Promise<void> {
  await work.run(SYSTEM, async (tx) => {
    if (await repository.hasMeanings(tx)) return;
    for (const { theme, words } of terms) {
      const id = newId();
      await repository.insert(tx, id, theme);
      await repository.putWords(tx, id, Object.entries(words).flatMap(([language, names]) => names.map((word) => ({ language, word }))));
    }
  });
}

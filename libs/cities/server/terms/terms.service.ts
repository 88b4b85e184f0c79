import { Injectable } from '@nestjs/common';
import { ActLog } from '@crosscity/identity/server';
import { citiesLimits } from '@crosscity/cities/contract';
import { type Member, type Tx, Work, newId, notFound, once, refuse } from '@crosscity/platform/server';
import { Terms } from './terms';
import { type StoredMeaning, TermsRepository } from './terms.repository';
import type { AddThemeMeaningInput, EditThemeMeaningInput, TermInput } from './terms.types';

/** Staff keep what things are called. Each act is in the audit log, and a removal can be taken back. */
@Injectable()
export class TermsService {
  constructor(
    private readonly work: Work,
    private readonly repository: TermsRepository,
    private readonly terms: Terms,
    private readonly acts: ActLog,
  ) {}

  list(): Promise<StoredMeaning[]> {
    return this.repository.list();
  }

  async add(actor: Member, { key, theme, words: given }: AddThemeMeaningInput): Promise<StoredMeaning> {
    const words = cleaned(given);
    const id = await this.work.run(actor, (tx) => once(tx, 'addThemeMeaning', key, { theme, words }, async () => {
      if (!(await this.repository.hasTheme(tx, theme))) throw refuse('platform.invalid', { fields: { theme: 'unknown' } });
      const made = newId();
      await this.repository.insert(tx, made, theme);
      await this.repository.putWords(tx, made, words);
      await this.log(tx, 'meaningAdded', made, { theme, words: words.length });
      return made;
    }));
    return this.changed(id);
  }

  async edit(actor: Member, { id, version, words: given }: EditThemeMeaningInput): Promise<StoredMeaning> {
    const words = cleaned(given);
    await this.work.run(actor, async (tx) => {
      if (!(await this.repository.raise(tx, id, version))) {
        const now = await this.repository.one(id);
        if (!now || now.removed_at) throw notFound();
        throw refuse('platform.conflict', { version: now.version });
      }
      await this.repository.putWords(tx, id, words);
      await this.log(tx, 'meaningEdited', id, { words: words.length });
    });
    return this.changed(id);
  }

  async setRemoved(actor: Member, id: string, isRemoved: boolean): Promise<StoredMeaning> {
    await this.work.run(actor, async (tx) => {
      // Pressing twice is no second act.
      if (await this.repository.setRemoved(tx, id, isRemoved)) await this.log(tx, isRemoved ? 'meaningRemoved' : 'meaningRestored', id, {});
    });
    return this.changed(id);
  }

  private async log(tx: Tx, act: string, id: string, details: Record<string, string | number>): Promise<void> {
    await this.acts.write(tx, { action: `cities.${act}`, subject: { kind: 'themeMeaning', id }, details });
  }

  private async changed(id: string): Promise<StoredMeaning> {
    this.terms.forget();
    const meaning = await this.repository.one(id);
    if (!meaning) throw notFound();
    return meaning;
  }
}

/** Each word of a language once, in the order given. */
function cleaned(words: readonly TermInput[]): TermInput[] {
  const seen = new Map<string, TermInput>();
  for (const { language, word } of words) {
    const plain = word.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (!seen.has(`${language} ${plain.toLowerCase()}`)) seen.set(`${language} ${plain.toLowerCase()}`, { language, word: plain });
  }
  const kept = [...seen.values()];
  for (const language of new Set(kept.map((term) => term.language))) {
    if (kept.filter((term) => term.language === language).length > citiesLimits.termsPerLanguage) throw refuse('platform.invalid', { fields: { words: 'arrayMaxSize' } });
  }
  return kept;
}

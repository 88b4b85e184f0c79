import type { Adaptation, Audience, PreventionLevel, TrialResult } from './forum.terms';

/** What a draft may hold. Everything may be missing, and nothing needs to be right yet. */
export interface DraftContent {
  title?: string | null;
  short?: string | null;
  context?: string | null;
  did?: string | null;
  happened?: string | null;
  differently?: string | null;
  elsewhere?: string | null;
  themes?: string[] | null;
  level?: PreventionLevel | null;
  audience?: Audience | null;
  language?: string | null;
  cityId?: string | null;
  voiceId?: string | null;
  /** The space in which it is to stand. */
  spaceId?: string | null;
  note?: string | null;
  /** The trial that the lesson grows from. */
  grownFrom?: string | null;
  evaluationBy?: string | null;
  evaluationUrl?: string | null;
  /** Of a reply, or of a trial beside its fields. */
  text?: string | null;
  parentId?: string | null;
  adaptation?: Adaptation | null;
  change?: string | null;
  result?: TrialResult | null;
  advice?: string | null;
}

/** What the other device saved, and where the refused text was kept. */
export interface DraftConflict {
  draftId: string;
  /** The copy that holds the text which was refused. */
  copyId: string;
  theirs: { version: number; device: string; updatedAt: string; content: DraftContent };
}

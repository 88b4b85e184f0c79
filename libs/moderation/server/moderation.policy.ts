import { type Actor, isStaff, speaksWith } from '@crosscity/platform/server';
import { moderationLimits } from '@crosscity/moderation/contract';

/** What the rules need to know of a case. */
export interface CaseFacts {
  status: 'open' | 'decided';
  targetVoiceId: string;
  claimedBy: string | null;
  claimedAt: Date | null;
  /** Voices of everybody who reported it. */
  reporterVoiceIds: readonly string[];
}

/** When a claim made at that time ends. */
export function claimEnds(claimedAt: Date): Date {
  return new Date(claimedAt.getTime() + moderationLimits.claimMinutes * 60_000);
}

/** The voice that holds the case now, null when nobody does or the claim ran out. */
export function holderOf({ claimedBy, claimedAt }: Pick<CaseFacts, 'claimedBy' | 'claimedAt'>, now: Date): string | null {
  return claimedBy && claimedAt && claimEnds(claimedAt) > now ? claimedBy : null;
}

/** Own text, a text of a city that one speaks for, or one's own report: another person must decide. */
export function isOwnCase(actor: Actor, facts: Pick<CaseFacts, 'targetVoiceId' | 'reporterVoiceIds'>): boolean {
  return speaksWith(actor, facts.targetVoiceId) || facts.reporterVoiceIds.some((voiceId) => speaksWith(actor, voiceId));
}

const holdsOrFree = (actor: Actor, facts: CaseFacts, now: Date): boolean => {
  const holder = holderOf(facts, now);
  return holder === null || speaksWith(actor, holder);
};

/** Pure rules: used for refusing and for `viewerCan`. */
export const may = {
  /** Members report what others said. */
  report: (actor: Actor, voiceId: string): boolean => actor.kind === 'member' && !speaksWith(actor, voiceId),
  claim: (actor: Actor, facts: CaseFacts, now: Date): boolean =>
    isStaff(actor) && facts.status === 'open' && !isOwnCase(actor, facts) && holdsOrFree(actor, facts, now),
  release: (actor: Actor, facts: CaseFacts, now: Date): boolean => {
    const holder = holderOf(facts, now);
    return isStaff(actor) && facts.status === 'open' && holder !== null && speaksWith(actor, holder);
  },
  decide: (actor: Actor, facts: CaseFacts, now: Date): boolean => may.claim(actor, facts, now),
  reopen: (actor: Actor, facts: CaseFacts): boolean => isStaff(actor) && facts.status === 'decided' && !isOwnCase(actor, facts),
};

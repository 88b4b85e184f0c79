import type { DraftContent } from '@crosscity/forum/contract';
import type { KeptDraft } from './device-store';

/** Whether a text that the server has is one that this device wrote. */
export function isOwn(theirs: DraftContent, kept: Pick<KeptDraft<DraftContent>, 'content' | 'sent'>): boolean {
  return isSame(theirs, kept.content) || (kept.sent !== undefined && isSame(theirs, kept.sent));
}

function isSame(one: DraftContent, other: DraftContent): boolean {
  const words = (content: DraftContent) =>
    JSON.stringify(Object.entries(content).filter(([field, value]) => field !== '__typename' && value !== null && value !== undefined && value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
  return words(one) === words(other);
}

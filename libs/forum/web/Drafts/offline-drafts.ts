import type { ApolloClient } from '@apollo/client';
import type { DraftContent } from '@crosscity/forum/contract';
import { DraftsPageDocument, type DraftsPageQuery } from './DraftsPage.generated';
import { DraftPageDocument, type DraftPageQuery, type WritingChoicesFragment } from '../Writing/Writing.generated';
import { keptUnder, type KeptDraft } from './device-store';

type Draft = DraftPageQuery['draft'];

const FIELDS = ['title', 'short', 'context', 'did', 'happened', 'differently', 'elsewhere', 'themes', 'level', 'cityId', 'voiceId', 'language', 'audience', 'text', 'parentId', 'result', 'adaptation', 'change', 'advice', 'note', 'grownFrom', 'evaluationBy', 'evaluationUrl'] as const;

/** A text that only this device has, in the form in which the server would give it. */
export function draftOf({ id, content, version, at }: KeptDraft<DraftContent>): Draft {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, content[field] ?? null]));
  return { __typename: 'Draft', id, kind: 'lesson', threadId: null, version, device: '', updatedAt: new Date(at || Date.now()).toISOString(), content: { __typename: 'DraftContent', ...fields } } as unknown as Draft;
}

/** New lessons that this device keeps, last written first. */
export async function lessonsOnDevice(person: string): Promise<KeptDraft<DraftContent>[]> {
  const kept = await keptUnder<DraftContent>(`${person} lesson `);
  return kept.filter(({ key, draft }) => key === `${person} lesson ${draft.id}`).map(({ draft }) => draft).sort((one, other) => other.at - one.at);
}

/** Makes the form of a draft openable without asking the server for it. What the page knows already stays. */
export function makeOpenable(client: ApolloClient, choices: WritingChoicesFragment, drafts: readonly Draft[]): void {
  const { writer, themes, cities } = choices;
  for (const draft of drafts) {
    const variables = { id: draft.id };
    if (draft.kind !== 'lesson' || draft.threadId || client.readQuery({ query: DraftPageDocument, variables })) continue;
    client.writeQuery({ query: DraftPageDocument, variables, data: { __typename: 'Query', draft, writer, themes, cities } as DraftPageQuery });
  }
}

/** The same for the list of drafts, with the one draft that is known. The whole list comes with the network. */
export function makeListOpenable(client: ApolloClient, choices: WritingChoicesFragment, draft: Draft): void {
  const { writer, themes, cities } = choices;
  if (client.readQuery({ query: DraftsPageDocument })) return;
  client.writeQuery({ query: DraftsPageDocument, data: { __typename: 'Query', drafts: [{ ...draft, copies: [] }], writer, themes, cities } as DraftsPageQuery });
}

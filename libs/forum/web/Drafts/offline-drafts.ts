import type { ApolloClient } from '@apollo/client';
import type { DraftContent } from '@crosscity/forum/contract';
import { DraftsPageDocument, type DraftsPageQuery } from './DraftsPage.generated';
import { DraftPageDocument, type DraftFieldsFragment, type DraftPageQuery, type WritingChoicesFragment } from '../Writing/Writing.generated';
import { keptUnder, type KeptDraft } from './device-store';

type Draft = DraftPageQuery['draft'];

/** Each field that a draft is asked for: one that lacks, and the page would wait for a network that is not there. */
const FIELDS = Object.keys({
  title: true, short: true, context: true, did: true, happened: true, differently: true, elsewhere: true, themes: true, level: true, cityId: true, voiceId: true, language: true, audience: true, text: true, parentId: true, result: true, adaptation: true, change: true, advice: true, note: true, grownFrom: true, spaceId: true, evaluationBy: true, evaluationUrl: true,
} satisfies Record<Exclude<keyof DraftFieldsFragment, '__typename'>, true>) as (keyof DraftContent)[];

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
  client.writeQuery({ query: DraftsPageDocument, data: { __typename: 'Query', drafts: [{ ...draft, copies: [], place: null }], writer, themes, cities } as DraftsPageQuery });
}

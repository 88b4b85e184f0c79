import type { ApolloClient } from '@apollo/client';
import { forumLimits, type DraftContent } from '@crosscity/forum/contract';
import { newKey, type useWords } from '@crosscity/platform/web';
import { deviceName } from '../Drafts/device-name';
import type { TrialPartsFragment } from '../Trials/LessonTrials.generated';
import { SaveDraftDocument } from '../Writing/Writing.generated';
import { GrowFromDocument } from './Chain.generated';

/** The draft that a trial grows in: the one that was begun already, or a new one with everything that was told. */
export async function draftOf(client: ApolloClient, lessonId: string, trial: TrialPartsFragment, words: ReturnType<typeof useWords>): Promise<string> {
  const { data } = await client.query({ query: GrowFromDocument, variables: { id: lessonId, at: trial.id }, fetchPolicy: 'network-only' });
  const begun = data!.drafts.find(({ kind, content }) => kind === 'lesson' && content.grownFrom === trial.id);
  if (begun) return begun.id;
  const { lesson } = data!;
  const reply = lesson.replies.items.find(({ id }) => id === trial.id);
  const content: DraftContent = {
    title: words('forum.grow.title', { title: lesson.title, city: trial.city.name }).slice(0, forumLimits.title),
    cityId: trial.city.id,
    did: trial.change ?? '',
    happened: [words(`forum.grow.result.${trial.result}`), reply?.source].filter(Boolean).join('\n\n'),
    differently: trial.advice,
    themes: lesson.themes.map(({ slug }) => slug),
    level: lesson.level,
    language: reply?.language ?? null,
    voiceId: trial.voice.id,
    grownFrom: trial.id,
  };
  const { data: saved } = await client.mutate({ mutation: SaveDraftDocument, variables: { input: { id: newKey(), kind: 'lesson', threadId: null, content: content as never, version: 0, device: deviceName() } } });
  return saved!.saveDraft.id;
}

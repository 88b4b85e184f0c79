import { useQuery } from '@apollo/client/react';
import type { DraftContent } from '@crosscity/forum/contract';
import { Select, useWords } from '@crosscity/platform/web';
import { useEffect } from 'react';
import { WhereToPublishDocument } from './WhereToPublish.generated';

const isClosed = (kind: string) => kind === 'private' || kind === 'hidden';

/** The network or one of the spaces in which one may write. Nothing for those who belong to none. */
export function WhereToPublish({ content, change }: { content: DraftContent; change: (part: Partial<DraftContent>) => void }) {
  const words = useWords();
  const { data } = useQuery(WhereToPublishDocument);
  const spaces = data?.spaces.items.filter(({ viewerCan }) => viewerCan.write) ?? [];
  const chosen = spaces.find(({ id }) => id === content.spaceId);
  const mustBeClosed = chosen !== undefined && isClosed(chosen.kind);
  // The server decides who may read; the form says the same before one sends.
  useEffect(() => {
    if (mustBeClosed && content.audience !== 'space') change({ audience: 'space' });
    if (data && !mustBeClosed && content.audience === 'space') change({ audience: 'members' });
  }, [mustBeClosed, content.audience, data, change]);
  if (spaces.length === 0) return null;
  return (
    <Select
      id="field-spaceId"
      label={words('forum.write.where')}
      hint={words('forum.write.where.hint')}
      value={chosen?.id ?? ''}
      options={[{ value: '', label: words('forum.write.where.network') }, ...spaces.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => change({ spaceId: event.currentTarget.value || null })}
    />
  );
}

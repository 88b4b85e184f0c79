import { useApolloClient, useQuery } from '@apollo/client/react';
import { AddIcon, Button, Checkbox, Dialog, EmptyState, PartFailed, Skeleton, T, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { AboutLessonDocument } from '../About/AboutLesson.generated';
import { CollectionForm } from './CollectionForm';
import { AddToCollectionDocument, MyCollectionsDocument, RemoveFromCollectionDocument } from './Collections.generated';
import css from './Collections.module.css';

/** In which of one's collections a lesson is: a tick puts it there, taking it away removes it; each at once, each to be taken back. */
export function CollectDialog({ lessonId, onClose }: { lessonId: string; onClose: () => void }) {
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const { data, error, refetch } = useQuery(MyCollectionsDocument, { variables: { lessonId }, fetchPolicy: 'network-only' });
  const [making, setMaking] = useState(false);
  const [waiting, setWaiting] = useState<{ id: string; into: boolean } | null>(null);
  const again = () => client.refetchQueries({ include: [MyCollectionsDocument, AboutLessonDocument] });

  async function set(id: string, name: string, into: boolean): Promise<void> {
    setWaiting({ id, into });
    try {
      const variables = { input: { id, lessonId } };
      await (into ? client.mutate({ mutation: AddToCollectionDocument, variables }) : client.mutate({ mutation: RemoveFromCollectionDocument, variables }));
      toast({ words: words(into ? 'forum.collect.added' : 'forum.collect.removed', { title: name }), undo: () => set(id, name, !into) });
      await again();
    } catch (problem) {
      toast({ words: toWords(problem) });
    } finally {
      setWaiting(null);
    }
  }
  if (making) {
    return <CollectionForm lessonId={lessonId} onClose={() => setMaking(false)} onDone={() => void again().then(() => toast({ words: words('forum.collect.made') }))} />;
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('forum.collect.title')}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            <T id="forum.collect.done" />
          </Button>
          <Button icon={<AddIcon />} onClick={() => setMaking(true)}>
            <T id="forum.collection.new" />
          </Button>
        </>
      }
    >
      {error && <PartFailed words={toWords(error)} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.myCollections.length === 0 && <EmptyState words={<T id="forum.collect.none" />} />}
      {data && data.myCollections.length > 0 && (
        <ul role="list" className={css.choices}>
          {data.myCollections.map(({ holds, collection: { id, title, audience } }) => (
            <li key={id} aria-busy={waiting?.id === id || undefined}>
              <Checkbox label={<bdi>{title}</bdi>} hint={words(`forum.audience.${audience}`)} checked={waiting?.id === id ? waiting.into : holds} onChange={(checked) => waiting === null && void set(id, title, checked)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

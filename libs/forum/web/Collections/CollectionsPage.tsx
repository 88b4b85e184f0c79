import { useQuery } from '@apollo/client/react';
import { AddIcon, AudienceLabel, BackIcon, Button, EmptyState, Link, Pager, PartFailed, RelativeTime, Skeleton, T, UserText, directionOf, later, pageQuery, usePage, useRefusal, useToast, useViewer, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { Facts } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import { CollectionsPageDocument, MyCollectionsDocument, type CollectionCardFragment } from './Collections.generated';
import css from './Collections.module.css';

const CollectionForm = later(() => import('./CollectionForm').then(({ CollectionForm: form }) => form));

export const query = pageQuery(CollectionsPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.collections.title');
export const description = (intl: IntlShape) => wordsOf(intl, 'forum.collections.description');
export const canonical = () => '/collections';

/** Collections of everybody, and one's own. */
export function Page() {
  const { items, nextCursor } = usePage(CollectionsPageDocument).data.collections;
  const viewer = useViewer();
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const [busy, setBusy] = useState(false);
  async function more() {
    setBusy(true);
    await client.query({ query: CollectionsPageDocument, variables: { after: nextCursor }, fetchPolicy: 'network-only' }).catch((error: unknown) => toast({ words: toWords(error) }));
    setBusy(false);
  }
  const make = viewer && (
    <Button icon={<AddIcon />} onPointerEnter={CollectionForm.fetch} onFocus={CollectionForm.fetch} onClick={() => setMaking(true)}>
      <T id="forum.collection.new" />
    </Button>
  );
  return (
    <div className={css.page}>
      <Link to="/lessons" className={css.back}>
        <BackIcon />
        <T id="forum.lesson.back" />
      </Link>
      <header className={css.head}>
        <h1>
          <T id="forum.collections.title" />
        </h1>
        {items.length > 0 && make}
      </header>
      <p className={css.muted}>
        <T id="forum.collections.description" />
      </p>
      {viewer && <Mine />}
      {items.length > 0 ? (
        <>
          <ul role="list" className={css.cards} aria-label={words('forum.collections.title')}>
            {items.map((collection) => (
              <li key={collection.id}>
                <CollectionCard collection={collection} />
              </li>
            ))}
          </ul>
          <Pager shown={items.length} more={nextCursor !== null} busy={busy} onMore={() => void more()} />
        </>
      ) : (
        <EmptyState words={<T id="forum.collections.none" />} action={make} />
      )}
      {making && (
        <CollectionForm
          onClose={() => setMaking(false)}
          onDone={(id) => void navigate(`/collections/${id}`)}
          whileComing={null}
          inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />}
        />
      )}
    </div>
  );
}

/** One's own, also those that hold nothing yet. */
function Mine() {
  const { data, loading } = useQuery(MyCollectionsDocument, { variables: {}, fetchPolicy: 'cache-and-network', ssr: false });
  if (loading && !data) return <Skeleton lines={1} />;
  if (!data || data.myCollections.length === 0) return null;
  return (
    <section aria-labelledby="my-collections" className={css.mine}>
      <h2 id="my-collections">
        <T id="forum.collections.mine" />
      </h2>
      <ul role="list">
        {data.myCollections.map(({ collection: { id, title: name, language } }) => (
          <li key={id}>
            <Link to={`/collections/${id}`} lang={language}>
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CollectionCard({ collection }: { collection: CollectionCardFragment }) {
  return (
    <article className={css.card}>
      <h2 lang={collection.language} dir={directionOf(collection.language)}>
        <Link to={`/collections/${collection.id}`}>{collection.title}</Link>
      </h2>
      {collection.note && <UserText text={collection.note} of="p" lang={collection.language} />}
      <CollectionFacts collection={collection} />
    </article>
  );
}

export function CollectionFacts({ collection }: { collection: CollectionCardFragment }) {
  return (
    <Facts>
      <T id="forum.lesson.by" values={{ kind: collection.voice.name ? collection.voice.kind : 'unattributed', voice: <VoiceName voice={collection.voice} linked /> }} />
      <T id="forum.list.count" values={{ count: collection.lessonCount as never }} />
      <RelativeTime at={collection.updatedAt} />
      <AudienceLabel audience={collection.audience} />
    </Facts>
  );
}

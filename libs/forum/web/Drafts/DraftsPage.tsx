import { useApolloClient } from '@apollo/client/react';
import { EmptyState, LinkButton, T, pageQuery, usePage, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import css from '../Writing/LessonForm.module.css';
import { DraftList } from './DraftList';
import { DraftsPageDocument } from './DraftsPage.generated';
import { draftOf, makeOpenable } from './offline-drafts';
import { OutboxList } from './OutboxList';
import type { WaitingLesson } from './outbox';
import { useDeviceDrafts } from './useDeviceDrafts';
import { useOfflineWriting } from './useOfflineWriting';
import { useOutbox } from './useOutbox';

export const query = pageQuery(DraftsPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.drafts.title');
export const robots = 'noindex';

/** Unfinished work is a place, not a hidden state. What waits for the network stands first. */
export function Page() {
  const { data } = usePage(DraftsPageDocument);
  const words = useWords();
  const client = useApolloClient();
  const alone = useDeviceDrafts(data.drafts, data);
  const [cancelled, setCancelled] = useState<WaitingLesson[]>([]);
  const outbox = useOutbox() ?? [];
  useOfflineWriting();
  const isIn = (id: string) => outbox.some((lesson) => lesson.id === id);
  const back = cancelled.map(({ kept }) => kept).filter(({ id }) => !isIn(id) && !alone.some((other) => other.id === id) && !data.drafts.some((draft) => draft.id === id));
  const drafts = [...[...back, ...alone].filter(({ id }) => !isIn(id)).map((kept) => ({ ...draftOf(kept), copies: [] })), ...data.drafts.filter(({ id }) => !isIn(id))];
  const write = (
    <LinkButton to="/write" kind={drafts.length ? 'secondary' : 'primary'}>
      <T id="forum.write.new" />
    </LinkButton>
  );
  return (
    <div className={css.start}>
      <h1>
        <T id="forum.drafts.title" />
      </h1>
      {outbox.length > 0 && (
        <section className={css.section} aria-labelledby="outbox-title">
          <h2 id="outbox-title">
            <T id="forum.outbox.title" />
          </h2>
          <OutboxList
            lessons={outbox}
            onCancelled={(lesson) => {
              makeOpenable(client, data, [draftOf(lesson.kept)]);
              setCancelled((before) => [...before, lesson]);
            }}
          />
        </section>
      )}
      {drafts.length > 0 ? (
        <>
          <p>
            <T id="forum.drafts.words" />
          </p>
          <DraftList drafts={drafts} />
          <div className={css.buttons}>{write}</div>
        </>
      ) : (
        <EmptyState words={words('forum.drafts.none')} action={write} />
      )}
    </div>
  );
}

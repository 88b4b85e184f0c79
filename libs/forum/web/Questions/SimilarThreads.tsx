import { useApolloClient } from '@apollo/client/react';
import { Link, T, Tag, directionOf, useWords } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { SimilarThreadsDocument, type SimilarThreadsQuery } from './Questions.generated';
import css from './Questions.module.css';

const pause = 600;
const fewest = 8;

/** Lessons and questions like the sentence that is being typed. It waits for a pause, and says nothing without network. */
export function SimilarThreads({ text, except }: { text: string; except?: string }) {
  const client = useApolloClient();
  const words = useWords();
  const [found, setFound] = useState<SimilarThreadsQuery['similarThreads']>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < fewest) return setFound([]);
    let gone = false;
    const timer = setTimeout(() => {
      client.query({ query: SimilarThreadsDocument, variables: { text: asked.slice(0, 160), except }, fetchPolicy: 'network-only' }).then(
        ({ data }) => !gone && setFound(data?.similarThreads ?? []),
        () => undefined,
      );
    }, pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, client, except]);
  return (
    <div role="status" className={css.similar} data-empty={found.length === 0 || undefined}>
      {found.length > 0 && (
        <>
          <p>
            <strong>
              <T id="forum.similar.title" values={{ count: found.length as never }} />
            </strong>
          </p>
          <ul aria-label={words('forum.similar.label')}>
            {found.map((thread) => (
              <li key={thread.id}>
                <Tag>
                  <T id={`forum.similar.kind.${thread.kind}`} />
                </Tag>{' '}
                {/* In a tab of its own: what is being written stays. */}
                <Link to={thread.path} target="_blank" lang={thread.language} dir={directionOf(thread.language)}>
                  {thread.title}
                </Link>
                <span className={css.hint}>
                  {' '}
                  {thread.isAnswered ? <T id="forum.question.state.answered" /> : thread.replyCount > 0 ? <T id="forum.replies.count" values={{ count: thread.replyCount as never }} /> : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

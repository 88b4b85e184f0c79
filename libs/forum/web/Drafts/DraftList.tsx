import { useApolloClient } from '@apollo/client/react';
import { LESSON_PARTS, type DraftContent } from '@crosscity/forum/contract';
import { Button, Disclosure, Link, RelativeTime, RemoveIcon, T, Tag, UserText, useRefusal, useToast, useViewer, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import css from './DraftList.module.css';
import { forget } from './device-store';
import { DiscardDraftDocument, RestoreDraftDocument, type ListedDraftFragment } from './DraftsPage.generated';

/** Unfinished texts, newest first: what it is, how long ago, how much, and the way on. */
export function DraftList({ drafts }: { drafts: readonly ListedDraftFragment[] }) {
  const words = useWords();
  const client = useApolloClient();
  const viewer = useViewer();
  const toast = useToast();
  const toWords = useRefusal();
  // Gone from view at once, and back with "undo".
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, away: boolean) => setGone((before) => new Set(away ? [...before, id] : [...before].filter((other) => other !== id)));

  async function discard(draft: ListedDraftFragment) {
    const variables = { input: { id: draft.id } };
    try {
      await client.mutate({ mutation: DiscardDraftDocument, variables });
      await forget(`${viewer?.id ?? 'guest'} ${deviceNameOf(draft)}`);
      mark(draft.id, true);
      toast({
        words: words('forum.drafts.discarded'),
        undo: () =>
          client.mutate({ mutation: RestoreDraftDocument, variables }).then(
            () => mark(draft.id, false),
            (error: unknown) => toast({ words: toWords(error) }),
          ),
      });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }

  return (
    <ul role="list" className={css.drafts}>
      {drafts
        .filter(({ id }) => !gone.has(id))
        .map((draft) => {
          const text = textOf(draft.content as DraftContent);
          return (
            <li key={draft.id} className={css.draft}>
              <div className={css.words}>
                <p className={css.title}>
                  <Link to={addressOf(draft)} dir="auto">
                    {draft.content.title || firstWords(text) || words('forum.drafts.untitled')}
                  </Link>
                </p>
                <p className={css.facts}>
                  <Tag>
                    <T id={draft.kind === 'lesson' && draft.threadId ? 'forum.drafts.kind.edit' : draft.kind === 'question' && draft.threadId ? 'forum.drafts.kind.editQuestion' : `forum.drafts.kind.${draft.kind}`} />
                  </Tag>
                  <span>
                    <T id="forum.drafts.length" values={{ count: countWords(text) as never }} />
                  </span>
                  <RelativeTime at={draft.updatedAt} />
                  {draft.device && <bdi>{draft.device}</bdi>}
                </p>
                {draft.copies.map((copy) => (
                  <Disclosure key={copy.id} summary={<T id="forum.drafts.copy" values={{ device: <bdi>{copy.device || '–'}</bdi> }} />}>
                    <UserText text={textOf(copy.content as DraftContent)} />
                  </Disclosure>
                ))}
              </div>
              <Button kind="quiet" icon={<RemoveIcon />} onClick={() => void discard(draft)} aria-label={words('forum.drafts.discardWhat', { title: draft.content.title || firstWords(text) })}>
                <T id="forum.drafts.discard" />
              </Button>
            </li>
          );
        })}
    </ul>
  );
}

function addressOf(draft: ListedDraftFragment): string {
  if (draft.kind === 'question') return draft.threadId ? `/questions/${draft.threadId}/edit` : `/questions/ask?draft=${draft.id}`;
  if (draft.kind !== 'lesson') return `${draft.place?.path ?? `/lessons/${draft.threadId}`}?draft=${draft.kind}#${{ reply: 'discussion', trial: 'tried', outcome: 'outcome' }[draft.kind]}`;
  return draft.threadId ? `/lessons/${draft.threadId}/edit` : `/drafts/${draft.id}`;
}

function deviceNameOf(draft: ListedDraftFragment): string {
  if (draft.kind === 'question') return draft.threadId ? `edit ${draft.threadId}` : `question ${draft.id}`;
  if (draft.kind !== 'lesson') return `${draft.kind} ${draft.threadId}`;
  return draft.threadId ? `edit ${draft.threadId}` : `lesson ${draft.id}`;
}

function textOf(content: DraftContent): string {
  return [content.title, content.short, ...LESSON_PARTS.map((part) => content[part]), content.advice, content.change, content.text].filter(Boolean).join('\n\n');
}

const firstWords = (text: string) => text.trim().split(/\s+/).slice(0, 10).join(' ');
const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

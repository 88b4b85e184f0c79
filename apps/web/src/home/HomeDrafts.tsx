import { EditIcon, Link, RelativeTime, T, UserText, useWords } from '@crosscity/platform/web';
import type { MemberHomePageQuery } from './MemberHomePage.generated';
import css from './HomePage.module.css';

type HomeDraft = MemberHomePageQuery['drafts'][number];

/** Unfinished texts, the newest ones: one press and one writes on. */
export function HomeDrafts({ drafts, more }: { drafts: readonly HomeDraft[]; more: boolean }) {
  const words = useWords();
  return (
    <>
      <ul role="list" className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <EditIcon size={18} />
            <span>
              <T id={`home.draft.${draft.kind}`} />{' '}
              <Link to={addressOf(draft)}>
                <UserText of="span" text={draft.content.title || draft.place?.title || words('home.draft.untitled')} />
              </Link>
            </span>
            <span className={css.when}><RelativeTime at={draft.updatedAt} /></span>
          </li>
        ))}
      </ul>
      {more && <p><Link to="/drafts"><T id="home.draft.all" /></Link></p>}
    </>
  );
}

function addressOf({ id, kind, threadId, place }: HomeDraft): string {
  if (kind === 'question') return threadId ? `/questions/${threadId}/edit` : `/questions/ask?draft=${id}`;
  if (kind === 'lesson') return threadId ? `/lessons/${threadId}/edit` : `/drafts/${id}`;
  return `${place?.path ?? `/lessons/${threadId}`}?draft=${kind}#${{ reply: 'discussion', trial: 'tried', outcome: 'outcome' }[kind]}`;
}

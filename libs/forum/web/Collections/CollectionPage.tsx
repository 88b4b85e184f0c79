import { ReportDialog } from '@crosscity/moderation/web';
import { BackIcon, Banner, Button, EditIcon, EmptyState, FlagIcon, Link, LinkButton, LinkIcon, PartFailed, Skeleton, T, UserText, directionOf, later, pageQuery, usePage, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { LessonCard } from '../LessonCard/LessonCard';
import { useCopy } from '../LessonPage/useShare';
import { CollectionPageDocument, type CollectionPageQuery } from './Collections.generated';
import { CollectionFacts } from './CollectionsPage';
import css from './Collections.module.css';

const CollectionEditor = later(() => import('./CollectionEditor').then(({ CollectionEditor: editor }) => editor));

export const query = pageQuery(CollectionPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (_intl: IntlShape, data: CollectionPageQuery) => data.collection.title;
export const description = (_intl: IntlShape, data: CollectionPageQuery) => data.collection.note || data.collection.title;
export const canonical = (data: CollectionPageQuery) => `/collections/${data.collection.id}`;

/** Lessons in the order of their curator, each with a word on why it is here. */
export function Page() {
  const { collection } = usePage(CollectionPageDocument).data;
  const words = useWords();
  const copy = useCopy();
  const [editing, setEditing] = useState(false);
  const [reporting, setReporting] = useState(false);
  const text = { lang: collection.language, dir: directionOf(collection.language) };
  return (
    <div className={css.page}>
      <Link to="/collections" className={css.back}>
        <BackIcon />
        <T id="forum.collections.title" />
      </Link>
      {collection.status !== 'published' && (
        <Banner kind="warning">
          <T id={`forum.collection.status.${collection.status}`} />
        </Banner>
      )}
      <header className={css.top}>
        <h1 {...text}>{collection.title}</h1>
        <CollectionFacts collection={collection} />
        {collection.note && <UserText text={collection.note} lang={collection.language} reading />}
        <div className={css.acts}>
          <Button icon={<LinkIcon />} onClick={() => void copy(`/collections/${collection.id}`)}>
            <T id="forum.lesson.copyLink" />
          </Button>
          {collection.viewerCan.edit && (
            <Button icon={<EditIcon />} aria-pressed={editing} onPointerEnter={CollectionEditor.fetch} onFocus={CollectionEditor.fetch} onClick={() => setEditing(!editing)}>
              <T id={editing ? 'forum.collection.editDone' : 'forum.collection.edit'} />
            </Button>
          )}
          {collection.viewerCan.report && (
            <Button kind="quiet" icon={<FlagIcon />} onClick={() => setReporting(true)}>
              <T id="forum.report" />
            </Button>
          )}
        </div>
      </header>
      {collection.lessons.length === 0 && (
        <EmptyState
          words={<T id={collection.viewerCan.edit ? 'forum.collection.emptyMine' : 'forum.collection.empty'} />}
          action={
            <LinkButton to="/lessons">
              <T id="forum.collection.toLessons" />
            </LinkButton>
          }
        />
      )}
      {editing && collection.viewerCan.edit ? (
        <CollectionEditor collection={collection} whileComing={<Skeleton lines={8} />} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />
      ) : (
        <ol role="list" className={css.lessons} aria-label={words('forum.list.results')}>
          {collection.lessons.map(({ note, lesson }) => (
            <li key={lesson.id} className={css.lesson}>
              {note && (
                <div className={css.why}>
                  <UserText text={note} of="p" />
                </div>
              )}
              <LessonCard lesson={lesson} />
            </li>
          ))}
        </ol>
      )}
      {reporting && <ReportDialog targetKind="collection" targetId={collection.id} open onClose={() => setReporting(false)} />}
    </div>
  );
}

import { useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { BellIcon, Button, EditIcon, EmptyState, Link, LinkButton, RemoveIcon, T, Tag, TextInput, UserText, pageQuery, usePage, useRefusal, useToast, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { ChangeViewDocument, RemoveViewDocument, RestoreViewDocument, SavedViewsPageDocument, type KeptViewFragment } from './SavedViews.generated';
import css from './SavedViewsPage.module.css';
import { addressOfView } from './view-address';

export const query = pageQuery(SavedViewsPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.views.title');
export const robots = 'noindex';

/** One's own lists: open, rename, be told or not, remove. */
export function Page() {
  const { data } = usePage(SavedViewsPageDocument);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, away: boolean) => setGone((before) => new Set(away ? [...before, id] : [...before].filter((other) => other !== id)));
  const views = data.savedViews.filter(({ id }) => !gone.has(id));
  return (
    <div className={css.page}>
      <h1>
        <T id="forum.views.title" />
      </h1>
      <p>
        <T id="forum.views.words" />
      </p>
      {views.length === 0 ? (
        <EmptyState
          words={<T id="forum.views.none" />}
          action={
            <LinkButton to="/lessons" kind="primary">
              <T id="forum.views.toLessons" />
            </LinkButton>
          }
        />
      ) : (
        <ul role="list" className={css.views}>
          {views.map((view) => (
            <View key={view.id} view={view} mark={mark} />
          ))}
        </ul>
      )}
    </div>
  );
}

function View({ view, mark }: { view: KeptViewFragment; mark: (id: string, away: boolean) => void }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [change, { loading }] = useMutation(ChangeViewDocument);
  const [remove] = useMutation(RemoveViewDocument);
  const [restore] = useMutation(RestoreViewDocument);
  const [name, setName] = useState<string | null>(null);
  const input = { id: view.id };
  const failed = (error: unknown) => toast({ words: toWords(error) });

  const setAlerts = (alerts: boolean): Promise<unknown> =>
    change({ variables: { input: { ...input, alerts } } }).then(() => toast({ words: words(alerts ? 'forum.views.told' : 'forum.views.notTold'), undo: () => setAlerts(!alerts) }), failed);
  const rename = (to: string, before?: string): Promise<unknown> =>
    change({ variables: { input: { ...input, name: to } } }).then(() => {
      setName(null);
      toast({ words: words('forum.views.renamed'), undo: before === undefined ? undefined : () => rename(before) });
    }, failed);
  const removeIt = () =>
    remove({ variables: { input } }).then(() => {
      mark(view.id, true);
      toast({ words: words('forum.views.removed'), undo: () => restore({ variables: { input } }).then(() => mark(view.id, false), failed) });
    }, failed);

  if (name !== null) {
    return (
      <li className={css.view}>
        <form
          className={css.rename}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) void rename(name.trim(), view.name);
          }}
        >
          <TextInput label={<T id="forum.view.name" />} value={name} maxLength={forumLimits.viewName} onChange={(event) => setName(event.currentTarget.value)} />
          <div className={css.acts}>
            <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
              <T id="forum.view.keep" />
            </Button>
            <Button kind="quiet" onClick={() => setName(null)}>
              <T id="forum.view.cancel" />
            </Button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className={css.view}>
      <h2 className={css.name}>
        <Link to={addressOfView(view)}>
          <UserText of="span" text={view.name} />
        </Link>
      </h2>
      <p className={css.facts}>
        <Tag>{view.alerts ? <T id="forum.views.alertsOn" /> : <T id="forum.views.alertsOff" />}</Tag>
        {view.query && <bdi>“{view.query}”</bdi>}
      </p>
      <div className={css.acts}>
        <Button kind="quiet" icon={<BellIcon />} aria-pressed={view.alerts} onClick={() => void setAlerts(!view.alerts)} aria-label={words(view.alerts ? 'forum.views.stopWhat' : 'forum.views.tellWhat', { name: view.name })}>
          {view.alerts ? <T id="forum.views.stop" /> : <T id="forum.views.tell" />}
        </Button>
        <Button kind="quiet" icon={<EditIcon />} onClick={() => setName(view.name)} aria-label={words('forum.views.renameWhat', { name: view.name })}>
          <T id="forum.views.rename" />
        </Button>
        <Button kind="quiet" icon={<RemoveIcon />} onClick={() => void removeIt()} aria-label={words('forum.views.removeWhat', { name: view.name })}>
          <T id="forum.views.remove" />
        </Button>
      </div>
    </li>
  );
}

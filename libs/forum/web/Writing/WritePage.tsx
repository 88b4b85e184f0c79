import { useApolloClient } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Banner, Button, Link, T, TextInput, pageQuery, usePage, usePageMatch, useViewer, useWords, wordsOf } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { keep } from '../Drafts/device-store';
import { DraftList } from '../Drafts/DraftList';
import { draftOf, lessonsOnDevice, makeOpenable } from '../Drafts/offline-drafts';
import { SaveLine } from '../Drafts/SaveLine';
import { useOfflineWriting } from '../Drafts/useOfflineWriting';
import { useOutbox } from '../Drafts/useOutbox';
import { useDeviceDrafts } from '../Drafts/useDeviceDrafts';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import css from './LessonForm.module.css';
import { isEmptyLesson, isSection } from './lesson-form';
import { WritePageDocument } from './Writing.generated';

export const query = pageQuery(WritePageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.write.pageTitle');
export const robots = 'noindex';

/** Asks one thing: what did you learn? The sentence is a draft from its first second on, and becomes the title. */
export function Page() {
  const { data } = usePage(WritePageDocument);
  const words = useWords();
  const { search } = usePageMatch();
  const space = search.get('space');
  const client = useApolloClient();
  const person = useViewer()?.id ?? '';
  const navigate = useNavigate();
  const draft = useSavedDraft({ kind: 'lesson', name: 'lesson start', isEmpty: isEmptyLesson });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sentence = draft.content.title ?? '';
  const alone = useDeviceDrafts(data.drafts, data);
  const waiting = useOutbox();
  useOfflineWriting();

  // Sent here because a draft was wanted and there is no network: this page knows what the device keeps.
  useEffect(() => {
    const wanted = new URLSearchParams(location.search);
    const id = wanted.get('continue');
    if (!id || !person) return;
    void lessonsOnDevice(person).then((kept) => {
      makeOpenable(client, data, [...kept.filter((one) => one.id === id).map(draftOf), ...data.drafts]);
      const part = wanted.get('part') ?? undefined;
      void navigate(isSection(part) ? `/drafts/${id}/${part}` : `/drafts/${id}`, { replace: true });
    });
    // Once, on arriving.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [person]);

  async function start() {
    if (!sentence.trim()) return setProblem(words('forum.write.need.title'));
    setProblem(undefined);
    setBusy(true);
    if (space) draft.change({ spaceId: space, ...(search.has('closed') ? { audience: 'space' as const } : {}) });
    const id = await draft.flush();
    setBusy(false);
    if (id) {
      await draft.finish({ serverHasTaken: true, keepShown: true });
      return void navigate(`/drafts/${id}`);
    }
    // Without network it becomes a draft of this device; the server gets it later, under the same id.
    const isKept = await draft.handOver(async (kept) => {
      if (!(await keep(`${person} lesson ${kept.id}`, { ...kept, ahead: true }))) return false;
      makeOpenable(client, data, [draftOf(kept)]);
      void navigate(`/drafts/${kept.id}`);
      return true;
    });
    if (!isKept) setProblem(words('forum.write.startOffline'));
  }

  const known = data.drafts.filter(({ id }) => !waiting?.some((lesson) => lesson.id === id));
  const drafts = [...alone.map((kept) => ({ ...draftOf(kept), copies: [], place: null })), ...known];
  return (
    <div className={css.start}>
      <h1>
        <T id="forum.write.pageTitle" />
      </h1>
      <Banner>
        <T id="forum.write.before" />
      </Banner>
      <form
        className={css.section}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void start();
        }}
      >
        <TextInput
          label={words('forum.write.oneSentence')}
          hint={words('forum.write.oneSentenceHint')}
          value={sentence}
          error={problem}
          maxLength={forumLimits.title}
          onChange={(event) => draft.change({ title: event.currentTarget.value, cityId: data.writer.city?.id ?? null })}
        />
        <SaveLine state={draft.state} />
        <div className={css.buttons}>
          <Button type="submit" kind="primary" state={busy ? 'busy' : undefined}>
            <T id="forum.write.start" />
          </Button>
        </div>
      </form>
      {drafts.length > 0 && (
        <section className={css.section} aria-labelledby="continue-title">
          <h2 id="continue-title">
            <T id="forum.write.continue" />
          </h2>
          <DraftList drafts={drafts.slice(0, 3)} />
          {drafts.length > 3 && (
            <p>
              <Link to="/drafts">
                <T id="forum.drafts.all" values={{ count: drafts.length as never }} />
              </Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

import { forumLimits } from '@crosscity/forum/contract';
import { Banner, Button, Link, T, TextInput, pageQuery, usePage, usePageMatch, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { DraftList } from '../Drafts/DraftList';
import { SaveLine } from '../Drafts/SaveLine';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import css from './LessonForm.module.css';
import { isEmptyLesson } from './lesson-form';
import { WritePageDocument } from './Writing.generated';

export const query = pageQuery(WritePageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.write.pageTitle');
export const robots = 'noindex';

/** Asks one thing: what did you learn? The sentence is a draft from its first second on, and becomes the title. */
export function Page() {
  const { data } = usePage(WritePageDocument);
  const words = useWords();
  const space = usePageMatch().search.get('space');
  const navigate = useNavigate();
  const draft = useSavedDraft({ kind: 'lesson', name: 'lesson start', isEmpty: isEmptyLesson });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sentence = draft.content.title ?? '';

  async function start() {
    if (!sentence.trim()) return setProblem(words('forum.write.need.title'));
    setProblem(undefined);
    setBusy(true);
    if (space) draft.change({ spaceId: space });
    const id = await draft.flush();
    setBusy(false);
    // Without network the sentence stays here, on this device, until it can become a draft.
    if (!id) return setProblem(words('forum.write.startOffline'));
    await draft.finish({ serverHasTaken: true, keepShown: true });
    void navigate(`/drafts/${id}`);
  }

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
      {data.drafts.length > 0 && (
        <section className={css.section} aria-labelledby="continue-title">
          <h2 id="continue-title">
            <T id="forum.write.continue" />
          </h2>
          <DraftList drafts={data.drafts.slice(0, 3)} />
          {data.drafts.length > 3 && (
            <p>
              <Link to="/drafts">
                <T id="forum.drafts.all" values={{ count: data.drafts.length as never }} />
              </Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

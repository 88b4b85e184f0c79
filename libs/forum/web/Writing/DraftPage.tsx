import { useApolloClient } from '@apollo/client/react';
import { FilesOf } from '@crosscity/files/web';
import { BackIcon, Banner, Link, T, newKey, pageQuery, useLocale, usePage, usePageMatch, refusalOf, refusedFields, useRefusal, useWords, wordsOf, type FieldProblem } from '@crosscity/platform/web';
import { useMemo, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { showCaseData } from '../Drafts/show-refused';
import { CheckLesson } from './CheckLesson';
import { fieldId, isEmptyLesson, lessonInput, missingIn, withDefaults } from './lesson-form';
import { LessonForm } from './LessonForm';
import css from './LessonForm.module.css';
import { useLessonGuard } from './useLessonGuard';
import { DraftPageDocument, PublishLessonDocument, type DraftPageQuery } from './Writing.generated';

export const query = pageQuery(DraftPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (intl: IntlShape, data: DraftPageQuery) => data.draft.content.title || wordsOf(intl, 'forum.write.pageTitle');
export const robots = 'noindex';

/** An unfinished reply is continued where it belongs. */
export function outcome({ draft }: DraftPageQuery) {
  if (draft.kind === 'lesson' && !draft.threadId) return undefined;
  if (draft.kind === 'lesson') return { redirect: `/lessons/${draft.threadId}/edit` };
  return { redirect: `/lessons/${draft.threadId}?draft=${draft.kind}` };
}

/** The trial became a lesson meanwhile, or is not there any more. */
function isAboutTrial(error: unknown): boolean {
  return refusalOf(error).code === 'forum.alreadyGrown' || 'grownFrom' in refusedFields(error);
}

/** A new lesson: the form, and before anything is public the page as readers will see it. */
export function Page() {
  const { data } = usePage(DraftPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const { locale } = useLocale();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toWords = useRefusal();
  const draft = useSavedDraft({ kind: 'lesson', name: `lesson ${data.draft.id}`, known: data.draft, isEmpty: isEmptyLesson });
  const [key] = useState(newKey);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const content = useMemo(() => withDefaults(draft.content, data, locale), [draft.content, data, locale]);
  const guard = useLessonGuard(content, draft.change);
  const back = `/drafts/${data.draft.id}`;
  const files = { kind: 'draft', id: data.draft.id } as const;
  const checking = search.get('step') === 'check' && missingIn(content).length === 0;

  function check() {
    const missing = missingIn(content);
    setProblems(missing.map(({ field, words: id, values }) => ({ field: fieldId(field), words: words(id, values) })));
    if (missing.length > 0) return;
    void draft.flush();
    void navigate(`${back}?step=check`);
  }
  async function publish() {
    setBusy(true);
    setRefused(undefined);
    if (!(await guard.check())) return setBusy(false);
    const written = lessonInput(content);
    try {
      const draftId = await draft.flush();
      const input = { key, draftId, voiceId: content.voiceId ?? null, grownFrom: content.grownFrom ?? null, spaceId: content.spaceId ?? null, ...written };
      const { data: answer } = await client.mutate({ mutation: PublishLessonDocument, variables: { input } });
      await draft.finish({ serverHasTaken: true, keepShown: true });
      void navigate(`/lessons/${answer!.publishLesson.id}/published`, { replace: true });
    } catch (error) {
      // The text stands by itself then, and the next press publishes it.
      if (content.grownFrom && isAboutTrial(error)) draft.change({ grownFrom: null });
      setRefused(toWords(error));
      setBusy(false);
      await showCaseData(guard, error, written);
    }
  }

  if (checking) {
    return (
      <FilesOf subject={files}>
        <CheckLesson content={content} guard={guard} choices={data} problem={refused} busy={busy} publishWords={words('forum.check.publish')} onPublish={() => void publish()} back={back} />
      </FilesOf>
    );
  }
  return (
    <div className={css.wide}>
      <div className={css.head}>
        <Link to="/drafts" className={css.back}>
          <BackIcon />
          <T id="forum.write.leave" />
        </Link>
        <h1>
          <T id="forum.write.pageTitle" />
        </h1>
      </div>
      {content.grownFrom && (
        <Banner>
          <T id="forum.grow.banner" />
        </Banner>
      )}
      <FilesOf subject={files}>
        <LessonForm draft={draft} content={content} guard={guard} choices={data} problems={problems} onCheck={check} />
      </FilesOf>
    </div>
  );
}

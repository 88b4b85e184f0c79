import { useApolloClient } from '@apollo/client/react';
import { FilesOf } from '@crosscity/files/web';
import type { DraftContent } from '@crosscity/forum/contract';
import { BackIcon, Banner, Link, T, pageQuery, refusalOf, useLocale, usePage, usePageMatch, useRefusal, useToast, useWords, wordsOf, type FieldProblem } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { lessonPath } from '../LessonCard/LessonCard';
import { showCaseData } from '../Drafts/show-refused';
import { CheckLesson } from './CheckLesson';
import { fieldId, isEmptyLesson, lessonInput, missingIn, withDefaults } from './lesson-form';
import { LessonForm } from './LessonForm';
import css from './LessonForm.module.css';
import { useLessonGuard } from './useLessonGuard';
import { EditLessonDocument, EditLessonPageDocument, type EditLessonPageQuery } from './Writing.generated';

export const query = pageQuery(EditLessonPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (intl: IntlShape, data: EditLessonPageQuery) => wordsOf(intl, 'forum.edit.title', { title: data.lessonSource.title });
export const robots = 'noindex';

/** Editing a published lesson in the same form. Readers see the old text until the new one is saved. */
export function Page() {
  const { data, refetch } = usePage(EditLessonPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const { locale } = useLocale();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const { id, version, ...source } = data.lessonSource;
  const known = data.drafts.find((draft) => draft.kind === 'lesson' && draft.threadId === id) ?? null;
  const draft = useSavedDraft({ kind: 'lesson', threadId: id, name: `edit ${id}`, known, start: source as DraftContent, isEmpty: isEmptyLesson });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [overtaken, setOvertaken] = useState(false);
  const [busy, setBusy] = useState(false);
  const content = withDefaults({ ...(source as DraftContent), ...draft.content }, data, locale);
  const guard = useLessonGuard(content, draft.change);
  const back = `/lessons/${id}/edit`;
  // Files of a published lesson change at once; readers see a new one when it is described.
  const files = { kind: 'lesson', id } as const;
  const checking = search.get('step') === 'check' && missingIn(content).length === 0;

  function check() {
    const missing = missingIn(content);
    setProblems(missing.map(({ field, words: key, values }) => ({ field: fieldId(field), words: words(key, values) })));
    if (missing.length > 0) return;
    void draft.flush();
    void navigate(`${back}?step=check`);
  }
  async function save() {
    setBusy(true);
    setRefused(undefined);
    if (!(await guard.check())) return setBusy(false);
    const written = { note: content.note?.trim() || null, ...lessonInput(content) };
    try {
      const draftId = await draft.flush();
      const input = { id, version, draftId, ...written };
      const { data: answer } = await client.mutate({ mutation: EditLessonDocument, variables: { input } });
      await draft.finish({ serverHasTaken: true, keepShown: true });
      toast({ words: words('forum.edit.saved') });
      void navigate(lessonPath(answer!.editLesson), { replace: true });
    } catch (error) {
      setBusy(false);
      setRefused(toWords(error));
      await showCaseData(guard, error, written);
      if (refusalOf(error).code !== 'forum.lessonChanged') return;
      // Somebody else saved in between: the new version is fetched, one's own text stays in the form.
      setOvertaken(true);
      await refetch();
    }
  }

  if (checking) {
    return (
      <FilesOf subject={files}>
        <CheckLesson
          content={content}
          guard={guard}
          choices={data}
          problem={refused}
          busy={busy}
          note={{ value: content.note ?? '', onChange: (note) => draft.change({ note }) }}
          publishWords={words('forum.edit.save')}
          onPublish={() => void save()}
          back={back}
        />
      </FilesOf>
    );
  }
  return (
    <div className={css.wide}>
      <div className={css.head}>
        <Link to={`/lessons/${id}`} className={css.back}>
          <BackIcon />
          <T id="forum.edit.leave" />
        </Link>
        <h1>
          <T id="forum.edit.title" values={{ title: <bdi>{source.title}</bdi> }} />
        </h1>
        {overtaken && (
          <Banner kind="warning" live>
            <T id="forum.edit.overtaken" />{' '}
            <Link to={`/lessons/${id}/history`}>
              <T id="forum.lesson.history" />
            </Link>
          </Banner>
        )}
      </div>
      <FilesOf subject={files}>
        <LessonForm draft={draft} content={content} guard={guard} choices={data} problems={problems} onCheck={check} />
      </FilesOf>
    </div>
  );
}

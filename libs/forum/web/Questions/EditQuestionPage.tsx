import { useApolloClient } from '@apollo/client/react';
import type { DraftContent } from '@crosscity/forum/contract';
import { BackIcon, Link, T, pageQuery, refusalOf, usePage, useRefusal, useToast, useWords, wordsOf, type FieldProblem } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { showCaseData } from '../Drafts/show-refused';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { fieldId, isEmptyQuestion, missingIn, questionInput } from './question-form';
import { questionPath } from './QuestionCard';
import { QuestionForm } from './QuestionForm';
import { EditQuestionDocument, EditQuestionPageDocument, type EditQuestionPageQuery } from './Questions.generated';
import css from './Questions.module.css';
import { useQuestionGuard } from './useQuestionGuard';

export const query = pageQuery(EditQuestionPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (intl: IntlShape, data: EditQuestionPageQuery) => wordsOf(intl, 'forum.question.editTitle', { title: data.questionSource.title });
export const robots = 'noindex';

/** Editing a question in the same form. Readers see the old text until the new one is saved. */
export function Page() {
  const { data, refetch } = usePage(EditQuestionPageDocument);
  const words = useWords();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const { id, version, title: saved, text, themes, audience, language } = data.questionSource;
  const source: DraftContent = { title: saved, text, themes, audience, language };
  const known = data.drafts.find((draft) => draft.kind === 'question' && draft.threadId === id) ?? null;
  const draft = useSavedDraft({ kind: 'question', threadId: id, name: `edit ${id}`, known, start: source, isEmpty: isEmptyQuestion });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const content: DraftContent = { ...source, ...draft.content };
  const guard = useQuestionGuard(content, draft.change);

  async function save() {
    const missing = missingIn(content);
    setProblems(missing.map(({ field, words: key, values }) => ({ field: fieldId(field), words: words(key, values) })));
    if (missing.length > 0) return;
    setBusy(true);
    setRefused(undefined);
    if (!(await guard.check())) return setBusy(false);
    const written = questionInput(content);
    try {
      const draftId = await draft.flush();
      const { data: answer } = await client.mutate({ mutation: EditQuestionDocument, variables: { input: { id, version, draftId, ...written } } });
      await draft.finish({ serverHasTaken: true, keepShown: true });
      toast({ words: words('forum.question.saved') });
      void navigate(questionPath(answer!.editQuestion), { replace: true });
    } catch (error) {
      setBusy(false);
      setRefused(toWords(error));
      await showCaseData(guard, error, written);
      if (refusalOf(error).code === 'forum.questionChanged') await refetch();
    }
  }

  return (
    <div className={css.page}>
      <Link to={`/questions/${id}`} className={css.back}>
        <BackIcon />
        <T id="forum.question.leave" />
      </Link>
      <h1>
        <T id="forum.question.editTitle" values={{ title: <bdi>{saved}</bdi> }} />
      </h1>
      <QuestionForm draft={draft} content={content} guard={guard} choices={data} problems={problems} refused={refused} busy={busy} sendWords={words('forum.question.save')} editing={id} onSend={() => void save()} />
    </div>
  );
}

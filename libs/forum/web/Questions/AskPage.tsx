import { useApolloClient } from '@apollo/client/react';
import type { DraftContent } from '@crosscity/forum/contract';
import { Banner, T, newKey, pageQuery, useLocale, usePage, usePageMatch, useRefusal, useToast, useWords, wordsOf, type FieldProblem } from '@crosscity/platform/web';
import { useRef, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { DraftList } from '../Drafts/DraftList';
import { showCaseData } from '../Drafts/show-refused';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { fieldId, isEmptyQuestion, missingIn, questionInput } from './question-form';
import { questionPath } from './QuestionCard';
import { QuestionForm } from './QuestionForm';
import { AskPageDocument, AskQuestionDocument, WithdrawQuestionDocument } from './Questions.generated';
import css from './Questions.module.css';
import { useQuestionGuard } from './useQuestionGuard';

export const query = pageQuery(AskPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.question.ask');
export const robots = 'noindex';

/** Asking the network or one city. `?city=oslo` and `?title=…` begin it, `?draft=<id>` goes on with one. */
export function Page() {
  const { search } = usePageMatch();
  return <Asking key={search.get('draft') ?? ''} />;
}

function Asking() {
  const { data } = usePage(AskPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const { locale } = useLocale();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const known = data.drafts.find(({ id, kind }) => kind === 'question' && id === search.get('draft')) ?? null;
  const asked = data.cities.items.find(({ slug }) => slug === search.get('city'))?.id;
  const start: DraftContent = { title: search.get('title')?.slice(0, 160) ?? '', cityId: asked ?? null };
  const draft = useSavedDraft({ kind: 'question', name: known ? `question ${known.id}` : 'question', known, start, isEmpty: isEmptyQuestion });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  // One key per text: "try again" can't ask it twice.
  const sent = useRef({ text: '', key: '' });
  const content: DraftContent = { ...draft.content, voiceId: draft.content.voiceId ?? data.writer.voices[0]?.id ?? null, language: draft.content.language ?? locale, audience: draft.content.audience ?? 'members' };
  const guard = useQuestionGuard(content, draft.change);
  const others = data.drafts.filter(({ id, kind, threadId, content: other }) => kind === 'question' && !threadId && id !== known?.id && other.title !== content.title);

  async function send() {
    const missing = missingIn(content);
    setProblems(missing.map(({ field, words: key, values }) => ({ field: fieldId(field), words: words(key, values) })));
    if (missing.length > 0) return;
    setBusy(true);
    setRefused(undefined);
    if (!(await guard.check())) return setBusy(false);
    const written = questionInput(content);
    try {
      const draftId = await draft.flush();
      const input = { ...written, askedCityId: content.cityId ?? null, voiceId: content.voiceId ?? null, draftId };
      const text = JSON.stringify(input);
      if (sent.current.text !== text) sent.current = { text, key: newKey() };
      const { data: answer } = await client.mutate({ mutation: AskQuestionDocument, variables: { input: { ...input, key: sent.current.key } } });
      await draft.finish({ serverHasTaken: true, keepShown: true });
      const question = answer!.askQuestion;
      const takeBack = () => client.mutate({ mutation: WithdrawQuestionDocument, variables: { input: { id: question.id } } }).then(() => navigate('/questions'), (error: unknown) => toast({ words: toWords(error) }));
      toast({ words: words('forum.question.asked'), undo: takeBack });
      void navigate(questionPath(question), { replace: true });
    } catch (error) {
      setBusy(false);
      setRefused(toWords(error));
      await showCaseData(guard, error, written);
    }
  }

  return (
    <div className={css.page}>
      <h1>
        <T id="forum.question.ask" />
      </h1>
      <Banner>
        <T id="forum.question.form.before" />
      </Banner>
      <QuestionForm draft={draft} content={content} guard={guard} choices={data} problems={problems} refused={refused} busy={busy} sendWords={words('forum.question.form.send')} onSend={() => void send()} />
      {others.length > 0 && (
        <section className={css.results} aria-labelledby="continue-title">
          <h2 id="continue-title">
            <T id="forum.question.form.others" />
          </h2>
          <DraftList drafts={others.slice(0, 3)} />
        </section>
      )}
    </div>
  );
}

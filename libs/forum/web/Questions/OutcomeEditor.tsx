import { useApolloClient } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, T, TextArea, refusalOf, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, useState } from 'react';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { SaveLine } from '../Drafts/SaveLine';
import { showCaseData } from '../Drafts/show-refused';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { QuestionPulseDocument, TellOutcomeDocument, type QuestionHeadFragment } from './Questions.generated';
import css from './Questions.module.css';

const isEmpty = (content: { text?: string | null }) => !content.text?.trim();

/** What came of a question, as Markdown. Unfinished it is kept; where somebody wrote one meanwhile, both are shown. */
export function OutcomeEditor({ question, onClose }: { question: QuestionHeadFragment; onClose: () => void }) {
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const form = useRef<HTMLFormElement>(null);
  const draft = useSavedDraft({ kind: 'outcome', threadId: question.id, name: `outcome ${question.id}`, start: { text: question.outcome?.source ?? '' }, isEmpty });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const text = draft.content.text ?? '';
  const { begin, change } = draft;
  const guard = useCaseData([{ name: 'text', text, id: 'outcome-text', change: (changed) => change({ text: changed }) }], null);
  useEffect(() => {
    begin();
    form.current?.querySelector('textarea')?.focus();
  }, [begin]);

  async function save() {
    if (text.length > forumLimits.outcome) return setProblem(words('forum.question.tooLong', { count: text.length - forumLimits.outcome }));
    setBusy(true);
    setProblem(undefined);
    if (!(await guard.check())) return setBusy(false);
    try {
      const draftId = await draft.flush();
      await client.mutate({ mutation: TellOutcomeDocument, variables: { input: { id: question.id, text, version: question.outcomeVersion, draftId } } });
      await draft.finish({ serverHasTaken: true });
      toast({ words: words(text.trim() ? 'forum.question.outcomeSaved' : 'forum.question.outcomeRemoved') });
      onClose();
    } catch (error) {
      setProblem(toWords(error));
      await showCaseData(guard, error, { text });
      // The other text comes in above, so that "save" means that one has seen it.
      if (refusalOf(error).code === 'forum.questionChanged') await client.query({ query: QuestionPulseDocument, variables: { id: question.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      ref={form}
      className={css.form}
      aria-labelledby="outcome-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      {draft.conflict && <ConflictBanner conflict={draft.conflict} mine={draft.content} onChoose={draft.resolve} show={['text']} />}
      <TextArea
        id="outcome-text"
        label={words('forum.question.outcomeLabel')}
        hint={words('forum.question.outcomeHint')}
        value={text}
        error={problem}
        limit={forumLimits.outcome}
        rows={5}
        saveState={<SaveLine state={draft.state} />}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="text" />
      <div className={css.buttons}>
        <Button type="submit" kind="primary" state={busy ? 'busy' : undefined}>
          <T id="forum.question.outcomeSave" />
        </Button>
        <Button kind="quiet" onClick={onClose}>
          <T id="forum.cancel" />
        </Button>
      </div>
    </form>
  );
}

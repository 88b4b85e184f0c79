import { useApolloClient, useQuery } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { ADAPTATIONS, TRIAL_RESULTS, forumLimits, type Adaptation, type DraftContent, type TrialResult } from '@crosscity/forum/contract';
import { Banner, Button, ErrorSummary, RadioGroup, Select, T, TextArea, newKey, refusalOf, useRefusal, useToast, useWords, type FieldProblem } from '@crosscity/platform/web';
import { useEffect, useRef, useState } from 'react';
import { SaveLine } from '../Drafts/SaveLine';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { showCaseData } from '../Drafts/show-refused';
import { LessonChainDocument } from '../Chain/Chain.generated';
import { RecordTrialDocument, TrialChoicesDocument, TrialsAgainDocument } from './LessonTrials.generated';
import css from './Trials.module.css';

const isEmpty = ({ result, adaptation, change, advice, text }: DraftContent) => !result && !adaptation && !change && !advice && !text;

/** "We tried this": where, same or changed, how it went, one sentence for the next city. Kept like every other text. */
export function TrialForm({ lesson, onClose }: { lesson: { id: string }; onClose: () => void }) {
  const words = useWords();
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const { data } = useQuery(TrialChoicesDocument);
  const draft = useSavedDraft({ kind: 'trial', threadId: lesson.id, name: `trial ${lesson.id}`, isEmpty });
  const [key] = useState(newKey);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [state, setState] = useState<'busy'>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus({ preventScroll: true });
    // Braces: newer browsers answer with a promise, which is no clean-up.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { content, change, begin } = draft;
  useEffect(begin, [begin]);
  const cityId = content.cityId ?? data?.writer.city?.id ?? '';
  const guard = useCaseData(
    [
      { name: 'change', text: content.adaptation === 'changed' ? content.change : null, id: 'trial-change', change: (text) => change({ change: text }) },
      { name: 'advice', text: content.advice, id: 'trial-advice', change: (text) => change({ advice: text }) },
      { name: 'text', text: content.text, id: 'trial-text', change: (text) => change({ text }) },
    ],
    null,
  );
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words;

  async function submit() {
    const found: FieldProblem[] = [];
    if (!cityId) found.push({ field: 'trial-city', words: words('forum.trial.needCity') });
    if (!content.adaptation) found.push({ field: 'trial-adaptation', words: words('forum.trial.needAdaptation') });
    if (!content.result) found.push({ field: 'trial-result', words: words('forum.trial.needResult') });
    if (!content.advice?.trim()) found.push({ field: 'trial-advice', words: words('forum.trial.needAdvice') });
    setProblems(found);
    if (found.length > 0) return;
    setState('busy');
    if (!(await guard.check())) return setState(undefined);
    const written = { change: content.adaptation === 'changed' ? content.change?.trim() || null : null, advice: content.advice!.trim(), text: content.text?.trim() || null };
    try {
      const draftId = await draft.flush();
      const input = { key, threadId: lesson.id, cityId, adaptation: content.adaptation!, result: content.result!, ...written, draftId };
      await client.mutate({ mutation: RecordTrialDocument, variables: { input } });
      await draft.finish({ serverHasTaken: true });
      await Promise.all([
        client.query({ query: TrialsAgainDocument, variables: { id: lesson.id }, fetchPolicy: 'network-only' }),
        client.query({ query: LessonChainDocument, variables: { id: lesson.id }, fetchPolicy: 'network-only' }),
      ]);
      toast({ words: words('forum.trial.done') });
      onClose();
      document.getElementById('tried-title')?.focus();
    } catch (error) {
      const { code } = refusalOf(error);
      setProblems([{ words: code === 'platform.invalid' ? words('forum.trial.invalid') : toWords(error) }]);
      await showCaseData(guard, error, written);
    } finally {
      setState(undefined);
    }
  }

  return (
    <form
      ref={form}
      className={css.form}
      aria-labelledby="trial-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!state) void submit();
      }}
    >
      <h3 id="trial-title">
        <T id="forum.trials.weTried" />
      </h3>
      <ErrorSummary problems={problems} />
      <Banner>
        <T id="forum.trial.noNames" />
      </Banner>
      <Select
        id="trial-city"
        label={words('forum.trial.city')}
        value={cityId}
        error={problemOf('trial-city')}
        empty={words('forum.trial.chooseCity')}
        options={(data?.cities.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => change({ cityId: event.currentTarget.value || null })}
      />
      <RadioGroup
        id="trial-adaptation"
        name="adaptation"
        label={words('forum.trial.adaptation')}
        value={content.adaptation}
        error={problemOf('trial-adaptation')}
        choices={ADAPTATIONS.map((value) => ({ value, label: words(`forum.trial.adaptation.${value}`) }))}
        onChange={(value) => change({ adaptation: value as Adaptation })}
      />
      {content.adaptation === 'changed' && (
        <>
          <TextArea
            id="trial-change"
            label={words('forum.trial.change')}
            value={content.change ?? ''}
            limit={forumLimits.change}
            rows={2}
            onChange={(event) => change({ change: event.currentTarget.value })}
          />
          <CaseDataCheck guard={guard} field="change" />
        </>
      )}
      <RadioGroup
        id="trial-result"
        name="result"
        label={words('forum.trial.result')}
        hint={words('forum.trial.resultHint')}
        value={content.result}
        error={problemOf('trial-result')}
        choices={TRIAL_RESULTS.map((value) => ({ value, label: words(`forum.result.${value}`) }))}
        onChange={(value) => change({ result: value as TrialResult })}
      />
      <TextArea
        id="trial-advice"
        label={words(content.result === 'harmed' ? 'forum.trial.warning' : 'forum.trial.advice')}
        hint={words(content.result === 'harmed' ? 'forum.trial.warningHint' : 'forum.trial.adviceHint')}
        value={content.advice ?? ''}
        error={problemOf('trial-advice')}
        limit={forumLimits.advice}
        rows={2}
        onChange={(event) => change({ advice: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="advice" />
      <TextArea
        id="trial-text"
        label={words('forum.trial.text')}
        optional
        value={content.text ?? ''}
        limit={forumLimits.reply}
        rows={3}
        saveState={<SaveLine state={draft.state} />}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="text" />
      <div className={css.buttons}>
        <Button type="submit" kind="primary" state={state}>
          <T id="forum.trial.send" />
        </Button>
        <Button kind="quiet" onClick={onClose}>
          <T id="forum.trial.later" />
        </Button>
      </div>
    </form>
  );
}

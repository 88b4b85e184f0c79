import { type DecisionAction, RULES, type Rule, moderationLimits } from '@crosscity/moderation/contract';
import { Button, ErrorSummary, RadioGroup, SaveState, T, TextArea, newKey, useDeviceDraft, useLocale, useShortcuts, useWords, type FieldProblem } from '@crosscity/platform/web';
import { useEffect, useRef, useState } from 'react';
import type { CaseFileFragment } from './CaseFile.generated';
import type { CaseActs } from './useCaseActs';
import css from './DecisionForm.module.css';

/** In the order of the keys 1 to 4. */
const OPEN_CHOICES: DecisionAction[] = ['none', 'askToEdit', 'hide', 'warn'];

interface Draft {
  action: DecisionAction | null;
  rule: Rule | null;
  words: string;
}

/** One press for "nothing to do"; everything else needs a rule and words, kept on the device until they are sent. */
export function DecisionForm({ file, acts }: { file: CaseFileFragment; acts: CaseActs }) {
  const say = useWords();
  const { locale } = useLocale();
  const draft = useDeviceDraft<Draft>(`decision:${file.id}`);
  const [{ action, rule, words }, setDecision] = useState<Draft>({ action: null, rule: null, words: '' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [key, setKey] = useState(newKey);
  const form = useRef<HTMLFormElement>(null);
  const isHidden = file.content?.status === 'hidden';
  const choices: DecisionAction[] = file.status === 'decided' ? (isHidden ? ['restore'] : []) : OPEN_CHOICES.map((choice) => (choice === 'hide' && isHidden ? 'restore' : choice));

  useEffect(() => {
    if (draft.found && draft.state.kind === 'untouched') setDecision(draft.found.content);
  }, [draft.found, draft.state.kind]);

  const template = (forAction: DecisionAction, forRule: Rule) => [say(`moderation.template.rule.${forRule}`), say(`moderation.template.action.${forAction}`)].join(' ');
  const change = (changed: Partial<Draft>) => {
    const next = { action, rule, words, ...changed };
    // The prepared words follow the choice until somebody writes their own.
    const isPrepared = !words.trim() || (action !== null && rule !== null && action !== 'none' && words === template(action, rule));
    if (changed.words === undefined && isPrepared && next.action && next.action !== 'none' && next.rule) next.words = template(next.action, next.rule);
    setDecision(next);
    draft.keep(next);
  };

  const send = async (decision: { action: DecisionAction; rule?: Rule | null; words?: string }) => {
    const done = await acts.decide({ key, language: locale, ...decision });
    // The same press again is the same decision; a changed one is another.
    setKey(newKey());
    if (done) await draft.forget();
  };
  const choose = (index: number) => {
    const chosen = choices[index];
    if (!chosen || acts.busy) return;
    if (chosen === 'none') return void send({ action: 'none' });
    change({ action: chosen, rule: rule ?? mostNamed(file) });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('#decision-rule')?.focus());
  };
  useShortcuts({ Digit1: () => choose(0), Digit2: () => choose(1), Digit3: () => choose(2), Digit4: () => choose(3) });

  const submit = () => {
    const found: FieldProblem[] = [
      ...(rule ? [] : [{ field: 'decision-rule', words: say('moderation.rule.missing') }]),
      ...(words.trim() ? [] : [{ field: 'decision-words', words: say('moderation.words.missing') }]),
      ...(words.length > moderationLimits.words ? [{ field: 'decision-words', words: say('moderation.tooLong') }] : []),
    ];
    setProblems(found);
    if (found.length === 0 && action) void send({ action, rule, words });
  };
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words;
  if (choices.length === 0) return null;

  return (
    <form
      ref={form}
      className={css.form}
      noValidate
      aria-labelledby="case-decide"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="case-decide">
        <T id="moderation.decide" />
      </h2>
      <div className={css.choices}>
        {choices.map((choice, index) => (
          <Button
            key={choice}
            kind={choice === action ? 'primary' : 'secondary'}
            aria-pressed={choice === 'none' ? undefined : choice === action}
            aria-keyshortcuts={String(index + 1)}
            state={choice === 'none' && acts.busy === 'decide' && action === null ? 'busy' : undefined}
            onClick={() => choose(index)}
          >
            <kbd className={css.key} aria-hidden="true">
              {index + 1}
            </kbd>{' '}
            <T id={`moderation.action.${choice}`} />
          </Button>
        ))}
      </div>
      {action && action !== 'none' && choices.includes(action) && (
        <>
          <ErrorSummary problems={problems} />
          <p>
            <T id={`moderation.action.${action}.hint`} />
          </p>
          <RadioGroup
            id="decision-rule"
            name="rule"
            label={say('moderation.rule')}
            hint={say('moderation.rule.hint')}
            value={rule}
            onChange={(value) => change({ rule: value as Rule })}
            error={problemOf('decision-rule')}
            choices={RULES.map((value) => ({ value, label: say(`moderation.rule.${value}`) }))}
          />
          <TextArea
            id="decision-words"
            label={say('moderation.words')}
            hint={say('moderation.words.hint')}
            value={words}
            limit={moderationLimits.words}
            error={problemOf('decision-words')}
            onChange={(event) => change({ words: event.currentTarget.value })}
            saveState={<SaveState device={draft.state} />}
          />
          <div>
            <Button type="submit" kind={action === 'hide' ? 'danger' : 'primary'} state={acts.busy === 'decide' ? 'busy' : undefined}>
              <T id={`moderation.action.${action}.send`} />
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

/** The rule that most reports name, as a first guess. */
function mostNamed({ reports }: CaseFileFragment): Rule | null {
  const timesNamed = (rule: Rule) => reports.filter(({ reason }) => reason === rule).length;
  return RULES.reduce<Rule | null>((most, rule) => (timesNamed(rule) > (most ? timesNamed(most) : 0) ? rule : most), null);
}

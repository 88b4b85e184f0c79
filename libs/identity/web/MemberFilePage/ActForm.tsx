import { CARE_REASONS, type CareReason } from '@crosscity/identity/contract';
import { Button, Disclosure, ErrorSummary, Select, T, refusalOf, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState, type FormEvent, type ReactNode } from 'react';
import { type Problems, useProblems } from '../form/useProblems';
import type { MemberFilePartsFragment } from './MemberFilePage.generated';
import css from './MemberFilePage.module.css';

/** What every act names. */
export interface ActTerms {
  memberId: string;
  version: number;
  reason: CareReason;
}

export type ActFields = 'careReason' | 'careWords';

interface ActFormProps {
  /** Names the form, its fields and its words: `identity.act.<name>`, `.lead`, `.send`. */
  name: string;
  file: MemberFilePartsFragment;
  kind?: 'primary' | 'danger';
  /** Other fields that are wrong; asked when it is sent. */
  wrong?: () => ActFields[];
  children?: ReactNode | ((problems: Problems<ActFields>) => ReactNode);
  run: (terms: ActTerms) => Promise<MemberFilePartsFragment>;
  /** The inverse, offered for a few seconds. */
  undo?: (terms: ActTerms) => Promise<unknown>;
  /** Somebody else changed the account first. */
  onConflict: () => Promise<unknown>;
}

/** One act on an account: its fields, why, and a button. After a conflict the page shows what is true now, and says so above the forms. */
export function ActForm({ name, file, kind = 'primary', wrong, children, run, undo, onConflict }: ActFormProps) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const form = `act-${name}`;
  const problems = useProblems<ActFields>(form, ['careReason', 'careWords']);
  const [reason, setReason] = useState<CareReason | ''>('');
  const [busy, setBusy] = useState(false);

  const act = async (perform: () => Promise<MemberFilePartsFragment>) => {
    setBusy(true);
    try {
      return await perform();
    } catch (error) {
      if (refusalOf(error).code === 'platform.conflict') await onConflict();
      else problems.refused(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !problems.check([...(reason ? [] : ['careReason' as const]), ...(wrong?.() ?? [])])) return;
    const changed = await act(() => run({ memberId: file.id, version: file.version, reason: reason as CareReason }));
    if (!changed) return;
    setReason('');
    if (changed.version === file.version) return toast({ words: <T id="identity.act.unchanged" /> });
    const { version } = changed;
    const takeBack = undo && (() => undo({ memberId: file.id, version, reason: 'correction' }).catch((error: unknown) => toast({ words: toWords(error) })));
    toast({ words: <T id={`identity.act.${name}.done`} values={{ name: <bdi>{file.name}</bdi> }} />, undo: takeBack });
  };

  return (
    <Disclosure summary={<T id={`identity.act.${name}`} />}>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className={css.muted}>
          <T id={`identity.act.${name}.lead`} />
        </p>
        <ErrorSummary problems={problems.list} />
        {typeof children === 'function' ? children(problems) : children}
        <Select id={`${form}-careReason`} label={<T id="identity.reason" />} hint={<T id="identity.reason.hint" />} empty={words('identity.reason.choose')} error={problems.of('careReason')} options={CARE_REASONS.map((value) => ({ value, label: words(`identity.reason.${value}`) }))} value={reason} onChange={(event) => setReason(event.currentTarget.value as CareReason | '')} required />
        <div>
          <Button type="submit" kind={kind} state={busy ? 'busy' : undefined}>
            <T id={`identity.act.${name}.send`} />
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

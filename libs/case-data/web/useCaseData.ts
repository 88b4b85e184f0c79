import type { CaseDataFinding, CaseDataKind } from '@crosscity/case-data/contract';
import { loadWords, useLocale } from '@crosscity/platform/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { carryOver } from './carry-over';
import { caseDataWords } from './words';

/** A field whose text others will read. */
export interface GuardedField {
  name: string;
  text: string | null | undefined;
  change(text: string): void;
  /** The element id of its control: "Edit" goes there. */
  id?: string;
  /** How a list of several fields calls it. */
  label?: string;
}

export interface OpenFinding extends CaseDataFinding {
  field: string;
  /** The words in question. */
  excerpt: string;
}

interface Act {
  field: string;
  excerpt: string;
  /** Null: it was kept. */
  replacement: string | null;
  from: number;
}

export interface CaseDataGuard {
  fields: readonly GuardedField[];
  /** What is to be decided, in the order of the fields. */
  open: readonly OpenFinding[];
  /** The check could not run: nothing may be sent before it did. */
  failed: boolean;
  /** Rises when sending was stopped: the first list takes the focus. */
  stopped: number;
  /** Checks what stands there now. True: nothing is left to decide, it may be sent. */
  check(): Promise<boolean>;
  /** Shows what the server refused of what it was sent: places, in the fields as they were sent. */
  show(places: readonly { field: string; kind: string; from: number; to: number }[], sent: object): Promise<void>;
  replace(finding: OpenFinding): void;
  keep(finding: OpenFinding): void;
  /** The last decision about a field, while it can be taken back. */
  lastAct(field: string): Act | undefined;
  undo(field: string): void;
  /** A field and what to select in it, until its control took it. */
  editing: { field: string; from: number; to: number } | null;
  edit(finding: OpenFinding | null): void;
}

const PAUSE = 800;

interface Checked {
  text: string;
  language: string | null;
  findings: CaseDataFinding[];
}

const keyOf = (kind: string, excerpt: string) => `${kind} ${excerpt}`;

/**
 * Watches the texts of a form for case data: while one types, after each pause, and before anything is sent. All on the device; the
 * rules are fetched when there is something to check. `language`: that of the neutral words; null finds out from the text.
 */
export function useCaseData(fields: readonly GuardedField[], language: string | null | undefined): CaseDataGuard {
  const { locale } = useLocale();
  const [checked, setChecked] = useState<Record<string, Checked>>({});
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [acts, setActs] = useState<readonly Act[]>([]);
  const [failed, setFailed] = useState(false);
  const [stopped, setStopped] = useState(0);
  const [editing, setEditing] = useState<CaseDataGuard['editing']>(null);
  const now = useRef({ fields, language, locale, checked, kept });
  useEffect(() => {
    now.current = { fields, language, locale, checked, kept };
  });

  const run = useCallback(async (): Promise<OpenFinding[] | null> => {
    const { fields: asked, language: known, locale: spoken, checked: before } = now.current;
    const texts = asked.map(({ name, text }) => ({ name, text: text ?? '' }));
    try {
      const tongue = known ?? null;
      const changed = texts.filter(({ name, text }) => before[name]?.text !== text || before[name].language !== tongue);
      const found = changed.length > 0 ? await (await import('./checker')).checkTexts({ texts: changed.map(({ text }) => text), language: tongue, otherwise: spoken }) : [];
      const next = { ...now.current.checked, ...Object.fromEntries(changed.map(({ name, text }, index) => [name, { text, language: tongue, findings: found[index]! }])) };
      const left = openOf(texts, next, now.current.kept);
      if (left.length > 0) await loadWords(spoken, [caseDataWords]);
      now.current.checked = next;
      setChecked(next);
      setFailed(false);
      return left;
    } catch {
      // Its words may not have come either; where they have, the page says it. Nothing is sent unchecked.
      await loadWords(spoken, [caseDataWords]).catch(() => {});
      setFailed(true);
      return null;
    }
  }, []);

  const written = writtenIn(fields);
  useEffect(() => {
    if (!/[^\s\0]/u.test(written)) return undefined;
    const timer = setTimeout(() => void run(), PAUSE);
    return () => clearTimeout(timer);
  }, [written, language, run]);

  const texts = fields.map(({ name, text }) => ({ name, text: text ?? '' }));
  const open = openOf(texts, checked, kept);

  const check = useCallback(async () => {
    const asked = writtenIn(now.current.fields);
    const left = await run();
    // Typed on meanwhile: what was checked is not what stands there, nor what one meant to send.
    if (asked !== writtenIn(now.current.fields)) return false;
    if (left?.length === 0) return true;
    setStopped((times) => times + 1);
    return false;
  }, [run]);
  async function show(places: Parameters<CaseDataGuard['show']>[0], sent: object) {
    const { replacementFor } = await import('@crosscity/case-data/contract');
    await loadWords(locale, [caseDataWords]);
    setChecked((all) => {
      const next = { ...all };
      for (const { name, text } of now.current.fields) {
        const was = String((sent as Record<string, unknown>)[name] ?? '');
        const told = places.filter(({ field }) => field === name).map(({ kind, from, to }) => ({ kind: kind as CaseDataKind, from, to, certainty: 'certain' as const, replacement: replacementFor(kind as CaseDataKind, language) }));
        if (told.length > 0) next[name] = { text: text ?? '', language: language ?? null, findings: carryOver(told, was, text ?? '') };
      }
      now.current.checked = next;
      return next;
    });
    setStopped((times) => times + 1);
  }
  const textOf = (name: string) => now.current.fields.find((field) => field.name === name)?.text ?? '';
  const put = (name: string, text: string) => now.current.fields.find((field) => field.name === name)?.change(text);

  return {
    fields, open, failed, stopped, check, show, editing,
    replace({ field, from, to, excerpt, replacement }) {
      const text = textOf(field);
      // Typed over since: the next check says what stands there now.
      if (text.slice(from, to) !== excerpt) return void run();
      put(field, text.slice(0, from) + replacement + text.slice(to));
      setActs((all) => [...all, { field, excerpt, replacement, from }]);
    },
    keep({ field, kind, excerpt, from }) {
      setKept((all) => new Set(all).add(keyOf(kind, excerpt)));
      setActs((all) => [...all, { field, excerpt: keyOf(kind, excerpt), replacement: null, from }]);
    },
    lastAct: (field) => acts.findLast((act) => act.field === field && canUndo(act, texts.find(({ name }) => name === field)?.text ?? '')),
    undo(field) {
      const text = textOf(field);
      const act = acts.findLast((one) => one.field === field && canUndo(one, text));
      if (!act) return;
      setActs((all) => all.filter((one) => one !== act));
      if (act.replacement === null) setKept((all) => new Set([...all].filter((key) => key !== act.excerpt)));
      else put(field, text.slice(0, act.from) + act.excerpt + text.slice(act.from + act.replacement.length));
    },
    edit: (finding) => setEditing(finding && { field: finding.field, from: finding.from, to: finding.to }),
  };
}

const writtenIn = (fields: readonly GuardedField[]) => fields.map(({ text }) => text ?? '').join('\u0000');
const canUndo = ({ replacement, from }: Act, text: string) => replacement === null || text.startsWith(replacement, from);

function openOf(texts: { name: string; text: string }[], checked: Record<string, Checked>, kept: ReadonlySet<string>): OpenFinding[] {
  return texts.flatMap(({ name, text }) => {
    const last = checked[name];
    if (!last) return [];
    return carryOver(last.findings, last.text, text)
      .map((one) => ({ ...one, field: name, excerpt: text.slice(one.from, one.to) }))
      .filter(({ kind, certainty, excerpt }) => certainty === 'certain' || !kept.has(keyOf(kind, excerpt)));
  });
}

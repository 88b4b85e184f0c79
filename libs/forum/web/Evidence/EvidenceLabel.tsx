import type { EvidenceLevel } from '@crosscity/forum/contract';
import { HelpIcon, T, Tag, later, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import css from './Evidence.module.css';

const EvidenceHelp = later(() => import('./EvidenceHelp').then(({ EvidenceHelp: help }) => help));

/** How sure one can be of a lesson: as many filled steps as the word says, so that it can be seen without colour. */
export function EvidenceLabel({ evidence }: { evidence: EvidenceLevel }) {
  return (
    <Tag icon={<Steps evidence={evidence} />}>
      <T id={`forum.evidence.${evidence}`} />
    </Tag>
  );
}

const levels: EvidenceLevel[] = ['one', 'repeated', 'reviewed', 'evaluated'];

function Steps({ evidence }: { evidence: EvidenceLevel }) {
  const reached = levels.indexOf(evidence);
  return (
    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true" className={css.steps}>
      {levels.map((level, index) => (
        <rect key={level} x={index * 4 + 0.5} y={9 - index * 2.6} width="3" height={2.5 + index * 2.6} data-reached={index <= reached || undefined} />
      ))}
    </svg>
  );
}

/** The label as a button that tells what it means and how it came about. */
export function EvidenceWithHelp({ evidence }: { evidence: EvidenceLevel }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.open} aria-haspopup="dialog" aria-label={words('forum.evidence.ask', { level: words(`forum.evidence.${evidence}`) })} onPointerEnter={EvidenceHelp.fetch} onFocus={EvidenceHelp.fetch} onClick={() => setOpen(true)}>
        <EvidenceLabel evidence={evidence} />
        <HelpIcon size={16} />
      </button>
      {open && <EvidenceHelp evidence={evidence} onClose={() => setOpen(false)} />}
    </>
  );
}

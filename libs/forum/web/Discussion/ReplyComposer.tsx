import { Button, PartFailed, ReplyIcon, T, later } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import type { ForumVoiceFragment } from '../words/ForumVoice.generated';
import css from './ReplyComposer.module.css';
import type { DiscussedLesson } from './useThread';

/** Which reply is answered; nothing when one replies to the lesson. */
export interface Answering {
  parentId: string;
  voice: ForumVoiceFragment;
}

interface ComposerProps {
  lesson: DiscussedLesson;
  answering: Answering | null;
  onAnswering: (answering: Answering | null) => void;
  onSending: (sending: boolean) => void;
  onPosted: (id: string) => Promise<void>;
  /** The address came from the list of drafts. */
  startOpen: boolean;
}

const ReplyWriter = later(() => import('./ReplyWriter').then(({ ReplyWriter: writer }) => writer));

/** The button that opens the form. Reading comes first: what one writes with is fetched behind it, and brings back what was kept. */
export function ReplyComposer({ startOpen, ...rest }: ComposerProps) {
  const [open, setOpen] = useState(false);
  const [behind, setBehind] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (startOpen) setOpen(true);
    const soon = setTimeout(() => setBehind(true), 300);
    return () => clearTimeout(soon);
  }, [startOpen]);
  const [quote, setQuote] = useState<string | null>(null);
  useEffect(() => {
    const hear = (event: Event) => {
      setQuote((event as CustomEvent<string>).detail);
      setOpen(true);
    };
    window.addEventListener('crosscity:quote', hear);
    return () => window.removeEventListener('crosscity:quote', hear);
  }, []);
  const wanted = open || rest.answering !== null;
  return (
    <>
      {!shown && (
        <div className={css.bar}>
          <Button wide icon={<ReplyIcon />} aria-busy={wanted || undefined} onPointerEnter={ReplyWriter.fetch} onFocus={ReplyWriter.fetch} onClick={() => setOpen(true)}>
            <T id="forum.reply.write" />
          </Button>
        </div>
      )}
      {(wanted || behind) && (
        <ReplyWriter {...rest} quote={quote} onQuoted={() => setQuote(null)} open={open} onOpen={setOpen} onShown={setShown} inCaseOfFailure={(why, again) => wanted && <PartFailed words={why} onRetry={again} />} />
      )}
    </>
  );
}

import { useApolloClient } from '@apollo/client/react';
import { Button, T, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Became } from '../Trials/Became';
import type { TrialPartsFragment } from '../Trials/LessonTrials.generated';
import css from './Chain.module.css';
import { draftOf } from './growing';
import { useChain } from './useChain';

/** What came of a trial: the lesson that it became, or, for whoever told of it, the way to one. */
export function TrialLinks({ trial, lessonId }: { trial: TrialPartsFragment; lessonId: string }) {
  const { chain } = useChain(lessonId);
  const grown = chain?.lessons.find(({ grownFrom }) => grownFrom === trial.id);
  if (grown) return <Became lesson={grown} />;
  if (!chain?.mayGrow.includes(trial.id)) return null;
  return <Grow trial={trial} lessonId={lessonId} />;
}

/** One press: a draft of a lesson with what is known already, and the form open on it. */
function Grow({ trial, lessonId }: { trial: TrialPartsFragment; lessonId: string }) {
  const words = useWords();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState(false);
  async function grow() {
    setBusy(true);
    try {
      void navigate(`/drafts/${await draftOf(client, lessonId, trial, words)}`);
    } catch (error) {
      toast({ words: toWords(error) });
      setBusy(false);
    }
  }
  return (
    <p className={css.grow}>
      <Button state={busy ? 'busy' : undefined} onClick={() => void grow()}>
        <T id="forum.grow.press" />
      </Button>
    </p>
  );
}

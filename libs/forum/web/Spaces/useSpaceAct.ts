import { useApolloClient } from '@apollo/client/react';
import { useRefusal, useToast } from '@crosscity/platform/web';
import { useState, type ReactNode } from 'react';

/** Runs one act of care, says how it went, and asks the page anew: requests, members and settings hang together. */
export function useSpaceAct() {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const run = async (name: string, perform: () => Promise<unknown>, said?: ReactNode, undo?: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(name);
    setFailure('');
    try {
      await perform();
      if (said) toast({ words: said, undo: undo && (() => undo().then(() => client.refetchQueries({ include: 'active' }), (error: unknown) => toast({ words: toWords(error) }))) });
      await client.refetchQueries({ include: 'active' });
      return true;
    } catch (error) {
      setFailure(toWords(error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { run, busy, failure };
}

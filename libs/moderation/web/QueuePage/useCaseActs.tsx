import { useApolloClient } from '@apollo/client/react';
import type { DecisionAction, Rule } from '@crosscity/moderation/contract';
import { T, useRefusal, useToast } from '@crosscity/platform/web';
import { useState } from 'react';
import type { CaseFileFragment } from './CaseFile.generated';
import { ClaimCaseDocument, DecideCaseDocument, ReleaseCaseDocument, ReopenCaseDocument } from './CaseActs.generated';

export interface Decision {
  key: string;
  action: DecisionAction;
  rule?: Rule | null;
  words?: string;
  language?: string;
}

export interface CaseActs {
  busy: 'claim' | 'decide' | null;
  /** What went wrong with the last act, in words. */
  problem: string | null;
  claim(): Promise<void>;
  release(): Promise<void>;
  decide(decision: Decision): Promise<boolean>;
  /** Takes the decision of the open case back. */
  reopen(): Promise<void>;
  /** Takes back the last decision of this visit, or frees the claim. */
  undo(): Promise<void>;
}

interface Undoable {
  id: string;
  version: number;
}

/** Outlives the page of the case: deciding goes on to the next one. Whether it still can be undone, the version tells. */
let last: Undoable | null = null;

interface Course {
  /** Looks at the queue again. May fail where the page is left meanwhile. */
  refresh(): Promise<unknown>;
  /** Goes on to the next case. */
  goOn(decidedId: string): void;
  /** Goes back to a case that is open again. */
  goBack(id: string): void;
}

/** What a moderator does with the open case. */
export function useCaseActs(file: CaseFileFragment | null, { refresh, goOn, goBack }: Course): CaseActs {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState<CaseActs['busy']>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (what: 'claim' | 'decide', act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(what);
    setProblem(null);
    try {
      await act();
      return true;
    } catch (error) {
      setProblem(toWords(error));
      return false;
    } finally {
      setBusy(null);
      // After a refusal as well: somebody else was faster, and this page should show it.
      await refresh().catch(() => {});
    }
  };

  const takeBack = async ({ id, version }: Undoable) => {
    last = null;
    try {
      await client.mutate({ mutation: ReopenCaseDocument, variables: { input: { id, version } } });
      toast({ words: <T id="moderation.takenBack.done" /> });
      goBack(id);
    } catch (error) {
      toast({ words: toWords(error) });
    }
    await refresh().catch(() => {});
  };

  return {
    busy,
    problem,
    claim: async () => {
      if (file) await run('claim', () => client.mutate({ mutation: ClaimCaseDocument, variables: { input: { id: file.id, version: file.version } } }));
    },
    release: async () => {
      if (file) await run('claim', () => client.mutate({ mutation: ReleaseCaseDocument, variables: { input: { id: file.id, version: file.version } } }));
    },
    decide: async (decision) => {
      if (!file) return false;
      let decided: Undoable | undefined;
      const done = await run('decide', async () => {
        const { data } = await client.mutate({ mutation: DecideCaseDocument, variables: { input: { id: file.id, version: file.version, ...decision } } });
        decided = data?.decideCase;
      });
      if (!done || !decided) return false;
      const undoable = { id: decided.id, version: decided.version };
      last = undoable;
      toast({ words: <T id={`moderation.done.${decision.action}`} />, undo: () => takeBack(undoable) });
      goOn(file.id);
      return true;
    },
    reopen: async () => {
      if (file) await takeBack({ id: file.id, version: file.version });
    },
    undo: async () => {
      if (last) await takeBack(last);
      else if (file?.viewerCan.release) await run('claim', () => client.mutate({ mutation: ReleaseCaseDocument, variables: { input: { id: file.id, version: file.version } } }));
    },
  };
}

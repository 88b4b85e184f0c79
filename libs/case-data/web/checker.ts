import type { CaseDataFinding } from '@crosscity/case-data/contract';

export interface CheckQuestion {
  id: number;
  texts: string[];
  /** Of the neutral words; null: found out from the texts. */
  language: string | null;
  /** Where it can't be. */
  otherwise: string;
}
export interface CheckAnswer {
  id: number;
  found: CaseDataFinding[][];
}

/** A worker that says nothing for so long is taken for broken. */
const PATIENCE = 4000;
/** In the page's own thread: how long it works before the page may breathe. */
const SLICE = 8;

/** Null after it failed once: then this tab checks in its own thread. */
let worker: Worker | null | undefined;
let count = 0;

/** What may tell who somebody is, of each text. In a worker; where there is none, here in slices: a check is never left out. */
export async function checkTexts(question: Omit<CheckQuestion, 'id'>): Promise<CaseDataFinding[][]> {
  try {
    return await askWorker(question);
  } catch {
    worker?.terminate();
    worker = null;
    return checkHere(question);
  }
}

function askWorker(question: Omit<CheckQuestion, 'id'>): Promise<CaseDataFinding[][]> {
  if (worker === null) return Promise.reject(new Error('no worker'));
  const asked = (worker ??= new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }));
  const id = ++count;
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      asked.removeEventListener('message', hear);
      asked.removeEventListener('error', fail);
      asked.removeEventListener('messageerror', fail);
    };
    const fail = () => {
      end();
      reject(new Error('the worker failed'));
    };
    const hear = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.id !== id) return;
      end();
      resolve(data.found);
    };
    const timer = setTimeout(fail, PATIENCE);
    asked.addEventListener('message', hear);
    asked.addEventListener('error', fail);
    asked.addEventListener('messageerror', fail);
    asked.postMessage({ ...question, id } satisfies CheckQuestion);
  });
}

async function checkHere({ texts, language, otherwise }: Omit<CheckQuestion, 'id'>): Promise<CaseDataFinding[][]> {
  // The rules come with the worker; the page fetches its own only now.
  const { findInPieces, guessLanguage } = await import('@crosscity/case-data/contract');
  const words = language ?? guessLanguage(texts.join('\n'), otherwise);
  const all: CaseDataFinding[][] = [];
  let began = performance.now();
  for (const text of texts) {
    const found: CaseDataFinding[] = [];
    for (const piece of findInPieces(text, words)) {
      found.push(...piece);
      if (performance.now() - began < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    all.push(found);
  }
  return all;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CaseDataFinding, findCaseData, findInPieces } from '@crosscity/case-data/contract';
import { NEGATIVE } from './samples/negative';
import { POSITIVE } from './samples/positive';
import { SECOND } from './samples/second';

interface Sample {
  language: string;
  text: string;
  marked: { kind: string; certainty: string; from: number; to: number }[];
}

function read(language: string, source: string): Sample {
  const marked: Sample['marked'] = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(/\{\{(\w+)([!?]) ([^}]+)\}\}/gu)) {
    text += source.slice(last, match.index);
    marked.push({ kind: match[1]!, certainty: match[2] === '!' ? 'certain' : 'likely', from: text.length, to: text.length + match[3]!.length });
    text += match[3];
    last = match.index + match[0].length;
  }
  return { language, text: text + source.slice(last), marked };
}

const samples = Object.entries(POSITIVE).flatMap(([language, sources]) => sources.map((source) => read(language, source)));
const told = ({ text }: { text: string }, found: CaseDataFinding[]) => `${text}\n      → ${found.map(({ kind, certainty, from, to }) => `${kind} ${certainty} "${text.slice(from, to)}"`).join(', ') || 'nothing'}`;
const isSame = (mark: Sample['marked'][number], one: CaseDataFinding) => mark.kind === one.kind && mark.certainty === one.certainty && mark.from === one.from && mark.to === one.to;

describe('the labelled samples', () => {
  it('finds 95 of 100 certain ones and of the likely ones, at their very place', () => {
    const figures: Record<string, { certain: number; ofCertain: number; likely: number; ofLikely: number; extra: number }> = {};
    const missed: string[] = [];
    for (const sample of samples) {
      const found = findCaseData(sample.text, sample.language);
      const figure = (figures[sample.language] ??= { certain: 0, ofCertain: 0, likely: 0, ofLikely: 0, extra: 0 });
      for (const mark of sample.marked) {
        const hit = found.some((one) => isSame(mark, one));
        figure[mark.certainty === 'certain' ? 'ofCertain' : 'ofLikely']++;
        if (hit) figure[mark.certainty === 'certain' ? 'certain' : 'likely']++;
        else missed.push(told(sample, found));
      }
      const extra = found.filter((one) => !sample.marked.some((mark) => one.from < mark.to && mark.from < one.to));
      figure.extra += extra.length;
      if (extra.length > 0) missed.push(`extra: ${told(sample, extra)}`);
    }
    const sum = (key: keyof (typeof figures)[string]) => Object.values(figures).reduce((total, figure) => total + figure[key], 0);
    console.log(`${samples.length} samples: ${sum('certain')} of ${sum('ofCertain')} certain, ${sum('likely')} of ${sum('ofLikely')} likely, ${sum('extra')} false alarms\n${Object.entries(figures).map(([language, figure]) => `  ${language.padEnd(7)} certain ${figure.certain}/${figure.ofCertain}, likely ${figure.likely}/${figure.ofLikely}, extra ${figure.extra}`).join('\n')}\n${missed.join('\n')}`);
    expect(samples.length).toBeGreaterThanOrEqual(150);
    expect(sum('certain') / sum('ofCertain')).toBeGreaterThanOrEqual(0.95);
    expect(sum('likely') / sum('ofLikely')).toBeGreaterThanOrEqual(0.95);
    expect(sum('extra')).toBe(0);
  });

  it('finds 95 of 100 of those that were written after the rules', () => {
    const missed = SECOND.filter(([language, text, kind]) => !findCaseData(text, language).some((one) => one.kind === kind));
    console.log(`${SECOND.length} second samples: ${SECOND.length - missed.length} found\n${missed.map(([, text]) => told({ text }, findCaseData(text))).join('\n')}`);
    expect(1 - missed.length / SECOND.length).toBeGreaterThanOrEqual(0.95);
  });

  it('stays silent where nothing is', () => {
    const alarms = NEGATIVE.map((text) => ({ text, found: findCaseData(text) })).filter(({ found }) => found.length > 0);
    console.log(`${NEGATIVE.length} texts without case data: ${alarms.length} false alarms\n${alarms.map((alarm) => told(alarm, alarm.found)).join('\n')}`);
    expect(alarms.length / NEGATIVE.length).toBeLessThanOrEqual(0.05);
  });

  it('lets at least 95 of 100 sample lessons and replies pass without a word', () => {
    const folder = resolve(import.meta.dirname, '../../../apps/api/sample');
    const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []);
    const lessons = JSON.parse(readFileSync(`${folder}/lessons.json`, 'utf8')) as Record<string, unknown>[];
    const alarms = lessons.map((lesson) => texts(lesson).flatMap((text) => findCaseData(text).map((one) => told({ text }, [one])))).filter((found) => found.length > 0);
    console.log(`${lessons.length} sample lessons: ${alarms.length} with an alarm\n${alarms.flat().join('\n')}`);
    expect(alarms.length / lessons.length).toBeLessThanOrEqual(0.05);
  });
});

describe('where a finding stands', () => {
  it('counts in UTF-16 units, also after astral characters, across paragraphs and long pieces', () => {
    const text = `${'👩🏽‍🏫 '.repeat(50)}\n\n${'Words and words. '.repeat(500)}sofia@inbox.se 🙂`;
    const [found] = findCaseData(text);
    expect(text.slice(found!.from, found!.to)).toBe('sofia@inbox.se');
    expect([...findInPieces(text)].flat()).toEqual(findCaseData(text));
  });

  it('cuts no number in two where it cuts a long text', () => {
    const text = 'Ring 070-123 45 67 i dag. '.repeat(1000);
    expect(findCaseData(text, 'sv')).toHaveLength(1000);
  });

  it('survives lone surrogates, control characters and nothing', () => {
    for (const text of ['', ' ', '\n\n\n', '\ud800', '\udc00@\ud800', '\u0000', 'a\ud83d', '@', '&#', '&#99999999;', '\\']) expect(findCaseData(text)).toEqual([]);
  });

  it('offers words in the language of the text, that are no case data themselves', () => {
    for (const sample of samples) {
      const found = findCaseData(sample.text, sample.language);
      let text = sample.text;
      for (const { from, to, replacement } of found.toReversed()) text = text.slice(0, from) + replacement + text.slice(to);
      expect(findCaseData(text, sample.language).filter(({ certainty }) => certainty === 'certain')).toEqual([]);
    }
    expect(findCaseData('Ahmed, 14', 'en')[0]!.replacement).toBe('a young person of about 14');
    expect(findCaseData('A boy called Tariq helped. Ali H. did too.', 'en').map(({ replacement }) => replacement)).toEqual(['[name]', 'a young person']);
  });
});

describe('hostile texts', () => {
  const HOSTILE = ['a@', 'a.', '1 ', '1-', '1', '(1', '+1 ', 'Aa ', "A'", 'A-', 'Ab K. ', 'Ahmed ', 'Ahmed, ', '14-year-old ', '12 March ', '1.1. ', 'stabbed 12 March 2024 ', 'class 8b ', 'Xschool ', 'class 8b at X School ', 'Calle de la ', 'شارع ا ', 'احمد ', 'AB-12-', 'DE89 ', 'DE89', '1.', 'x(at)', 'x (dot) ', '\u200b', '\u0301', '&#64;', '**', '\\@', '\n', '\n\na', '\n \n', ' ', 'Storgata ', '0 (', '٠ ', '🙂', 'tel ', 'he is called ', 'boy, ', 'Boy named Aa ', '[at] ', 'AB 12 ', 'car AB 12 CD ', '£1 '];
  const LENGTH = 50_000;
  const timeOf = (act: () => unknown) => {
    let best = Infinity;
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      act();
      best = Math.min(best, performance.now() - began);
    }
    return best;
  };

  it('takes a time that grows with the length, whatever stands in it', () => {
    // The measure: an ordinary lesson of the same length.
    const ordinary = 'We met every Tuesday with two youth workers and a police officer, and after six weeks it was calmer. '.repeat(500).slice(0, LENGTH);
    const usual = timeOf(() => findCaseData(ordinary));
    const scan = timeOf(() => ordinary.replace(/[^\p{L}]/gu, '').length);
    const times = HOSTILE.map((piece) => ({ piece, time: timeOf(() => findCaseData(piece.repeat(LENGTH / piece.length))) })).toSorted((a, b) => b.time - a.time);
    const [worst] = times;
    console.log(`50,000 characters: ordinary ${usual.toFixed(1)} ms (${(usual / scan).toFixed(0)} simple scans); worst ${times.slice(0, 5).map(({ piece, time }) => `${JSON.stringify(piece)} ${time.toFixed(0)} ms`).join(', ')}`);
    expect(worst!.time / scan).toBeLessThan(1000);
    // Twice as long takes about twice the time; measured again, now that both are warm.
    const [whole, half] = [worst!.piece.repeat(LENGTH / worst!.piece.length), worst!.piece.repeat(LENGTH / 2 / worst!.piece.length)];
    const ratios = Array.from({ length: 3 }, () => timeOf(() => findCaseData(whole)) / timeOf(() => findCaseData(half)));
    expect(Math.min(...ratios)).toBeLessThan(3);
  });
});

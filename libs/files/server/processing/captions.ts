import { filesLimits } from '@crosscity/files/contract';
import { refuse } from '@crosscity/platform/server';

const TIMES = /^(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})[ \t]+-->[ \t]+(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?:[ \t].*)?$/;
/** Marks that a player understands and that can't do harm: emphasis and language. Voices go: they may name a person. */
const MARK = /<(\/?)(i|b|u|lang)(?:[ \t]+([A-Za-z-]{2,12}))?>/g;

/**
 * Reads captions in WebVTT (or SubRip, which people have) and writes them anew: times and words only. Styles, notes,
 * regions, positions and every unknown mark go. Refuses with the line that can't be read.
 */
export function cleanCaptions(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replaceAll('\0', '').split('\n');
  const cues: string[] = [];
  let at = 0;
  let last = -1;
  if (/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) while (at < lines.length && lines[at]!.trim() !== '') at += 1;
  while (at < lines.length) {
    if (lines[at]!.trim() === '') {
      at += 1;
      continue;
    }
    if (/^(NOTE|STYLE|REGION)\b/.test(lines[at]!)) {
      while (at < lines.length && lines[at]!.trim() !== '') at += 1;
      continue;
    }
    // A line before the times is the cue's name or number.
    if (!lines[at]!.includes('-->')) at += 1;
    const times = TIMES.exec(lines[at]?.trim() ?? '');
    if (!times) throw refuse('files.badCaptions', { line: Math.min(at + 1, lines.length) });
    const [start, end] = [timeOf(times.slice(1, 5)), timeOf(times.slice(5, 9))];
    if (end <= start || start < last) throw refuse('files.badCaptions', { line: at + 1 });
    last = start;
    at += 1;
    const words: string[] = [];
    while (at < lines.length && lines[at]!.trim() !== '') {
      words.push(cleanWords(lines[at]!));
      at += 1;
    }
    if (words.some((line) => line.trim() !== '')) cues.push(`${written(start)} --> ${written(end)}\n${words.filter((line) => line.trim() !== '').join('\n')}`);
    if (cues.length > filesLimits.cues) throw refuse('files.badCaptions', { line: at });
  }
  if (cues.length === 0) throw refuse('files.badCaptions', { line: 1 });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function cleanWords(line: string): string {
  const marks: string[] = [];
  const kept = line.replace(MARK, (_whole, slash: string, name: string, language?: string) => `\u0000${marks.push(`<${slash}${name}${name === 'lang' && !slash && language ? ` ${language}` : ''}>`) - 1}\u0000`);
  return kept.replace(/<[^>]*>/g, '').replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/g, '&amp;').replaceAll('<', '&lt;').replaceAll('-->', '--&gt;').replaceAll('>', '&gt;')
    // eslint-disable-next-line no-control-regex -- our own place-holders; NUL was taken out above
    .replace(/\u0000(\d+)\u0000/g, (_whole, index: string) => marks[Number(index)]!);
}

function timeOf([hours = '0', minutes, whole, milliseconds]: (string | undefined)[]): number {
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(whole) * 1_000 + Number(milliseconds);
}

function written(time: number): string {
  const part = (value: number, length = 2) => String(value).padStart(length, '0');
  return `${part(Math.floor(time / 3_600_000))}:${part(Math.floor(time / 60_000) % 60)}:${part(Math.floor(time / 1_000) % 60)}.${part(time % 1_000, 3)}`;
}

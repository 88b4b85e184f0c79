/** One measured line: our value beside its limit, which was measured in the same run. */
export interface Figure {
  value: number;
  unit: string;
  /** What the machine can do at best for this, in the same unit; null where there is nothing to compare with. */
  limit: number | null;
  /** Ours divided by the limit for rates, the limit divided by ours for times: 1 is as good as the limit. */
  ratio: number | null;
}

export type Figures = Record<string, Figure>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** More is better. */
export function rate(value: number, limit: number | null, unit = '/s'): Figure {
  return { value: round(value), unit, limit: limit === null ? null : round(limit), ratio: limit === null ? null : round(value / limit, 3) };
}

/** Less is better. */
export function time(value: number, limit: number | null, unit = 'ms'): Figure {
  return { value: round(value), unit, limit: limit === null ? null : round(limit), ratio: limit === null ? null : round(limit / value, 3) };
}

/** A factor or a count without a limit. */
export function plain(value: number, unit: string): Figure {
  return { value: round(value, 3), unit, limit: null, ratio: null };
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

export function printTable(figures: Figures): void {
  const rows = Object.entries(figures).map(([name, { value, unit, limit, ratio }]) => [name, `${value} ${unit}`, limit === null ? '' : `${limit} ${unit}`, ratio === null ? '' : String(ratio)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length), 8));
  console.log(['figure', 'ours', 'limit', 'ratio'].map((title, column) => title.padEnd(widths[column]! + 2)).join(''));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column]! + 2)).join(''));
}

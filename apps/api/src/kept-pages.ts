import { createHash, randomUUID } from 'node:crypto';

export interface PageOperation {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface DrawnPage {
  status: number;
  html: string;
  redirect?: string;
}

/** Gives the answer as the JSON text that a browser would get: it is read only where a page is drawn. */
type Execute = (operation: PageOperation) => Promise<string>;
/** Draws the page with that nonce, asking through `execute`. */
type Draw = (nonce: string, execute: (operation: PageOperation) => Promise<object>) => Promise<DrawnPage>;

interface Kept {
  /** The document, cut where the nonce goes. */
  pieces: string[];
  until: number;
}

/** Relative times ("2 hours ago") are in the page, so it is drawn anew at least this often. */
const KEEP = 30_000;
const MOST_PAGES = 600;
const MOST_ADDRESSES = 2_000;

/**
 * Drawn pages, kept by what they were drawn from. Each request still asks GraphQL with the reader's own rights; only if every
 * answer is the same as when the page was drawn, the drawing is used again. So nothing old and nothing of somebody else can be
 * shown, and the most expensive step of a rendered page falls away for all who see the same.
 */
export class KeptPages {
  private readonly operations = new Map<string, PageOperation[]>();
  private readonly pages = new Map<string, Kept>();
  /** Stands for the nonce while drawing. Nobody outside knows it, so nobody can write it into a text. */
  private readonly nonceMark = randomUUID();

  /** `address` is everything besides the answers that the drawing depends on: path, language, theme, whether signed in. */
  async page(address: string, nonce: string, execute: Execute, draw: Draw): Promise<DrawnPage> {
    const asked = this.operations.get(address) ?? [];
    const answers = new Map<string, string>();
    await Promise.all(asked.map(async (operation) => answers.set(keyOf(operation), await execute(operation))));
    const kept = asked.length > 0 ? this.pages.get(digest(address, asked, answers)) : undefined;
    if (kept && kept.until > Date.now()) return { status: 200, html: kept.pieces.join(nonce) };

    const made: PageOperation[] = [];
    const drawn = await draw(this.nonceMark, async (operation) => {
      const key = keyOf(operation);
      const answer = answers.get(key) ?? (await execute(operation));
      answers.set(key, answer);
      made.push(operation);
      return JSON.parse(answer) as object;
    });
    const pieces = drawn.html.split(this.nonceMark);
    if (drawn.status === 200 && !drawn.redirect) {
      this.operations.set(address, made);
      this.pages.set(digest(address, made, answers), { pieces, until: Date.now() + KEEP });
      forgetOldest(this.operations, MOST_ADDRESSES);
      forgetOldest(this.pages, MOST_PAGES);
    }
    return { ...drawn, html: pieces.join(nonce) };
  }
}

function keyOf({ operationName, variables }: PageOperation): string {
  return `${operationName} ${JSON.stringify(variables)}`;
}

function digest(address: string, operations: readonly PageOperation[], answers: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(address);
  for (const operation of operations) hash.update('\0').update(answers.get(keyOf(operation)) ?? '');
  return hash.digest('base64url');
}

function forgetOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

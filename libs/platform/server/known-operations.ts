import { readFile } from 'node:fs/promises';
import type { RequestHandler } from 'express';

export interface KnownOperation {
  name: string;
  text: string;
}

/** Operations of the built client, by id (a hash of their text). In production nothing else runs (ASVS 4.3.1). */
export class KnownOperations {
  private readonly texts: ReadonlySet<string>;

  constructor(private readonly byId: ReadonlyMap<string, KnownOperation>) {
    this.texts = new Set([...byId.values()].map(({ text }) => text));
  }

  /** Reads the manifest that the client's build wrote; empty where there is none. */
  static async read(path: string): Promise<KnownOperations> {
    const json = await readFile(path, 'utf8').catch(() => '{}');
    return new KnownOperations(new Map(Object.entries(JSON.parse(json) as Record<string, KnownOperation>)));
  }

  text(id: string): string | undefined {
    return this.byId.get(id)?.text;
  }

  isKnown(text: string): boolean {
    return this.texts.has(text);
  }

  get size(): number {
    return this.byId.size;
  }
}

/** Puts the text where a request named only the id; with `only`, refuses requests that bring a text of their own. */
export function resolveOperation(operations: KnownOperations, only: boolean): RequestHandler {
  return (request, response, next) => {
    const body = request.body as { query?: unknown; extensions?: { operation?: { id?: unknown } } } | undefined;
    const id = body?.extensions?.operation?.id;
    const text = typeof id === 'string' ? operations.text(id) : undefined;
    if (body && text) {
      body.query = text;
      delete body.extensions;
    } else if (only || id !== undefined) {
      response.status(400).json({ errors: [{ message: 'platform.unknownOperation', extensions: { code: 'platform.unknownOperation', data: {} } }] });
      return;
    }
    next();
  };
}

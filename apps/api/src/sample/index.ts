import type { NestExpressApplication } from '@nestjs/platform-express';

/** Loads the sample content and the demo accounts once. Returns the lines that tell how to sign in. */
export async function loadSample(_app: NestExpressApplication): Promise<string[]> {
  return [];
}

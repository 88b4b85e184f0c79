import { ACCEPTED, FILE_KINDS, filesLimits, type FileKind } from '@crosscity/files/contract';

/** What a file seems to be, by what the device says. The server looks at the bytes. */
export function kindOf({ type, name }: { type: string; name: string }): FileKind {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('video/')) return 'video';
  return /\.(jpe?g|png|webp|avif|gif|heic)$/i.test(name) ? 'picture' : /\.(mp4|webm|mov|m4v)$/i.test(name) ? 'video' : 'document';
}

export const acceptOf = (kinds: readonly FileKind[] = FILE_KINDS): string => kinds.flatMap((kind) => ACCEPTED[kind]).join(',');

/** Why it needs not be sent at all. */
export function problemOf(file: { type: string; name: string; size: number }): { words: 'files.problem.empty' } | { words: 'files.problem.tooLarge'; most: number } | { words: 'files.problem.type' } | { words: 'files.refused.heic' } | null {
  const kind = kindOf(file);
  if (file.size === 0) return { words: 'files.problem.empty' };
  if (/image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name)) return { words: 'files.refused.heic' };
  if (file.size > filesLimits.bytes[kind]) return { words: 'files.problem.tooLarge', most: Math.round(filesLimits.bytes[kind] / 1024 / 1024) };
  const isKnown = (ACCEPTED[kind] as readonly string[]).some((accepted) => (accepted.startsWith('.') ? file.name.toLowerCase().endsWith(accepted) : accepted === file.type)) || file.type === '';
  return isKnown ? null : { words: 'files.problem.type' };
}

/** The same file at the same place has the same key, in another tab and after a reload. */
export async function keyOf(file: { name: string; size: number; lastModified: number }, place: string, otherwise: () => string): Promise<string> {
  if (!crypto.subtle) return otherwise();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([place, file.name, file.size, file.lastModified])));
  return [...new Uint8Array(digest)].slice(0, 20).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

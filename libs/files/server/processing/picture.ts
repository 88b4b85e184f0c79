import { join } from 'node:path';
import { PICTURE_WIDTHS, filesLimits } from '@crosscity/files/contract';
import sharp from 'sharp';
import { type CleanFile, type CleanVersion, RefusedFile } from './refused-file';

/** A rectangle in shares of the picture's width and height, from its left upper corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

// Each picture takes all cores for a moment; four jobs at once would make people wait who only read.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Drawn anew from its pixels: no metadata, no second file behind the picture, no animation. Turned as the camera said.
 * What can't be decoded, or would need more memory than a picture deserves, is refused.
 */
export async function cleanPicture(path: string, folder: string, blurred: readonly Area[] = []): Promise<CleanFile> {
  const picture = () => sharp(path, { limitInputPixels: filesLimits.pixels, failOn: 'error', pages: 1 });
  try {
    const { width: before = 0, height = 0, pages = 1 } = await sharp(path, { limitInputPixels: false, pages: 1 }).metadata();
    if (before * height > filesLimits.pixels || pages > 2_000) throw new RefusedFile('tooManyPixels');
    const largest = PICTURE_WIDTHS.at(-1)!;
    // Drawn once at the largest size, without loss; the others are made from it.
    const { data: drawn, info } = await picture().autoOrient().resize({ width: largest, height: largest * 2, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
    const base = blurred.length > 0 ? await blur(drawn, info, blurred) : drawn;
    const versions: CleanVersion[] = [];
    for (const [index, wish] of PICTURE_WIDTHS.entries()) {
      // A small picture has only its own size, under the first name.
      if (index > 0 && PICTURE_WIDTHS[index - 1]! >= info.width) break;
      const target = join(folder, `${wish}.webp`);
      const made = await sharp(base).resize({ width: wish, withoutEnlargement: true }).webp({ quality: 80 }).toFile(target);
      versions.push({ size: String(wish), path: target, mediaType: 'image/webp', width: made.width, height: made.height });
    }
    const target = join(folder, 'fallback.jpg');
    const fallback = await sharp(base).resize({ width: 960, withoutEnlargement: true }).flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }).toFile(target);
    versions.push({ size: 'fallback', path: target, mediaType: 'image/jpeg', width: fallback.width, height: fallback.height });
    return { kind: 'picture', mediaType: 'image/webp', ending: 'webp', versions, width: info.width, height: info.height, colour: await colourOf(base) };
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    // sharp throws plain errors for what it can't read; a full disk has a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw new RefusedFile(/pixel limit/i.test((error as Error).message) ? 'tooManyPixels' : 'broken');
  }
}

async function colourOf(base: Buffer): Promise<string> {
  const { data } = await sharp(base).flatten({ background: '#ffffff' }).resize(1, 1, { fit: 'fill' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return `#${[data[0]!, data[1]!, data[2]!].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Few enough spots of colour in an area that nothing of a face can be calculated back. */
const SPOTS = 5;

async function blur(base: Buffer, { width, height }: { width: number; height: number }, areas: readonly Area[]): Promise<Buffer> {
  const patches = [];
  for (const area of areas) {
    const left = Math.min(width - 1, Math.max(0, Math.floor(area.x * width)));
    const top = Math.min(height - 1, Math.max(0, Math.floor(area.y * height)));
    const size = { width: Math.max(1, Math.min(width - left, Math.ceil(area.width * width))), height: Math.max(1, Math.min(height - top, Math.ceil(area.height * height))) };
    const long = Math.max(size.width, size.height);
    const few = await sharp(base).extract({ left, top, ...size })
      .resize(Math.max(1, Math.round((size.width / long) * SPOTS)), Math.max(1, Math.round((size.height / long) * SPOTS)), { fit: 'fill', kernel: 'mitchell' }).png().toBuffer();
    const patch = await sharp(few).resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' }).removeAlpha().png().toBuffer();
    patches.push({ input: patch, left, top });
  }
  return sharp(base).composite(patches).png({ compressionLevel: 1 }).toBuffer();
}

import { PICTURE_WIDTHS } from '@crosscity/files/contract';

type Addressed = { fileId: string; revision: number };

/** Where a size of a file is. The revision makes a browser ask again after a blur. */
export function fileAddress({ fileId, revision }: Addressed, size: string): string {
  return `/files/${fileId}/${size}${revision > 1 ? `?v=${revision}` : ''}`;
}

/** The sizes that a picture of this width has, each with its true width. */
export function pictureSizes(width: number): { size: string; width: number }[] {
  return PICTURE_WIDTHS.filter((_wish, index) => index === 0 || PICTURE_WIDTHS[index - 1]! < width).map((wish) => ({ size: String(wish), width: Math.min(wish, width) }));
}

import { fileAddress, pictureSizes } from './addresses';
import type { ShownFileFragment } from './Shown.generated';

type PictureFile = Pick<ShownFileFragment, 'fileId' | 'revision' | 'width' | 'height' | 'colour' | 'description' | 'isDecoration'>;

/** A picture in its frame. Its size is known before it is there, so nothing moves when it comes. */
export function Picture({ file, sizes = '(min-width: 48rem) 44rem, 92vw' }: { file: PictureFile; sizes?: string }) {
  const width = file.width ?? 480;
  const height = file.height ?? 320;
  return (
    <picture>
      <source type="image/webp" sizes={sizes} srcSet={pictureSizes(width).map((size) => `${fileAddress(file, size.size)} ${size.width}w`).join(', ')} />
      <img
        // A style attribute in the page's HTML would be refused by its own rules, so the colour comes with the script.
        ref={(image) => {
          if (image && file.colour && !image.complete) image.style.backgroundColor = file.colour;
        }}
        src={fileAddress(file, 'fallback')}
        width={width}
        height={height}
        alt={file.isDecoration ? '' : file.description}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}

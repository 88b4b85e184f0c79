export const FILE_KINDS = ['picture', 'document', 'video'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** `receiving` until the last byte is there, `processing` until it is clean, then `ready`, or `refused` with a reason. */
export const FILE_STATES = ['receiving', 'processing', 'ready', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Answers to "Are faces visible?". `blurred`: they were, and the blur is burnt in. */
export const FACES = ['none', 'agreed', 'blurred'] as const;
export type Faces = (typeof FACES)[number];

/** Why a file is not taken. Each has words under `files.refused.<reason>`. */
export const FILE_REFUSALS = [
  'type', 'heic', 'tooLarge', 'broken', 'tooManyPixels', 'encrypted', 'macros', 'embedded', 'bomb', 'script', 'noPicture', 'hiddenTracks', 'tooLong',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Widths of a picture in pixels. `fallback` beside them is a JPEG for what can't read WebP. */
export const PICTURE_WIDTHS = [480, 960, 1920] as const;

/** What the file dialog offers. HEIC is left out on purpose: a phone then converts it by itself. */
export const ACCEPTED: Readonly<Record<FileKind, readonly string[]>> = {
  picture: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
  document: ['application/pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
  video: ['video/mp4', 'video/webm'],
};

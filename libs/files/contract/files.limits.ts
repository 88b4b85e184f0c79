const MB = 1024 * 1024;

/** Bytes, characters and counts. Shared by the form and the server. */
export const filesLimits = {
  /** Bytes of one file as it is sent. */
  bytes: { picture: 20 * MB, document: 25 * MB, video: 200 * MB },
  /** Pixels of a picture: 50 million are more than a phone takes, and fit into memory. */
  pixels: 50_000_000,
  /** Bytes that one person may send in seven days. */
  bytesInWeek: 1_000 * MB,
  /** Uploads of one person that are begun and not finished. */
  unfinished: 10,
  /** Files of one lesson or draft. */
  ofSubject: 20,
  /** Seconds of a video. */
  seconds: 3_600,
  name: 120,
  description: 300,
  /** Characters of captions (WebVTT), and of a transcript. */
  captions: 200_000,
  transcript: 40_000,
  cues: 5_000,
  /** Rectangles of one blurring. */
  areas: 40,
  part: 40,
} as const;

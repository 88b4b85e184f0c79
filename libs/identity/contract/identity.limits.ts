/** Lengths in characters. ASVS 6.2.1 asks for passwords of 8 or more and for 128 to be accepted; none is ever cut. */
export const identityLimits = {
  email: 254,
  password: { least: 10, most: 256 },
  name: 80,
  handle: 40,
  title: 80,
  organisation: 120,
  about: 1_000,
  why: 1_500,
  place: 80,
  languages: 9,
} as const;

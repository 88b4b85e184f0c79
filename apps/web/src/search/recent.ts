const KEY = 'crosscity.searches';
const MOST = 8;

/** What was searched for on this device. It never leaves it, and another person's sign-in begins with nothing. */
interface Kept {
  person: string;
  texts: string[];
}

export function recentSearches(person: string): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept?.person === person && Array.isArray(kept.texts) ? kept.texts.filter((text) => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    // Storage may be closed to us: then nothing is remembered.
    return [];
  }
}

export function rememberSearch(person: string, text: string): void {
  write({ person, texts: [text, ...recentSearches(person).filter((other) => other !== text)].slice(0, MOST) });
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept either.
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or closed: searching goes on without.
  }
}

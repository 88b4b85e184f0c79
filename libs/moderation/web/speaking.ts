import type { SpeakingVoice } from '@crosscity/platform/web';

/** A voice as the api gives it, as the kit shows it. */
export function speaking(voice: { kind: SpeakingVoice['kind']; name: string | null; handle: string | null; title?: string | null; place?: string | null }): SpeakingVoice {
  const { kind, name, handle, title, place } = voice;
  return { kind, name: name ?? '', handle, role: title, cityName: place, citySlug: kind === 'city' ? handle : null };
}

import { Link, T } from '@crosscity/platform/web';
import type { ForumVoiceFragment } from './ForumVoice.generated';

/** Who speaks: a member by name, a city, or nobody that could be named. Never more than the voice tells. */
export function VoiceName({ voice, linked = false }: { voice: ForumVoiceFragment; linked?: boolean }) {
  if (voice.kind === 'unattributed') return <T id="forum.voice.unattributed" />;
  if (voice.kind === 'city') return <T id="forum.voice.city" values={{ city: <bdi>{voice.name}</bdi> }} />;
  // Guests hear that a member speaks, not who.
  if (!voice.name) return <T id="forum.voice.member" />;
  if (linked && voice.handle) {
    return (
      <Link to={`/members/${voice.handle}`}>
        <bdi>{voice.name}</bdi>
      </Link>
    );
  }
  return <bdi>{voice.name}</bdi>;
}

/** "Ingrid Berg, youth worker" */
export function VoiceWithTitle({ voice, linked }: { voice: ForumVoiceFragment; linked?: boolean }) {
  if (voice.kind !== 'member' || !voice.title) return <VoiceName voice={voice} linked={linked} />;
  return <T id="forum.voice.withTitle" values={{ name: <VoiceName voice={voice} linked={linked} />, title: <bdi>{voice.title}</bdi> }} />;
}

import type { ReactNode } from 'react';
import { Link } from '../page/Link';
import { directionOf, T } from '../words/words';
import css from './People.module.css';

export interface SpeakingVoice {
  kind: 'member' | 'city' | 'unattributed';
  /** None where nobody in particular speaks, and for guests where the member is named to members only. */
  name: string | null;
  handle?: string | null;
  role?: string | null;
  cityName?: string | null;
  citySlug?: string | null;
}

/** Who speaks, without a picture: the name, what they do, and where. Nothing to follow for a voice without a name. */
export function VoiceLine({ voice, after }: { voice: SpeakingVoice; after?: ReactNode }) {
  return (
    <span className={css.voice}>
      <VoiceName voice={voice} />
      {/* The dot between two facts belongs to the page's direction, so it stands outside of what has one of its own. */}
      {voice.kind === 'member' && voice.role && <span className={css.fact}><bdi>{voice.role}</bdi></span>}
      {voice.kind === 'member' && voice.cityName && <CityName name={voice.cityName} slug={voice.citySlug} />}
      {after && <span className={css.fact}>{after}</span>}
    </span>
  );
}

function VoiceName({ voice }: { voice: SpeakingVoice }) {
  if (voice.kind === 'unattributed' || !voice.name) {
    return (
      <span className={css.name}>
        <T id="platform.voice.unattributed" />
      </span>
    );
  }
  const address = voice.kind === 'city' ? voice.citySlug && `/cities/${voice.citySlug}` : voice.handle && `/members/${voice.handle}`;
  return address ? (
    <Link to={address} className={css.name}>
      <bdi>{voice.name}</bdi>
    </Link>
  ) : (
    <bdi className={css.name}>{voice.name}</bdi>
  );
}

function CityName({ name, slug }: { name: string; slug?: string | null }) {
  return slug ? (
    <Link to={`/cities/${slug}`} className={css.fact}>
      <bdi>{name}</bdi>
    </Link>
  ) : (
    <span className={css.fact}>
      <bdi>{name}</bdi>
    </span>
  );
}

/**
 * Words that a person wrote. `html` was made from Markdown and sanitised by the server; `text` is plain. Both find
 * their own direction, and say their language when it is known.
 */
export function UserText({ html, text, lang, reading, of: Element = 'div' }: { html?: string; text?: string; lang?: string | null; reading?: boolean; of?: 'div' | 'p' | 'span' }) {
  const look = [css.userText, reading && css.reading].filter(Boolean).join(' ');
  // Its blocks carry a direction of their own, which hides their letters from the browser's guess for the whole.
  if (html !== undefined) return <div className={look} dir={lang ? directionOf(lang) : 'auto'} lang={lang ?? undefined} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <Element className={look} dir="auto" lang={lang ?? undefined}>
      {text}
    </Element>
  );
}

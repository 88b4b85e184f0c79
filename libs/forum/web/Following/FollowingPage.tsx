import { useMutation } from '@apollo/client/react';
import { SettingsTabs } from '@crosscity/identity/web';
import { Banner, Button, Link, RemoveIcon, Select, T, pageQuery, usePage, useRefusal, useToast, useWords, wordsOf } from '@crosscity/platform/web';
import type { IntlShape } from 'react-intl';
import { VoiceName } from '../words/VoiceName';
import { FollowThemeDocument, FollowVoiceDocument, FollowingPageDocument, type FollowedFragment } from './Following.generated';
import css from './Following.module.css';

type Level = FollowedFragment['themes'][number]['level'];

export const query = pageQuery(FollowingPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.following.title');
export const robots = 'noindex';

/** Everything that one follows, with what one hears of it. Saved at once; nobody else sees it. */
export function Page() {
  const { data, refetch } = usePage(FollowingPageDocument);
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [followTheme] = useMutation(FollowThemeDocument);
  const [followVoice] = useMutation(FollowVoiceDocument);
  const { themes, voices } = data.following;
  const options = (['told', 'shown'] as const).map((value) => ({ value, label: words(`forum.following.level.${value}`) }));

  async function save(act: () => Promise<unknown>, level: Level, undo?: () => Promise<void>) {
    try {
      await act();
      await refetch();
      toast({ words: words(`forum.following.done.${level ?? 'none'}`), undo });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }
  const setTheme = (theme: string, level: Level, before?: Level): Promise<void> =>
    save(() => followTheme({ variables: { input: { theme, level } } }), level, before === undefined ? undefined : () => setTheme(theme, before));
  const setVoice = (voiceId: string, level: Level, before?: Level): Promise<void> =>
    save(() => followVoice({ variables: { input: { voiceId, level } } }), level, before === undefined ? undefined : () => setVoice(voiceId, before));

  return (
    <div className={css.page}>
      <h1>
        <T id="forum.following.title" />
      </h1>
      <SettingsTabs />
      <Banner>
        <T id="forum.following.words" />
      </Banner>
      <section className={css.section} aria-labelledby="following-themes">
        <h2 id="following-themes">
          <T id="forum.following.themes" />
        </h2>
        <div className={css.rows}>
          {themes.map(({ slug, name, level }) => (
            <Select
              key={slug}
              label={name}
              value={level ?? ''}
              empty={words('forum.following.level.none')}
              options={options}
              onChange={(event) => void setTheme(slug, (event.currentTarget.value || null) as Level, level)}
            />
          ))}
        </div>
      </section>
      <section className={css.section} aria-labelledby="following-voices">
        <h2 id="following-voices">
          <T id="forum.following.voices" />
        </h2>
        {voices.length === 0 && (
          <p>
            <T id="forum.following.noVoices" />
          </p>
        )}
        <ul role="list" className={css.rows}>
          {voices.map(({ voice, level }) => (
            <li key={voice.id} className={css.voice}>
              <Select label={<VoiceName voice={voice} />} value={level} options={options} onChange={(event) => void setVoice(voice.id, event.currentTarget.value as Level, level)} />
              <Button kind="quiet" icon={<RemoveIcon />} aria-label={words('forum.following.stopWhat', { name: voice.name })} onClick={() => void setVoice(voice.id, null, level)}>
                <T id="forum.following.stop" />
              </Button>
            </li>
          ))}
        </ul>
        <p>
          <Link to="/cities">
            <T id="forum.following.findCities" />
          </Link>
        </p>
      </section>
    </div>
  );
}

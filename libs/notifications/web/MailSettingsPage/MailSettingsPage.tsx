import { useMutation } from '@apollo/client/react';
import { SettingsTabs } from '@crosscity/identity/web';
import { Banner, Checkbox, CheckIcon, T, pageQuery, usePage, useRefusal, useToast, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { MailSettingsPageDocument, SetMailPreferenceDocument, type MailSettingsPageQuery } from './MailSettingsPage.generated';
import css from './MailSettingsPage.module.css';

type Preference = MailSettingsPageQuery['mailPreferences'][number];

export const query = pageQuery(MailSettingsPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'mailSettings.title');
export const robots = 'noindex';

/** Which mail comes. Saved at once; what must be told always comes, and the page says so. */
export function Page() {
  const { data, refetch } = usePage(MailSettingsPageDocument);
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [save] = useMutation(SetMailPreferenceDocument);
  const meetings = data.mailPreferences.find(({ topic }) => topic === 'meetings')?.isOn ?? true;

  const set = async ({ topic }: Preference, isOn: boolean) => {
    try {
      await save({ variables: { input: { topic, isOn } } });
      await refetch();
      toast({ words: <T id="mailSettings.saved" /> });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  return (
    <div className={css.page}>
      <h1>
        <T id="mailSettings.title" />
      </h1>
      <SettingsTabs />
      <Banner kind="info">
        <p>
          <T id={meetings ? 'mailSettings.preview.all' : 'mailSettings.preview.less'} values={{ address: <bdi dir="ltr">{data.viewer?.email ?? ''}</bdi> }} />
        </p>
      </Banner>
      <section className={css.section} aria-labelledby="mail-topics">
        <h2 id="mail-topics">
          <T id="mailSettings.mail" />
        </h2>
        {data.mailPreferences.filter(({ canBeOff }) => canBeOff).map((preference) => (
          <Checkbox
            key={preference.topic}
            label={words(`mailSettings.topic.${preference.topic}`)}
            hint={words(`mailSettings.topic.${preference.topic}.hint`)}
            checked={preference.isOn}
            onChange={(isOn) => void set(preference, isOn)}
          />
        ))}
        <h3>
          <T id="mailSettings.always" />
        </h3>
        <ul role="list" className={css.always}>
          {data.mailPreferences.filter(({ canBeOff }) => !canBeOff).map(({ topic }) => (
            <li key={topic}>
              <CheckIcon />
              <span>
                <strong>
                  <T id={`mailSettings.topic.${topic}`} />
                </strong>
                <br />
                <T id={`mailSettings.topic.${topic}.hint`} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={css.section} aria-labelledby="mail-rest">
        <h2 id="mail-rest">
          <T id="mailSettings.inboxOnly" />
        </h2>
        <p>
          <T id="mailSettings.inboxOnly.words" />
        </p>
      </section>
    </div>
  );
}

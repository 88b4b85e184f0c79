import { ApolloProvider } from '@apollo/client/react';
import {
  loadersIn,
  loadWords,
  PageOutlet,
  SiteContext,
  SignalsProvider,
  directionOf,
  Toasts,
  useIntlOf,
  ViewerProvider,
  WordsProvider,
  type PreparedPage,
  type Site,
} from '@crosscity/platform/web';
import { useMemo, useState } from 'react';
import { keepLanguage } from './choices';
import { useEarlyActs } from './early';
import { Shell } from './shell/Shell';

/** Everything inside the router, the same on the server and in the browser. */
export function App({ site, first, locale }: { site: Site; first: PreparedPage; locale: string }) {
  useEarlyActs();
  const [language, setLanguage] = useState(locale);
  const intl = useIntlOf(language);
  const choice = useMemo(
    () => ({
      locale: language,
      direction: directionOf(language),
      async setLocale(next: string) {
        await loadWords(next, loadersIn(language));
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <ApolloProvider client={site.client}>
      <SiteContext value={site}>
        <ViewerProvider first={site.viewer}>
          <WordsProvider intl={intl} choice={choice}>
            <SignalsProvider>
              <Toasts>
                <Shell>
                  <PageOutlet first={first} />
                </Shell>
              </Toasts>
            </SignalsProvider>
          </WordsProvider>
        </ViewerProvider>
      </SiteContext>
    </ApolloProvider>
  );
}

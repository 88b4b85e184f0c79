import { ApolloProvider } from '@apollo/client/react';
import {
  loadersIn,
  loadWords,
  PageOutlet,
  SiteContext,
  SignalsProvider,
  directionOf,
  Toasts,
  ViewerProvider,
  WordsProvider,
  type PreparedPage,
  type Site,
} from '@crosscity/platform/web';
import { useMemo, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { keepLanguage } from './choices';
import { useEarlyActs } from './early';
import { Shell } from './shell/Shell';

/** Everything inside the router, the same on the server and in the browser. */
export function App({ site, first, intl, locale }: { site: Site; first: PreparedPage; intl: IntlShape; locale: string }) {
  useEarlyActs();
  const [language, setLanguage] = useState({ intl, locale });
  const choice = useMemo(
    () => ({
      locale: language.locale,
      direction: directionOf(language.locale),
      async setLocale(next: string) {
        const words = await loadWords(next, loadersIn(language.locale));
        keepLanguage(next);
        setLanguage({ intl: words, locale: next });
      },
    }),
    [language],
  );
  return (
    <ApolloProvider client={site.client}>
      <SiteContext value={site}>
        <ViewerProvider first={site.viewer}>
          <WordsProvider intl={language.intl} choice={choice}>
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

import { wordsOf, type PageModule } from '@crosscity/platform/web';
import { TextPage, type TextSection } from './TextPage';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.privacy.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.privacy.lead');

const sections: TextSection[] = [
  { key: 'see', paragraphs: 3 },
  { key: 'keep', paragraphs: 3 },
  { key: 'not', paragraphs: 2 },
  { key: 'cookies', paragraphs: 3 },
  { key: 'mail', paragraphs: 1 },
  { key: 'rights', paragraphs: 3 },
];

export function Page() {
  return <TextPage name="privacy" sections={sections} />;
}

import { wordsOf, type PageModule } from '@crosscity/platform/web';
import { TextPage, type TextSection } from './TextPage';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.accessibility.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.accessibility.lead');

const sections: TextSection[] = [
  { key: 'goal', paragraphs: 1 },
  { key: 'done', paragraphs: 2 },
  { key: 'gaps', paragraphs: 2 },
  { key: 'tell', paragraphs: 1 },
];

export function Page() {
  return <TextPage name="accessibility" sections={sections} />;
}

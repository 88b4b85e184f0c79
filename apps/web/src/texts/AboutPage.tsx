import { wordsOf, type PageModule } from '@crosscity/platform/web';
import { TextPage, type TextSection } from './TextPage';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.about.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.about.lead');

const sections: TextSection[] = [
  { key: 'who', paragraphs: 2 },
  { key: 'lesson', paragraphs: 2 },
  { key: 'voices', paragraphs: 1 },
  { key: 'join', paragraphs: 1, link: { to: '/join', word: 'text.about.join.link' } },
  { key: 'sample', paragraphs: 2 },
  { key: 'software', paragraphs: 1 },
];

export function Page() {
  return <TextPage name="about" sections={sections} />;
}

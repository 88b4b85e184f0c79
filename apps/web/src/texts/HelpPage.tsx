import { wordsOf, type PageModule } from '@crosscity/platform/web';
import { TextPage, type TextSection } from './TextPage';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.help.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.help.lead');

const sections: TextSection[] = [
  { key: 'read', paragraphs: 2 },
  { key: 'write', paragraphs: 3, link: { to: '/help/writing', word: 'text.help.write.link' } },
  { key: 'tried', paragraphs: 1 },
  { key: 'events', paragraphs: 2 },
  { key: 'report', paragraphs: 1, link: { to: '/guidelines', word: 'text.help.report.link' } },
  { key: 'account', paragraphs: 2 },
];

export function Page() {
  return <TextPage name="help" sections={sections} />;
}

import { CheckIcon, FailureIcon, T, wordsOf, type PageModule } from '@crosscity/platform/web';
import { TextPage, type TextSection } from './TextPage';
import css from './TextPage.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.guidelines.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.guidelines.lead');

const sections: TextSection[] = [
  ...['names', 'cases', 'ideas'].map((key) => ({ key, paragraphs: 1, more: <Examples of={key} /> })),
  { key: 'after', paragraphs: 3 },
];

export function Page() {
  return <TextPage name="guidelines" sections={sections} />;
}

/** One sentence that is fine beside one that is not: word, icon and colour. */
function Examples({ of: rule }: { of: string }) {
  return (
    <div className={css.pair}>
      <div className={css.example}>
        <p className={css.mark}><CheckIcon size={18} /> <T id="text.guidelines.say" /></p>
        <p><T id={`text.guidelines.${rule}.say`} /></p>
      </div>
      <div className={css.example} data-not>
        <p className={css.mark}><FailureIcon size={18} /> <T id="text.guidelines.not" /></p>
        <p><T id={`text.guidelines.${rule}.not`} /></p>
      </div>
    </div>
  );
}

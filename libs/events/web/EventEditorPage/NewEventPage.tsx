import { BackIcon, Link, T, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { EventForm } from './EventForm';
import { NewEventPageDocument } from './EventEditorPage.generated';
import css from './EventEditorPage.module.css';

export const query = pageQuery(NewEventPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'events.edit.new');
export const robots = 'noindex';

export function Page() {
  const { data } = usePage(NewEventPageDocument);
  return (
    <div className={css.page}>
      <Link to="/staff/events" className={css.back}><BackIcon size={18} /><T id="events.staff.title" /></Link>
      <h1><T id="events.edit.new" /></h1>
      <EventForm event={null} cities={data.cities.items} />
    </div>
  );
}

import { T, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { CityEditPageDocument, type CityEditPageQuery } from './CityEditPage.generated';
import { CityForm } from './CityForm';
import css from './CityEditPage.module.css';

export const query = pageQuery(CityEditPageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (intl, data: CityEditPageQuery) => wordsOf(intl, 'cities.edit.title', { city: data.city.name });
export const robots = 'noindex';
/** The page is for those who may save; to others it is not there. */
export const outcome: PageModule['outcome'] = (data: CityEditPageQuery) => (data.city.viewerCan.edit ? undefined : { status: 404 });

export function Page() {
  const { data, refetch } = usePage(CityEditPageDocument);
  return (
    <div className={css.page}>
      <h1><T id="cities.edit.title" values={{ city: <bdi>{data.city.name}</bdi> }} /></h1>
      <p><T id="cities.edit.lead" /></p>
      <CityForm city={data.city} themes={data.themes} reload={async () => (await refetch()).data!.city} />
    </div>
  );
}

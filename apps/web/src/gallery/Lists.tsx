import { AudienceLabel, Card, FacetPanel, FilterChips, Link, Pager, RelativeTime, ResultLabel, Skeleton, Stepper, T, Tag, TaskList, UnreadDot, UserText, useSite, useWords, VoiceLine, ZonedTime } from '@crosscity/platform/web';
import { Section } from './Section';
import css from './GalleryPage.module.css';

const here = '/gallery';
const colours = ['text', 'muted', 'primary', 'link', 'visited', 'unread', 'success', 'warning', 'danger', 'info', 'part-1', 'part-2', 'part-3', 'part-4', 'part-5'];
const mixed = { en: 'مركز الشباب opened at 16:00 (Haus der Jugend)', ar: 'Haus der Jugend افتُتح في الساعة 16:00' };

export function Lists() {
  const words = useWords();
  const { madeAt } = useSite();
  const anHourAgo = new Date(madeAt - 3_600_000).toISOString();
  const theme = (key: 'schools' | 'families' | 'online', count: number, chosen = false) => ({ key, label: <T id={`gallery.themes.${key}`} />, count, chosen, to: here });
  return (
    <>
      <Section word="gallery.lists">
        <FilterChips chips={[{ key: 'schools', label: <T id="gallery.themes.schools" />, without: here }]} clear={here} />
        <div className={css.columns}>
          <FacetPanel facets={[{ key: 'themes', label: <T id="gallery.themes" />, values: [theme('schools', 24, true), theme('families', 7), theme('online', 112)] }]} />
          <div className={css.parts}>
            <Card unread>
              <h3>
                <Link to={here}>
                  <T id="gallery.card" />
                </Link>{' '}
                <UnreadDot />
              </h3>
              <p>
                <T id="gallery.card.words" />
              </p>
              <VoiceLine voice={{ kind: 'city', name: 'Aarhus', citySlug: 'aarhus' }} after={<RelativeTime at={anHourAgo} />} />
            </Card>
            <Skeleton />
            <Pager shown={20} total={143} more onMore={() => {}} />
          </div>
        </div>
      </Section>
      <Section word="gallery.labels">
        <div className={css.row}>
          <AudienceLabel audience="public" />
          <AudienceLabel audience="members" />
          <AudienceLabel audience="city" city="Oslo" />
          <Tag>{words('gallery.themes.schools')}</Tag>
          <UnreadDot count={3} />
          <UnreadDot count={140} />
        </div>
        <div className={css.row}>
          {(['worked', 'mixed', 'didNot', 'harmed'] as const).map((result) => (
            <ResultLabel key={result} result={result} />
          ))}
        </div>
      </Section>
      <Section word="gallery.people">
        <VoiceLine voice={{ kind: 'member', name: 'Amal Haddad', handle: 'amal', role: words('gallery.role'), cityName: 'Malmö', citySlug: 'malmo' }} />
        <VoiceLine voice={{ kind: 'city', name: 'Gent', citySlug: 'gent' }} />
        <VoiceLine voice={{ kind: 'unattributed', name: '' }} />
        <UserText text={mixed.en} reading of="p" />
        <UserText text={mixed.ar} lang="ar" reading of="p" />
        <UserText html={`<p>${mixed.en}</p><blockquote><p>${mixed.ar}</p></blockquote>`} />
      </Section>
      <Section word="gallery.times">
        <ZonedTime from="2027-03-11T08:00:00Z" to="2027-03-11T16:00:00Z" zone="Europe/Oslo" place="Oslo" />
        <ZonedTime from="2027-03-11T08:00:00Z" to="2027-03-12T14:00:00Z" zone="Asia/Tokyo" place="Tokyo" />
        <RelativeTime at={anHourAgo} />
      </Section>
      <Section word="gallery.steps">
        <Stepper step={2} of={5} title={<T id="gallery.step" />} />
        <TaskList
          label={words('gallery.steps')}
          tasks={(['done', 'started', 'toDo', 'cannotStart'] as const).map((state) => ({ key: state, to: here, label: <T id="gallery.step" />, state }))}
        />
      </Section>
      <Section word="gallery.colours">
        <ul role="list" className={css.colours}>
          {colours.map((name) => (
            <li key={name} className={css[`colour-${name}`]}>
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

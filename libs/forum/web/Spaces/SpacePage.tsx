import { Disclosure, EmptyState, LinkButton, T, Tag, directionOf, pageQuery, usePage, useViewer, useWords, type PageModule } from '@crosscity/platform/web';
import { LessonCards } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import { Belonging } from './Belonging';
import { Counts, SpaceTags } from './SpaceCard';
import { SpacePageDocument, type SpacePageQuery } from './Spaces.generated';
import css from './Spaces.module.css';

const FIRST = 10;
const MOST = 100;

export const query = pageQuery(SpacePageDocument, ({ params, search }) => ({ slug: params.slug!, first: Math.min(MOST, Math.max(FIRST, Math.trunc(Number(search.get('show'))) || FIRST)) }));
export const title: PageModule['title'] = (_intl, data: SpacePageQuery) => data.space.name;
export const robots: PageModule['robots'] = 'noindex';

/** What a space is for, who may read in it, how one joins, and its lessons. */
export function Page() {
  const { data, variables } = usePage(SpacePageDocument);
  const words = useWords();
  const viewer = useViewer();
  const { space } = data;
  const isInside = space.viewer.belongs === 'member' || space.viewer.belongs === 'moderator';
  const first = variables.first ?? FIRST;
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div className={css.intro}>
          <h1 lang={space.language} dir={directionOf(space.language)}>
            {space.name}
          </h1>
          {space.purpose && (
            <p lang={space.language} dir={directionOf(space.language)}>
              {space.purpose}
            </p>
          )}
          <SpaceTags space={space} />
          <p className={css.muted}>
            <T id={`forum.space.readers.${space.kind}`} />
          </p>
          <Counts space={space} />
        </div>
        <div className={css.acts}>
          {space.viewerCan.write && (
            <LinkButton to={`/write?space=${space.id}${space.kind === 'private' || space.kind === 'hidden' ? '&closed' : ''}`} kind="primary">
              <T id="forum.space.write" />
            </LinkButton>
          )}
          {space.viewerCan.attend && (
            <LinkButton to={`/spaces/${space.slug}/care`}>
              <T id="forum.space.care" />
            </LinkButton>
          )}
        </div>
      </div>
      <div className={css.columns}>
        <section className={css.main} aria-labelledby="space-lessons">
          {!isInside && <Belonging space={space} agreement={space.agreement ?? null} isGuest={!viewer} />}
          <h2 id="space-lessons">
            <T id="forum.space.lessons" />
          </h2>
          {space.lessonCount === null ? (
            <EmptyState words={<T id="forum.space.lessons.closed" />} />
          ) : space.lessons.items.length === 0 ? (
            <EmptyState words={<T id="forum.space.lessons.none" />} />
          ) : (
            <LessonCards lessons={space.lessons.items} level="h3" label={words('forum.space.lessons')} />
          )}
          {space.lessons.nextCursor && first < MOST && (
            <p>
              <LinkButton to={`/spaces/${space.slug}?show=${first + FIRST}`}>
                <T id="forum.space.lessons.more" />
              </LinkButton>
            </p>
          )}
        </section>
        <aside className={css.side} aria-label={words('forum.space.about')}>
          {space.agreement && (isInside || !viewer || (!space.viewerCan.join && !space.viewerCan.ask && space.viewer.belongs === 'none') || space.viewer.belongs === 'asked') && (
            <Disclosure summary={<T id="forum.space.agreement.version" values={{ version: space.agreement.version as never }} />}>
              <div className={css.agreement} dir="auto" dangerouslySetInnerHTML={{ __html: space.agreement.html }} />
            </Disclosure>
          )}
          {space.cities.length > 0 && (
            <section className={css.section}>
              <h2>
                <T id="forum.space.cities" />
              </h2>
              <ul role="list" className={css.tags}>
                {space.cities.map(({ id, name }) => (
                  <li key={id}>
                    <Tag>
                      <bdi>{name}</bdi>
                    </Tag>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {space.members.items.length > 0 && (
            <section className={css.section}>
              <h2>
                <T id="forum.space.members" />
              </h2>
              <ul role="list" className={css.people}>
                {space.members.items.map(({ voice, isModerator }) => (
                  <li key={voice.id}>
                    <VoiceName voice={voice} />
                    {isModerator && (
                      <>
                        {' '}
                        <Tag>
                          <T id="forum.space.moderator" />
                        </Tag>
                      </>
                    )}
                  </li>
                ))}
              </ul>
              {space.members.nextCursor && (
                <p className={css.muted}>
                  <T id="forum.space.members.andMore" />
                </p>
              )}
            </section>
          )}
          {isInside && <Belonging space={space} agreement={space.agreement ?? null} isGuest={false} />}
        </aside>
      </div>
    </div>
  );
}

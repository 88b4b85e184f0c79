import { Link, T, useViewer } from '@crosscity/platform/web';
import type { CityMembersFragment } from './CityProfile.generated';
import css from './CityProfile.module.css';

/** Colleagues there who agreed to be listed. Guests learn that such a list exists, and nothing of it. */
export function CityMembers({ city }: { city: CityMembersFragment }) {
  const viewer = useViewer();
  return (
    <section aria-labelledby="members" className={css.section}>
      <h2 id="members"><T id="cities.members" /></h2>
      {city.members.length > 0 ? (
        <ul role="list" className={css.members}>
          {city.members.map((member) => (
            <li key={member.id}>
              <Link to={`/members/${member.handle}`}><bdi>{member.name}</bdi></Link>
              {member.title && <bdi className={css.muted}>{member.title}</bdi>}
            </li>
          ))}
        </ul>
      ) : (
        <p className={css.muted}><T id={viewer ? 'cities.members.none' : 'cities.members.guest'} values={{ city: <bdi>{city.name}</bdi> }} /></p>
      )}
    </section>
  );
}

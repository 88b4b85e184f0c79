import { FollowMember, LessonsOfMember } from '@crosscity/forum/web';
import { MemberProfile } from '@crosscity/identity/web';
import { T, pageQuery, usePage, type PageModule } from '@crosscity/platform/web';
import { MemberPageDocument, type MemberPageQuery } from './MemberPage.generated';
import css from './MemberPage.module.css';

export const query = pageQuery(MemberPageDocument, ({ params }) => ({ handle: params.handle! }));
export const title: PageModule['title'] = (_intl, data: MemberPageQuery) => data.member.name;
// People are found here by colleagues, not by search engines.
export const robots: PageModule['robots'] = 'noindex';

/** A member: what they say of themselves, and what they shared. */
export function Page() {
  const { data: { member } } = usePage(MemberPageDocument);
  return (
    <article className={css.page}>
      <MemberProfile member={member} />
      <FollowMember member={member} />
      <section className={css.part} aria-labelledby="shared">
        <h2 id="shared">
          <T id="member.lessons" />
        </h2>
        <LessonsOfMember member={member} />
      </section>
    </article>
  );
}

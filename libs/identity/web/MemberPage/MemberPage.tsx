import { pageQuery, usePage, type PageModule } from '@crosscity/platform/web';
import { MemberPageDocument, type MemberPageQuery } from './MemberPage.generated';
import { MemberProfile } from './MemberProfile';

export const query = pageQuery(MemberPageDocument, ({ params }) => ({ handle: params.handle! }));
export const title: PageModule['title'] = (_intl, data: MemberPageQuery) => data.member.name;
// People are found here by colleagues, not by search engines.
export const robots: PageModule['robots'] = 'noindex';

export function Page() {
  const { data } = usePage(MemberPageDocument);
  return <MemberProfile member={data.member} />;
}

import { Banner, Link, LinkButton, T, pageQuery, useFormats, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { ActHistory } from './ActHistory';
import { MemberActs } from './MemberActs';
import { MemberFilePageDocument, type MemberFilePageQuery, type MemberFilePartsFragment } from './MemberFilePage.generated';
import css from './MemberFilePage.module.css';

export const query = pageQuery(MemberFilePageDocument, ({ params }) => ({ id: params.id! }));
export const title: PageModule['title'] = (intl, data: MemberFilePageQuery) => wordsOf(intl, 'identity.file.title', { name: data.memberFile.name });
export const robots: PageModule['robots'] = 'noindex';

/** One account: what it may do, what staff can change, and what they did. */
export function Page() {
  const { data, refetch } = usePage(MemberFilePageDocument);
  const file = data.memberFile;
  return (
    <div className={css.page}>
      <div className={css.head}>
        <p>
          <Link to="/staff/members">
            <T id="identity.file.all" />
          </Link>
        </p>
        <h1>
          <bdi>{file.name}</bdi>
        </h1>
        {/* Whose account is closed has no page. */}
        {file.state === 'active' && (
          <div>
            <LinkButton to={`/members/${file.handle}`}>
              <T id="identity.file.profile" />
            </LinkButton>
          </div>
        )}
      </div>
      {file.state === 'suspended' && <Closed file={file} />}
      <Facts file={file} />
      {file.isSelf ? (
        <Banner>
          <p>
            <T id="identity.file.self" />
          </p>
        </Banner>
      ) : (
        <MemberActs file={file} cities={data.cities.items} reload={refetch} />
      )}
      <ActHistory file={file} />
    </div>
  );
}

function Closed({ file: { suspendedUntil } }: { file: MemberFilePartsFragment }) {
  const formats = useFormats();
  return (
    <Banner kind="warning" title={<T id="identity.state.suspended" />}>
      <p>
        {suspendedUntil ? <T id="identity.file.closedUntil" values={{ when: <time dateTime={suspendedUntil}>{formats.dateTime(suspendedUntil)}</time> }} /> : <T id="identity.file.closed" />}
      </p>
    </Banner>
  );
}

function Facts({ file }: { file: MemberFilePartsFragment }) {
  const formats = useFormats();
  return (
    <dl className={css.facts}>
      <Fact label="identity.role">
        <T id={`identity.role.${file.role}`} />
      </Fact>
      <Fact label="identity.city">{file.city ? <bdi>{file.city.name}</bdi> : <T id="identity.files.noCity" />}</Fact>
      <Fact label="identity.file.coordinates">{file.coordinates.length > 0 ? formats.list(file.coordinates.map(({ name }) => name)) : <T id="identity.file.coordinates.none" />}</Fact>
      {file.email && (
        <Fact label="identity.email">
          <bdi dir="ltr">{file.email}</bdi>
        </Fact>
      )}
      <Fact label="identity.file.joined">
        <time dateTime={file.joinedAt}>{formats.date(file.joinedAt)}</time>
      </Fact>
      <Fact label="identity.file.sessions">
        <T id="identity.file.sessions.count" values={{ count: file.sessionCount as never }} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <T id={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

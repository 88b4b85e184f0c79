import { isStaff, LinkButton, T, UserText, useFormats, useViewer } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { useLanguageNames } from '../form/names';
import type { MemberProfileFragment } from './MemberProfile.generated';
import css from './MemberProfile.module.css';

/** What a member chose to show to whoever reads. Parts that are not shown leave no gap. */
export function MemberProfile({ member }: { member: MemberProfileFragment }) {
  const names = useLanguageNames();
  const viewer = useViewer();
  const formats = useFormats();
  const line = [member.title, member.organisation, member.place].filter((fact) => fact !== null);
  return (
    <div className={css.profile}>
      <div className={css.head}>
        <h1>
          <bdi>{member.name}</bdi>
        </h1>
        {line.length > 0 && (
          <p className={css.line}>
            {line.map((fact) => (
              <span key={fact}>
                <bdi>{fact}</bdi>
              </span>
            ))}
          </p>
        )}
        {isStaff(viewer) && !member.viewerCan.edit && (
          <div>
            <LinkButton to={`/staff/members/${member.id}`}>
              <T id="identity.member.file" />
            </LinkButton>
          </div>
        )}
        {member.viewerCan.edit && (
          <div>
            <LinkButton to="/settings/profile">
              <T id="identity.member.edit" />
            </LinkButton>
          </div>
        )}
      </div>
      {member.about && (
        <Part title={<T id="identity.about" />}>
          <UserText of="p" text={member.about} reading />
        </Part>
      )}
      {member.askMeAbout && (
        <Part title={<T id="identity.member.ask" />}>
          <p>
            <bdi>{member.askMeAbout}</bdi>
          </p>
        </Part>
      )}
      <dl className={css.facts}>
        {member.work && (
          <div>
            <dt>
              <T id="identity.work" />
            </dt>
            <dd>
              <T id={`identity.work.${member.work}`} />
            </dd>
          </div>
        )}
        {member.languages && member.languages.length > 0 && (
          <div>
            <dt>
              <T id="identity.languages" />
            </dt>
            <dd>{formats.list(member.languages.map(names.of))}</dd>
          </div>
        )}
      </dl>
      {member.isDemo && (
        <p className={css.muted}>
          <T id="identity.member.demo" />
        </p>
      )}
    </div>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

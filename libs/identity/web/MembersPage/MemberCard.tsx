import { Card, Link, T, useFormats } from '@crosscity/platform/web';
import { useLanguageNames } from '../form/names';
import type { MemberCardFragment } from './MemberCard.generated';
import css from './MembersPage.module.css';

/** A member in a list: the name leads to the page, the rest is what they chose to show. */
export function MemberCard({ member, heading: Heading = 'h2' }: { member: MemberCardFragment; heading?: 'h2' | 'h3' }) {
  const names = useLanguageNames();
  const formats = useFormats();
  const facts = [member.title ?? (member.work && <T key="work" id={`identity.work.${member.work}`} />), member.place].filter(Boolean);
  return (
    <Card className={css.card}>
      <Heading className={css.name}>
        <Link to={`/members/${member.handle}`}>
          <bdi>{member.name}</bdi>
        </Link>
      </Heading>
      {facts.length > 0 && (
        <p className={css.facts}>
          {facts.map((fact, index) => (
            <span key={index}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      {member.languages && member.languages.length > 0 && <p className={css.muted}>{formats.list(member.languages.map(names.of))}</p>}
      {member.askMeAbout && (
        <p>
          <span className={css.muted}>
            <T id="identity.member.ask" />
          </span>{' '}
          <bdi>{member.askMeAbout}</bdi>
        </p>
      )}
    </Card>
  );
}

import { Link, T, useFormats, useViewer, useWords } from '@crosscity/platform/web';
import type { ActOnMemberFragment, MemberFilePartsFragment } from './MemberFilePage.generated';
import css from './MemberFilePage.module.css';

/** What staff did to this account, the newest first. The log of acts holds the same, for good and without words. */
export function ActHistory({ file }: { file: MemberFilePartsFragment }) {
  const viewer = useViewer();
  return (
    <section className={css.part} aria-labelledby="history">
      <h2 id="history">
        <T id="identity.file.history" />
      </h2>
      {file.acts.length === 0 ? (
        <p>
          <T id="identity.file.history.none" />
        </p>
      ) : (
        <ol role="list" className={css.acts}>
          {file.acts.map((act) => (
            <Act key={act.id} act={act} />
          ))}
        </ol>
      )}
      {viewer?.role === 'administrator' && (
        <p>
          <Link to={`/staff/audit?about=${file.id}`}>
            <T id="identity.file.log" />
          </Link>
        </p>
      )}
    </section>
  );
}

function Act({ act }: { act: ActOnMemberFragment }) {
  const formats = useFormats();
  return (
    <li className={css.act}>
      <p>
        <What act={act} />
      </p>
      {act.words && (
        <blockquote dir="auto">
          <p>{act.words}</p>
        </blockquote>
      )}
      <p className={css.muted}>
        {act.by ? <bdi>{act.by}</bdi> : <T id="identity.file.program" />} · <T id={`identity.reason.${act.reason}`} /> · <time dateTime={act.at}>{formats.dateTime(act.at)}</time>
      </p>
    </li>
  );
}

function What({ act: { act, from, to, added, removed, until } }: { act: ActOnMemberFragment }) {
  const formats = useFormats();
  const words = useWords();
  if (act === 'role') return <T id="identity.did.role" values={{ from: words(`identity.role.${from ?? 'member'}`), to: words(`identity.role.${to ?? 'member'}`) }} />;
  if (act === 'city') return <T id="identity.did.city" values={{ from: <bdi>{from ?? words('identity.files.noCity')}</bdi>, to: <bdi>{to ?? words('identity.files.noCity')}</bdi> }} />;
  if (act === 'suspend') return until ? <T id="identity.did.suspend" values={{ when: formats.dateTime(until) }} /> : <T id="identity.did.suspend.open" />;
  if (act !== 'coordination') return <T id={`identity.did.${act}`} />;
  return (
    <>
      {added.length > 0 && <T id="identity.did.added" values={{ cities: formats.list([...added]) }} />} {removed.length > 0 && <T id="identity.did.removed" values={{ cities: formats.list([...removed]) }} />}
    </>
  );
}

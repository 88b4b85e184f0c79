import { Banner, Button, Link, RelativeTime, T, Tag, UserText, VoiceLine, useFormats, useWords } from '@crosscity/platform/web';
import { speaking } from '../speaking';
import { CaseContext } from './CaseContext';
import type { CaseFileFragment } from './CaseFile.generated';
import { DecisionForm } from './DecisionForm';
import { PastDecisions } from './PastDecisions';
import type { CaseActs } from './useCaseActs';
import css from './CasePane.module.css';

/** Why it is here, the text, what stands around it, who said it, and then the decision: in the order of thinking. */
export function CasePane({ file, acts }: { file: CaseFileFragment; acts: CaseActs }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <article className={css.case} aria-labelledby="case-title">
      <div className={css.head}>
        <p className={css.kind}>
          <T id="moderation.kind" values={{ kind: file.targetKind }} />
          {file.content && file.content.status !== 'published' && (
            <Tag kind="warning">
              <T id={`moderation.status.${file.content.status}`} />
            </Tag>
          )}
        </p>
        <h1 id="case-title" className={css.title}>{file.content ? <UserText of="span" text={file.content.title} lang={file.content.language} /> : <T id="moderation.gone" />}</h1>
        <CaseClaim file={file} acts={acts} />
      </div>

      {file.urgent && file.status === 'open' && (
        <Banner kind="danger" title={words('moderation.danger.title')}>
          <p>
            <T id="moderation.danger" />
          </p>
        </Banner>
      )}
      {acts.problem && (
        <Banner kind="danger" live>
          <p>{acts.problem}</p>
        </Banner>
      )}

      <section aria-labelledby="case-why" className={css.section}>
        <h2 id="case-why">
          <T id="moderation.why" />
        </h2>
        <ul role="list" className={css.reports}>
          {file.reports.map((report) => (
            <li key={report.id}>
              <p>
                <strong>
                  <T id={`moderation.reason.${report.reason}`} />
                </strong>{' '}
                <span className={css.fact}>
                  <bdi>{report.reporter.name}</bdi> · <RelativeTime at={report.reportedAt} />
                </span>
              </p>
              {report.note && <UserText of="p" text={report.note} />}
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="case-text" className={css.section}>
        <h2 id="case-text">
          <T id="moderation.text" />
        </h2>
        <CaseContext context={file.context} />
        <div className={css.text}>
          <VoiceLine voice={speaking(file.voice)} />
          {file.content ? <UserText html={file.content.html} lang={file.content.language} /> : <T id="moderation.gone.words" />}
          {file.content && (
            <p>
              <Link to={file.content.path}>
                <T id="moderation.inPlace" />
              </Link>
            </p>
          )}
        </div>
        <VoiceHistory file={file} />
      </section>

      <PastDecisions file={file} acts={acts} />
      {!file.viewerCan.beImpartial && (
        <Banner kind="info">
          <p>
            <T id="refusal.moderation.ownCase" />
          </p>
        </Banner>
      )}
      {(file.viewerCan.decide || file.viewerCan.reopen) && <DecisionForm file={file} acts={acts} />}
      {file.claim && !file.claim.isMine && (
        <p>
          <T id="moderation.claim.other" values={{ by: <bdi>{file.claim.by}</bdi>, until: formats.time(file.claim.until) }} />
        </p>
      )}
    </article>
  );
}

const COUNTS = ['open', 'hidden', 'askedToEdit', 'warned', 'restored', 'noAction'] as const;

/** What other cases about the same voice came to. */
function VoiceHistory({ file: { voice, history } }: { file: CaseFileFragment }) {
  const told = COUNTS.filter((name) => history[name] > 0);
  return (
    <p className={css.fact}>
      <T id={voice.kind === 'unattributed' ? 'moderation.history.nobody' : told.length === 0 ? 'moderation.history.none' : 'moderation.history'} />
      {told.map((name) => (
        <span key={name} className={css.count}>
          <T id={`moderation.history.${name}`} values={{ count: history[name] as never }} />
        </span>
      ))}
    </p>
  );
}

function CaseClaim({ file, acts }: { file: CaseFileFragment; acts: CaseActs }) {
  const formats = useFormats();
  if (file.viewerCan.release && file.claim) {
    return (
      <p className={css.claim}>
        <T id="moderation.claim.until" values={{ until: formats.time(file.claim.until) }} />
        <Button kind="quiet" state={acts.busy === 'claim' ? 'busy' : undefined} onClick={() => void acts.release()}>
          <T id="moderation.release" />
        </Button>
      </p>
    );
  }
  if (!file.viewerCan.claim) return null;
  return (
    <p className={css.claim}>
      <Button state={acts.busy === 'claim' ? 'busy' : undefined} aria-keyshortcuts="c" onClick={() => void acts.claim()}>
        <T id="moderation.claim" />
      </Button>
    </p>
  );
}

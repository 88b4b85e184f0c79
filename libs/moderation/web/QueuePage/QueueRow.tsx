import { Link, RelativeTime, T, Tag, UserText, WarningIcon, useFormats, useWords } from '@crosscity/platform/web';
import type { QueueRowFragment } from './QueueRow.generated';
import css from './QueueRow.module.css';

/** One case in the list: what kind of text, why it is here, for how long, and who has it. */
export function QueueRow({ row, to, isHere }: { row: QueueRowFragment; to: string; isHere: boolean }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Link to={to} className={css.row} aria-current={isHere ? 'true' : undefined}>
      <span className={css.kind}>
        <T id="moderation.kind" values={{ kind: row.targetKind }} />
        {row.urgent && (
          <Tag kind="danger" icon={<WarningIcon size={16} />}>
            <T id="moderation.urgent" />
          </Tag>
        )}
        {row.status === 'decided' && row.lastAction && (
          <Tag>
            <T id={`moderation.action.${row.lastAction}.done`} />
          </Tag>
        )}
      </span>
      {row.content ? <UserText of="span" text={row.content.title} lang={row.content.language} /> : <T id="moderation.gone" />}
      <span className={css.facts}>
        <span>{formats.list(row.reasons.map((reason) => words(`moderation.reason.${reason}`)))}</span>
        <span>
          <T id="moderation.reports" values={{ count: row.reportCount as never }} />
        </span>
        <RelativeTime at={row.decidedAt ?? row.openedAt} />
      </span>
      {row.claim && (
        <span className={css.facts}>
          {row.claim.isMine ? <T id="moderation.claim.mine" /> : <T id="moderation.claim.by" values={{ name: <bdi>{row.claim.by}</bdi> }} />}
        </span>
      )}
      {!row.viewerCan.beImpartial && (
        <span className={css.facts}>
          <T id="moderation.notYours" />
        </span>
      )}
    </Link>
  );
}

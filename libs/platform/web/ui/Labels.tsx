import type { ReactNode } from 'react';
import { CheckIcon, FailureIcon, GlobeIcon, LockIcon, MembersIcon, ModerationIcon, WarningIcon } from './icons';
import { T } from '../words/words';
import css from './Labels.module.css';

export function Tag({ kind = 'plain', icon, children }: { kind?: 'plain' | 'success' | 'warning' | 'danger' | 'info'; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={[css.tag, css[kind]].filter(Boolean).join(' ')}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

/** A dot for the eye, words for screen readers; the row beside it is bold as well. `words` where the number counts something else than what is new. */
export function UnreadDot({ count, words }: { count?: number; words?: ReactNode }) {
  return (
    <span className={count ? css.unreadCount : css.unreadDot}>
      {count ? <span aria-hidden="true" dir="ltr">{count > 99 ? '99+' : count}</span> : null}
      <span className="forScreenReaders">
        {words ?? <T id="platform.unread" values={{ count: (count ?? 1) as never }} />}
      </span>
    </span>
  );
}

/** Who can read this: on every page with words of people, and in every composer. */
export function AudienceLabel({ audience, city }: { audience: 'public' | 'members' | 'city' | 'space'; city?: string }) {
  const Icon = { public: GlobeIcon, members: MembersIcon, city: LockIcon, space: LockIcon }[audience];
  return (
    <Tag icon={<Icon size={16} />}>
      <T id={`platform.audience.${audience}`} values={{ city: <bdi>{city}</bdi> }} />
    </Tag>
  );
}

/** How it went where it was tried: word, icon and colour, never colour alone. */
export function ResultLabel({ result }: { result: 'worked' | 'mixed' | 'didNot' | 'harmed' }) {
  const look = { worked: ['success', CheckIcon], mixed: ['warning', ModerationIcon], didNot: ['plain', FailureIcon], harmed: ['danger', WarningIcon] } as const;
  const [kind, Icon] = look[result];
  return (
    <Tag kind={kind} icon={<Icon size={16} />}>
      <T id={`platform.result.${result}`} />
    </Tag>
  );
}

import type { RegistrationStatus } from '@crosscity/events/contract';
import { AlertIcon, CheckIcon, ClockIcon, FailureIcon, T, Tag } from '@crosscity/platform/web';

const LOOK = {
  confirmed: ['success', CheckIcon], waiting: ['info', ClockIcon], requested: ['info', ClockIcon], declined: ['danger', FailureIcon], cancelled: ['plain', FailureIcon], eventCancelled: ['danger', AlertIcon],
} as const;

/** How a registration stands: word, icon and colour. `of` says to whom: to the person, or to staff about them. */
export function StatusTag({ status, place, of = 'own' }: { status: RegistrationStatus | 'eventCancelled'; place?: number | null; of?: 'own' | 'guest' }) {
  const [kind, Icon] = LOOK[status];
  return <Tag kind={kind} icon={<Icon size={16} />}><T id={of === 'guest' && status !== 'waiting' ? `events.guests.${status}` : `events.status.${status}`} values={{ place: place ?? 0 }} /></Tag>;
}

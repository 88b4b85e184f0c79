import { useViewer } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { onOutbox, outboxOf, type WaitingLesson } from './outbox';

/** What waits on this device to be sent; null until the device was asked. */
export function useOutbox(): WaitingLesson[] | null {
  const person = useViewer()?.id;
  const [lessons, setLessons] = useState<WaitingLesson[] | null>(null);
  useEffect(() => {
    if (!person) return undefined;
    let gone = false;
    const look = () => void outboxOf(person).then((found) => gone || setLessons(found));
    look();
    const stop = onOutbox(look);
    return () => {
      gone = true;
      stop();
    };
  }, [person]);
  return lessons;
}

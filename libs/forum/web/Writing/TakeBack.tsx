import { useMutation } from '@apollo/client/react';
import { Button, T, newKey, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { TakeBackLessonDocument } from './Writing.generated';
import css from './LessonForm.module.css';

const minutesUntil = (until: string) => Math.ceil((Date.parse(until) - Date.now()) / 60_000);

/** For some minutes a lesson can be taken back as if it had never been there. How long still, in whole minutes: no ticking seconds. */
export function TakeBack({ id, until }: { id: string; until: string }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  // Told by the browser's clock, so only there: the server's page must not differ.
  const [minutes, setMinutes] = useState<number | null>(null);
  const [takeBack, { loading }] = useMutation(TakeBackLessonDocument);
  useEffect(() => {
    const look = () => setMinutes(minutesUntil(until));
    look();
    const timer = setInterval(look, 5_000);
    return () => clearInterval(timer);
  }, [until]);
  if (minutes !== null && minutes <= 0) return null;
  const act = () =>
    takeBack({ variables: { input: { key, id } } }).then(
      ({ data }) => {
        toast({ words: words('forum.takeBack.done') });
        void navigate(`/drafts/${data!.takeBackLesson.id}`, { replace: true });
      },
      (error: unknown) => toast({ words: toWords(error) }),
    );
  return (
    <section className={css.takeBack} aria-labelledby="take-back-title">
      <h2 id="take-back-title">
        <T id="forum.takeBack.title" />
      </h2>
      <p>
        <T id="forum.takeBack.words" /> {minutes !== null && <T id="forum.takeBack.minutes" values={{ count: minutes as never }} />}
      </p>
      <div>
        <Button state={loading ? 'busy' : undefined} onClick={() => void act()}>
          <T id="forum.published.takeBack" />
        </Button>
      </div>
    </section>
  );
}

import { AudienceLabel, Link, RelativeTime, T, Tag, UnreadDot, directionOf, useWords } from '@crosscity/platform/web';
import { Facts } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import type { QuestionCardFragment, QuestionFactsFragment } from './Questions.generated';
import css from './Questions.module.css';

export function questionPath({ id, slug }: { id: string; slug: string }): string {
  return `/questions/${id}/${slug}`;
}

const kinds = { unanswered: 'warning', open: undefined, answered: 'success', finished: undefined } as const;

/** How far it has come, in words and colour. */
export function QuestionState({ state }: { state: QuestionFactsFragment['state'] }) {
  return (
    <Tag kind={kinds[state]}>
      <T id={`forum.question.state.${state}`} />
    </Tag>
  );
}

/** Whom it asks. */
export function AskedWhom({ question, linked = false }: { question: Pick<QuestionFactsFragment, 'askedCity'>; linked?: boolean }) {
  const { askedCity } = question;
  if (!askedCity) return <T id="forum.question.toNetwork" />;
  const name = <bdi>{askedCity.name}</bdi>;
  return <T id="forum.question.toCity" values={{ city: linked ? <Link to={`/cities/${askedCity.slug}`}>{name}</Link> : name }} />;
}

/** "Asked 9 days ago, nobody answered." */
export function Silence({ askedAt }: { askedAt: string }) {
  return <T id="forum.question.silent" values={{ when: <RelativeTime at={askedAt} /> }} />;
}

export function QuestionCard({ question, level: Heading = 'h2' }: { question: QuestionCardFragment; level?: 'h2' | 'h3' }) {
  const path = questionPath(question);
  const newCount = question.reading?.newCount ?? 0;
  const text = { lang: question.language, dir: directionOf(question.language) };
  return (
    <article className={css.card}>
      <Heading className={css.title} {...text}>
        {newCount > 0 && (
          <span className={css.unread}>
            <UnreadDot />
          </span>
        )}
        <Link to={path}>{question.title}</Link>
      </Heading>
      {question.short && (
        <p className={css.short} {...text}>
          {question.short}
        </p>
      )}
      <Facts>
        <AskedWhom question={question} />
        <VoiceName voice={question.voice} />
        {question.state !== 'unanswered' && <RelativeTime at={question.askedAt} />}
        {question.audience === 'members' && <AudienceLabel audience="members" />}
      </Facts>
      {question.themes.length > 0 && (
        <ul role="list" className={css.themes}>
          {question.themes.map((theme) => (
            <li key={theme.slug}>
              <Tag>{theme.name}</Tag>
            </li>
          ))}
        </ul>
      )}
      <div className={css.activity}>
        {question.state === 'unanswered' ? <span><Silence askedAt={question.askedAt} /></span> : <QuestionState state={question.state} />}
        {question.replyCount > 0 && (
          <span>
            <T id="forum.replies.count" values={{ count: question.replyCount as never }} />
          </span>
        )}
        {newCount > 0 && (
          <Link to={`${path}?unread=1`} className={css.fresh}>
            <T id="forum.replies.new" values={{ count: newCount as never }} />
          </Link>
        )}
      </div>
    </article>
  );
}

export function QuestionCards({ questions, level, label }: { questions: readonly QuestionCardFragment[]; level?: 'h2' | 'h3'; label?: string }) {
  const words = useWords();
  return (
    <ul role="list" className={css.cards} aria-label={label ?? words('forum.question.results')}>
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionCard question={question} level={level} />
        </li>
      ))}
    </ul>
  );
}

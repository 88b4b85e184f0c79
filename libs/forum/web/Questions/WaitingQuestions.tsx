import { Link, T } from '@crosscity/platform/web';
import { QuestionCards } from './QuestionCard';
import type { WaitingQuestionsFragment } from './Questions.generated';
import css from './Questions.module.css';

/** Questions without an answer that the reader could give. Nothing at all where there are none. */
export function WaitingQuestions({ query, all }: { query: WaitingQuestionsFragment; all?: boolean }) {
  if (query.waitingQuestions.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        <T id="forum.question.waiting" />
      </h2>
      <p className={css.hint}>
        <T id="forum.question.waitingWhy" />
      </p>
      <QuestionCards questions={query.waitingQuestions} level="h3" />
      {all && (
        <p>
          <Link to="/questions?state=unanswered">
            <T id="forum.question.allUnanswered" />
          </Link>
        </p>
      )}
    </section>
  );
}

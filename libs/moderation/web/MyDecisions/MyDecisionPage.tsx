import { Banner, Link, LinkButton, RelativeTime, T, UserText, pageQuery, usePage, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { MyDecisionPageDocument } from './MyDecision.generated';
import css from './MyDecisions.module.css';

export const query = pageQuery(MyDecisionPageDocument, ({ params }) => ({ id: params.id! }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'moderation.mine.one');
export const robots = 'noindex';

/** To an author: what was decided about their text, by which rule, in which words, and what they can do. */
export function Page() {
  const { myDecision: decision } = usePage(MyDecisionPageDocument).data;
  const words = useWords();
  const { content } = decision;
  const canEdit = content && content.status !== 'withdrawn' && decision.action !== 'restore';
  return (
    <div className={css.page}>
      <p>
        <Link to="/me/decisions">
          <T id="moderation.mine" />
        </Link>
      </p>
      <h1>
        <T id={`moderation.mine.${decision.action}`} />
      </h1>
      <p className={css.fact}>
        <T id="moderation.mine.by" values={{ when: <RelativeTime at={decision.decidedAt} /> }} />
      </p>
      {decision.takenBackAt && (
        <Banner kind="success" title={words('moderation.mine.takenBack.title')}>
          <p>
            <T id="moderation.mine.takenBack" />
          </p>
        </Banner>
      )}
      {decision.rule && (
        <section className={css.section} aria-labelledby="decision-rule">
          <h2 id="decision-rule">
            <T id="moderation.mine.rule" />
          </h2>
          <p>
            <strong>
              <T id={`moderation.rule.${decision.rule}`} />
            </strong>
          </p>
          <p>
            <T id={`moderation.rule.${decision.rule}.why`} />
          </p>
        </section>
      )}
      <section className={css.section} aria-labelledby="decision-words">
        <h2 id="decision-words">
          <T id="moderation.mine.words" />
        </h2>
        <div className={css.quote}>
          {decision.words.split(/\n{2,}/).map((paragraph, index) => (
            <UserText key={index} of="p" text={paragraph} lang={decision.language} />
          ))}
        </div>
      </section>
      <section className={css.section} aria-labelledby="decision-text">
        <h2 id="decision-text">
          <T id="moderation.mine.text" />
        </h2>
        {content ? (
          <>
            <p>
              <UserText of="span" text={content.title} lang={content.language} />
            </p>
            <div className={css.quote}>
              <UserText html={content.html} lang={content.language} />
            </div>
          </>
        ) : (
          <p>
            <T id="moderation.gone.words" />
          </p>
        )}
      </section>
      <section className={css.section} aria-labelledby="decision-next">
        <h2 id="decision-next">
          <T id="moderation.mine.next" />
        </h2>
        <p>
          <T id={`moderation.mine.next.${decision.action}`} />
        </p>
        <p>
          <T id="moderation.mine.object" />
        </p>
        {canEdit && (
          <p>
            <LinkButton to={content.path} kind="primary">
              <T id="moderation.mine.open" />
            </LinkButton>
          </p>
        )}
      </section>
    </div>
  );
}

import { Card, Link, T, Tag, directionOf } from '@crosscity/platform/web';
import css from './Spaces.module.css';
import type { SpaceStateFragment } from './Spaces.generated';

/** One space in the list: what it is for, who may read, and what one is in it. */
export function SpaceCard({ space }: { space: SpaceStateFragment }) {
  return (
    <Card className={css.card} aria-labelledby={`space-${space.id}`}>
      <h2 id={`space-${space.id}`} className={css.name} lang={space.language} dir={directionOf(space.language)}>
        <Link to={`/spaces/${space.slug}`}>{space.name}</Link>
      </h2>
      {space.purpose && (
        <p lang={space.language} dir={directionOf(space.language)}>
          {space.purpose}
        </p>
      )}
      <SpaceTags space={space} />
      <Counts space={space} />
    </Card>
  );
}

export function SpaceTags({ space: { kind, viewer, closedAt } }: { space: SpaceStateFragment }) {
  return (
    <div className={css.tags}>
      <Tag>
        <T id={`forum.space.kind.${kind}`} />
      </Tag>
      {viewer.belongs !== 'none' && (
        <Tag kind={viewer.belongs === 'invited' || viewer.belongs === 'mustAgree' ? 'warning' : 'success'}>
          <T id={`forum.space.belongs.${viewer.belongs}`} />
        </Tag>
      )}
      {closedAt && (
        <Tag>
          <T id="forum.space.closed" />
        </Tag>
      )}
    </div>
  );
}

export function Counts({ space: { memberCount, lessonCount } }: { space: SpaceStateFragment }) {
  if (memberCount === null && lessonCount === null) return null;
  return (
    <p className={css.muted}>
      {memberCount !== null && <T id="forum.space.members.count" values={{ count: memberCount as never }} />}
      {memberCount !== null && lessonCount !== null && ' · '}
      {lessonCount !== null && <T id="forum.space.lessons.count" values={{ count: lessonCount as never }} />}
    </p>
  );
}

import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parse(value: unknown): Date {
  const instant = typeof value === 'string' && value.length <= 40 && INSTANT.test(value) ? new Date(value) : null;
  if (!instant || Number.isNaN(instant.getTime())) throw new GraphQLError('Not an instant: send ISO 8601 with a zone, such as 2027-05-11T09:30:00Z.');
  return instant;
}

/** RFC 3339 instants. Nest's own scalar lets `Invalid Date` through and answers null for ISO strings. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'An instant, as an ISO 8601 string with its zone; answers are in UTC.';

  parseValue(value: unknown): Date {
    return parse(value);
  }

  serialize(value: unknown): string {
    // Rows that PostgreSQL itself turned to JSON arrive as strings.
    const instant = value instanceof Date ? value : new Date(String(value));
    if (Number.isNaN(instant.getTime())) throw new GraphQLError('Not an instant.');
    return instant.toISOString();
  }

  parseLiteral(node: ValueNode): Date {
    return parse(node.kind === Kind.STRING ? node.value : null);
  }
}

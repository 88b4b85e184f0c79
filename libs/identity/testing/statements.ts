/**
 * The statements of a request without those that ask who is there: session and actor are kept for two seconds, so a slow
 * machine asks them again now and then, and a count of the rest is steady.
 */
export function besidesWhoAsks(statements: readonly string[]): string[] {
  return statements.filter((statement) => !/ from "?session"? |from coordinator k/i.test(statement.replaceAll(/\s+/g, ' ')));
}

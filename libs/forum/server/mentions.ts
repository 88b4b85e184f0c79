import { forumLimits } from '@crosscity/forum/contract';

/**
 * A mention is a link to whoever speaks, in the Markdown of a reply: `[@Aino Virtanen](/members/aino-virtanen)`. It reads well
 * where it is typed, in a mail and without script, and needs no table: who is told is found out from the text.
 */
const MENTION = /<a href="\/(members|cities)\/([^"/?#]+)"[^>]*>@[^<]*<\/a>/gu;

/** Mentions of people, as PostgreSQL and JavaScript both read it. */
export const NAMED_PERSON = '<a href="/members/[^"]*"[^>]*>@[^<]*</a>';
const namedPerson = new RegExp(NAMED_PERSON, 'gu');
export const SOMEBODY = '@…';

export interface Mentioned {
  members: string[];
  cities: string[];
}

/** The handles that a text mentions, no more of each than are told. */
export function mentionedIn(html: string): Mentioned {
  const found = { members: new Set<string>(), cities: new Set<string>() };
  for (const [, kind, handle] of html.matchAll(MENTION)) {
    const handles = found[kind as 'members' | 'cities'];
    if (handles.size < forumLimits.mentions) handles.add(decoded(handle!));
  }
  return { members: [...found.members], cities: [...found.cities] };
}

/** What a guest reads, and what is searched: members are named to members only. */
export function withoutNames(html: string): string {
  return html.includes('href="/members/') ? html.replace(namedPerson, SOMEBODY) : html;
}

function decoded(handle: string): string {
  try {
    return decodeURIComponent(handle);
  } catch {
    return handle;
  }
}

import { type Actor, isStaff } from '@crosscity/platform/server';

/** Who may do what with a city. Pure: asked to refuse and to answer `viewerCan`. */
export const may = {
  /** A profile is the city's own word: its coordinators, and staff on their behalf. */
  edit(actor: Actor, city: { id: string }): boolean {
    return isStaff(actor) || (actor.kind === 'member' && actor.coordinates.includes(city.id));
  },
  follow(actor: Actor): boolean {
    return actor.kind === 'member';
  },
};

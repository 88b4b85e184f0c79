import type { PlatformRole } from '@crosscity/platform/server';
import type { PersonStatus } from '../person.entity';

interface Acting {
  personId: string;
  role: PlatformRole;
}

interface CaredFor {
  personId: string;
  role: PlatformRole;
  status: PersonStatus;
}

const isSelf = (actor: Acting, member: CaredFor): boolean => actor.personId === member.personId;

/**
 * Who may care for whom. Pure: refuses, and answers `viewerCan`. As nobody acts on their own account, and who acts is an
 * administrator still when the rows are locked, the last administrator can't be removed.
 */
export const may = {
  /** Role, cities that somebody cares for, and their city: rights go with all three. */
  changeRights: (actor: Acting, member: CaredFor): boolean => actor.role === 'administrator' && !isSelf(actor, member),
  /** Moderators close accounts of members; staff's are for administrators. */
  suspend: (actor: Acting, member: CaredFor): boolean => !isSelf(actor, member) && (actor.role === 'administrator' || (actor.role === 'moderator' && member.role === 'member')),
  reopen: (actor: Acting, member: CaredFor): boolean => member.status === 'suspended' && may.suspend(actor, member),
  endSessions: (actor: Acting, member: CaredFor): boolean => may.suspend(actor, member),
};

export { isSelf };

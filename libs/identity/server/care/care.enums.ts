import { registerEnumType } from '@nestjs/graphql';
import { CARE_REASONS, CARE_ROLES, type CareReason, type CareRole, MEMBER_ACTS, MEMBER_STATES, type MemberAct, type MemberState } from '@crosscity/identity/contract';
import { enumOf } from '../people.enums';

export const MemberActEnum: { [V in MemberAct]: V } = enumOf(MEMBER_ACTS);
registerEnumType(MemberActEnum, { name: 'MemberActKind', description: 'What staff do to an account.' });

export const CareReasonEnum: { [V in CareReason]: V } = enumOf(CARE_REASONS);
registerEnumType(CareReasonEnum, { name: 'CareReason', description: 'Why staff act on an account.' });

export const MemberStateEnum: { [V in MemberState]: V } = enumOf(MEMBER_STATES);
registerEnumType(MemberStateEnum, { name: 'MemberState' });

export const CareRoleEnum: { [V in CareRole]: V } = enumOf(CARE_ROLES);
registerEnumType(CareRoleEnum, { name: 'CareRole', description: 'The roles, and caring for a city.' });

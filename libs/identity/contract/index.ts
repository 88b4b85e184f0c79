import './identity.errors';
import './identity.facts';

export { CARE_REASONS, CARE_ROLES, MEMBER_ACTS, MEMBER_STATES, type CareReason, type CareRole, type MemberAct, type MemberState } from './care';
export { identityLimits } from './identity.limits';
export { FIELDS_OF_WORK, FIRST_VISIBILITY, SPOKEN_LANGUAGES, VISIBILITIES, type FieldOfWork, type ProfileVisibility, type Visibility } from './profiles';
export { VOICE_KINDS, type VoiceKind, UNATTRIBUTED_VOICE_ID } from './voices';

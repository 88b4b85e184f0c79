import './identity.errors';

export { identityLimits } from './identity.limits';
export { VOICE_KINDS, type VoiceKind, UNATTRIBUTED_VOICE_ID } from './voices';

import './identity.errors';
import './identity.facts';

export { identityLimits } from './identity.limits';
export { FIELDS_OF_WORK, FIRST_VISIBILITY, SPOKEN_LANGUAGES, VISIBILITIES, type FieldOfWork, type ProfileVisibility, type Visibility } from './profiles';
export { VOICE_KINDS, type VoiceKind, UNATTRIBUTED_VOICE_ID } from './voices';

import './files.errors';
import './files.facts';

export { filesLimits } from './files.limits';
export { ACCEPTED, FACES, FILE_KINDS, FILE_REFUSALS, FILE_STATES, PICTURE_WIDTHS, type Faces, type FileKind, type FileRefusal, type FileState } from './files.terms';

export { useNotes, type Notes } from './notes';

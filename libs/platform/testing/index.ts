export { cloneDatabase, emptyDatabase, type TestDatabase } from './database';

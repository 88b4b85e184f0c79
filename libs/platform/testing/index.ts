export { cloneDatabase, emptyDatabase, type TestDatabase } from './database';
export { startApp, useInApps, type TestApp, type TestMiddleware } from './app';
export { Client, Refused } from './client';

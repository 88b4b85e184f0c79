export { cloneDatabase, emptyDatabase, type TestDatabase } from './database';
export { startApp, useInApps, type TestApp, type TestMiddleware } from './app';
export { Client, Refused } from './client';
/** 300 and more texts that try to run, load, leave or cover something. The browser test reads the same table. */
export { default as hostileTexts } from './hostile-texts.json' with { type: 'json' };

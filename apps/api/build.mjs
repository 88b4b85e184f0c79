// The server's build: `node apps/api/build.mjs`. Half a second.
import { bundle } from './build/bundle.mjs';

await bundle();

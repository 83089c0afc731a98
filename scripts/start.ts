import { buildApp, isBuildCurrent } from './app-build';
import { loadSettings } from './load-settings';
import { serve } from './serve';

// `npm start`: builds the app if there is no current build, prepares the ledger and serves it.

loadSettings('production');
await serve('production', async () => {
  if (isBuildCurrent()) return;
  console.log('Building the app: there is no build of these sources yet. This takes a minute or two, once.');
  await buildApp();
});

import { buildApp } from './app-build';
import { loadSettings } from './load-settings';

// Builds the app so that `npm start` finds the build and knows which sources it is of. No database is opened.

loadSettings('production');
await buildApp().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

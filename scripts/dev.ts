import { loadSettings } from './load-settings';
import { serve } from './serve';

// `npm run dev`: the same preparation as `npm start`, then Next's development server.

loadSettings('development');
await serve('development', async () => undefined);

// @ts-check
// Who may import whom (DESIGN: "Domain decides, db stores, reads answer, app asks, components draw").
// Each zone: files in `target` may not import from `from`, but for `except`.

/** @type {import('eslint').Linter.RuleEntry} */
export const walls = /** @type {any} */ ([
  { target: './domain', from: '.', except: ['./domain'], message: 'domain imports nothing outside domain.' },
  { target: './db', from: '.', except: ['./db', './domain', './lib/env.ts', './node_modules'], message: 'db imports only domain and lib/env.' },
  { target: './components', from: './db', message: 'components draw: they get props, never the database.' },
  { target: './components', from: './lib/reads', message: 'components draw: a page reads and hands over props.' },
  { target: './components', from: './app', message: 'components do not know routes: pass what they need.' },
  { target: './lib', from: './app', message: 'lib serves the app, not the other way round.' },
  { target: './lib', from: './components', message: 'lib draws nothing.' },
  { target: './lib/reads', from: './db', except: ['./queries', './client.ts'], message: 'reads ask db/queries only.' },
  { target: './lib/inputs', from: './db', message: 'inputs parse; they never reach the database.' },
  { target: './lib/inputs', from: './lib/reads', message: 'inputs parse; they read nothing.' },
  { target: ['./app/(site)', './app/embed', './app/r'], from: './db', message: 'pages ask lib/reads.' },
  { target: './app/**/!(route).{ts,tsx}', from: './db/mutations', message: 'only route handlers and scripts write.' },
  { target: './app', from: './db/schema', message: 'no SQL in the app: ask db/queries through lib/reads, or a mutation.' },
  { target: ['./app', './components', './lib', './db', './domain'], from: './tests', message: 'the product never imports its tests.' },
  { target: ['./app', './components', './lib', './db', './domain'], from: './scripts', message: 'the product never imports scripts.' },
]);

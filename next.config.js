// @ts-check
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import { siteHeaders } from './lib/site-headers.js';

/** @param {string} phase @returns {import('next').NextConfig} */
const config = (phase) => ({
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', 'nodemailer', '@node-rs/argon2', 'subset-font', 'pino', 'prom-client'],
  cacheHandler: fileURLToPath(new URL('lib/cache-handler.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  // No picture of ours is made smaller on request; without this anybody could ask for it.
  images: { unoptimized: true },
  experimental: { globalNotFound: true },
  // A frame carries the drawings' style sheets in its document, so it reads them as text.
  turbopack: { rules: { '*.css': { condition: { query: '?raw' }, type: 'text' } } },
  headers: async () => siteHeaders(phase === PHASE_DEVELOPMENT_SERVER),
});

export default config;

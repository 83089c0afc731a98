// @ts-check
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

/** @param {boolean} isDevelopment */
const contentSecurityPolicy = (isDevelopment) =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** @param {boolean} isDevelopment */
const pageHeaders = (isDevelopment) => [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy(isDevelopment) },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @param {string} phase @returns {import('next').NextConfig} */
const config = (phase) => ({
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2'],
  cacheHandler: fileURLToPath(new URL('lib/cache-handler.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: { globalNotFound: true },
  // Embeds are framed by others, so they are left out here and get headers of their own.
  headers: async () => [{ source: '/((?!embed/).*)', headers: pageHeaders(phase === PHASE_DEVELOPMENT_SERVER) }],
});

export default config;

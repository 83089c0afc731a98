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

/** Loaded by pages of others, isolated ones too. An hour old at most: it must go on understanding the frames of the next version. */
const embedScriptHeaders = [
  { key: 'Cache-Control', value: 'public, max-age=3600, stale-while-revalidate=86400' },
  { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
  { key: 'Access-Control-Allow-Origin', value: '*' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
];

/** The address of a preview is its key: it is told to nobody, found by no search and kept by no cache. */
const previewHeaders = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  { key: 'Cache-Control', value: 'private, no-store' },
];

/** @param {string} phase @returns {import('next').NextConfig} */
const config = (phase) => ({
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', 'nodemailer', '@node-rs/argon2', 'subset-font'],
  cacheHandler: fileURLToPath(new URL('lib/cache-handler.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: { globalNotFound: true },
  // A frame carries the drawings' style sheets in its document, so it reads them as text.
  turbopack: { rules: { '*.css': { condition: { query: '?raw' }, type: 'text' } } },
  // Embeds are framed by others, so they are left out here and get headers of their own.
  headers: async () => [
    // So are drawings as files: they carry their letters and may load nothing else.
    { source: '/((?!embed/|embed\\.js$|charts/[a-z0-9-]+\\.svg$).*)', headers: pageHeaders(phase === PHASE_DEVELOPMENT_SERVER) },
    { source: '/embed.js', headers: embedScriptHeaders },
    { source: '/preview/:path*', headers: previewHeaders },
  ],
});

export default config;

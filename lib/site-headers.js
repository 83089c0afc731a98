// @ts-check
// What each kind of answer tells the browser, by address. Frames and desk pages get their policy where they are made (lib/embed-headers, lib/desk-policy),
// files theirs in proxy.ts: two rules for one header would both be sent.

/** @typedef {{ key: string, value: string }} Header */

/** Everything that a browser would have to ask for: we ask for nothing. */
export const PERMISSIONS = ['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'magnetometer', 'microphone',
  'midi', 'payment', 'usb', 'xr-spatial-tracking'].map((name) => `${name}=()`).join(', ');

/** For what is read by programs and never shown as a document. */
export const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Policy of a page of ours. Public pages are kept for all readers, so that no nonce can stand in them; the desk's are made for each request.
 * @param {{ isDevelopment: boolean, nonce?: string }} page
 */
export function pagePolicy({ isDevelopment, nonce }) {
  const scripts = nonce === undefined ? "'unsafe-inline'" : `'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'report-uri /api/csp',
  ].join('; ');
}

/** @type {Header[]} */
const OWN_WINDOW = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: PERMISSIONS },
];

const FOR_ALL_SITES = [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }, { key: 'Access-Control-Allow-Origin', value: '*' }];
const AS_DATA = [{ key: 'Content-Security-Policy', value: NOTHING }, { key: 'X-Frame-Options', value: 'DENY' }];
const TO_NOBODY = { key: 'Referrer-Policy', value: 'no-referrer' };

/**
 * Rules for next.config.js. No two set the same header for one address.
 * @param {boolean} isDevelopment
 * @returns {import('next/dist/lib/load-custom-routes.js').Header[]}
 */
export function siteHeaders(isDevelopment) {
  const policy = { key: 'Content-Security-Policy', value: pagePolicy({ isDevelopment }) };
  return [
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    // Only what came over TLS may ask for TLS from now on; whatever ends TLS in front of us says that it did.
    { source: '/:path*', has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }], headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }] },
    // The languages stand here once more (domain/words.ts): this file is read before anything is compiled.
    {
      source: '/((?!embed/|(?:ur|ps|fa-AF)/embed/|embed\\.js$|api/|admin(?:/|$)|preview/|_next/).*)',
      headers: [policy, ...OWN_WINDOW, { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }],
    },
    // Not no-referrer: with that a browser sends `Origin: null` along with our own forms, which the guard refuses.
    { source: '/admin/:path*', headers: [...OWN_WINDOW, { key: 'Referrer-Policy', value: 'same-origin' }] },
    // The address of a preview is its key: it is told to nobody, found by no search and kept by no cache.
    { source: '/preview/:path*', headers: [...OWN_WINDOW, TO_NOBODY, { key: 'X-Robots-Tag', value: 'noindex, nofollow' }, { key: 'Cache-Control', value: 'private, no-store' }] },
    { source: '/api/:path*', headers: [...AS_DATA, TO_NOBODY] },
    { source: '/api/:kind(admin|health|csp)/:path*', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'same-origin' }] },
    { source: '/_next/:path*', headers: [...AS_DATA, ...FOR_ALL_SITES] },
    // Loaded by pages of others, isolated ones too. An hour old at most: it must go on understanding the frames of the next version.
    { source: '/embed.js', headers: [...AS_DATA, ...FOR_ALL_SITES, { key: 'Cache-Control', value: 'public, max-age=3600, stale-while-revalidate=86400' }] },
  ];
}

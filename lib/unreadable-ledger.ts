import { randomUUID } from 'node:crypto';
import { problemResponse } from './problem';

// What readers see while nothing is known yet and the database is away: 503, an id to quote, and when to try again.

const RETRY_AFTER_SECONDS = '10';

export function unreadableLedger(cause: unknown, isForMachines: boolean): Response {
  const id = randomUUID().slice(0, 8);
  console.error(JSON.stringify({ event: 'ledger-unreadable', id, cause: String(cause) }));
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store' };
  if (isForMachines) {
    const detail = `The ledger cannot be read at the moment. Try again shortly; quote ${id} if it lasts.`;
    return problemResponse({ status: 503, title: 'The ledger cannot be read', detail }, headers);
  }
  return new Response(page(id), { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}

/** The same for a page of the desk. */
export function awayDesk(): Response {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8', Refresh: '5' };
  return new Response(plainPage('The desk is away', `<h1>The desk is away for a moment</h1>
<p>The database does not answer, so nothing can be changed now. Nothing is lost: what was saved is saved, and readers go on seeing what is published. This page asks again by itself every five seconds and opens
as soon as the database is back. <a href="">Ask now</a>.</p>`), { status: 503, headers });
}

function page(id: string): string {
  return plainPage('Back shortly', `<h1>The ledger cannot be read at the moment</h1>
<p>Nothing is lost. <a href="">Try again</a> in a few seconds. If it lasts, tell the operator the id <strong>${id}</strong>.</p>`);
}

function plainPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title} · Frontier Ledger</title>
<style>:root{color-scheme:light dark}body{font:1.0625rem/1.6 Georgia,serif;max-width:36rem;margin:18vh auto;padding:0 1.25rem}a{color:inherit}</style>
</head><body><main>${body}</main></body></html>`;
}

import type { IncomingMessage } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';

// TRACE, TRACK and CONNECT cannot stand in the web's own Request, so the framework breaks over them before anybody is asked. Under another name they are refused like any odd method.

const UNSPEAKABLE: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

export function refuseOddMethods(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    if (UNSPEAKABLE.has(request.method ?? '')) request.method = 'DELETE';
  });
}

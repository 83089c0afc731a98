import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { currentRelease } from './current-release';
import { countAgain } from './embed-sightings';
import { matchEmbed } from './inputs/embed';
import { splitLanguage } from './inputs/language-path';
import { sendAgain } from './sent-answers';

/** Puts the kept answers before every server of this process, at its first request: Next makes its server before we are asked and shows it to nobody. */
export function openSentAnswers(): void {
  const met = new WeakSet<Server>();
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { server } = message as { readonly server: Server };
    if (met.has(server)) return;
    met.add(server);
    const [listener, ...others] = server.listeners('request') as RequestListener[];
    // More than one listener: not the server we know, so it is left alone.
    if (!listener || others.length > 0) return;
    server.removeListener('request', listener);
    server.on('request', sendAgain(listener, { currentRelease, maySendAgain }));
  });
}

/** An embed that is shown in a frame is counted, whoever answers it. */
function maySendAgain({ url = '/', headers }: IncomingMessage): boolean {
  const { path } = splitLanguage(url.split('?', 1)[0] ?? '');
  if (!path.startsWith('/embed/')) return true;
  const slug = matchEmbed(path);
  const text = (name: string) => (Array.isArray(headers[name]) ? headers[name].join(', ') : (headers[name] ?? null));
  return slug === null ? false : countAgain({ get: text }, slug);
}

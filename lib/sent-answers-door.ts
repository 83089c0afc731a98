import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { takeShare } from './api/rate-limit';
import { peerAddress } from './accounts/peer-address';
import { currentRelease } from './current-release';
import { countAgain } from './embed-sightings';
import { matchEmbed } from './inputs/embed';
import { splitLanguage } from './inputs/language-path';
import { sendAgain } from './sent-answers';

/** Longer than browsers and load balancers keep a connection that nobody uses: whoever closes first must not be us, or a question is lost on its way. */
const IDLE_MS = 65_000;

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
    server.keepAliveTimeout = IDLE_MS;
    server.removeListener('request', listener);
    server.on('request', sendAgain(listener, { currentRelease, maySendAgain }));
  });
}

/** An embed that is shown in a frame is counted and a question to the API takes its caller's share, whoever answers it. */
async function maySendAgain({ url = '/', headers, socket }: IncomingMessage): Promise<boolean> {
  const { path } = splitLanguage(url.split('?', 1)[0] ?? '');
  const get = (name: string) => (Array.isArray(headers[name]) ? headers[name].join(', ') : (headers[name] ?? null));
  // Without a proxy the framework writes the caller's address where one would have.
  if (path.startsWith('/api/')) return (await takeShare(peerAddress({ get: (name) => get(name) ?? socket.remoteAddress ?? null }))) === null;
  if (!path.startsWith('/embed/')) return true;
  const slug = matchEmbed(path);
  return slug !== null && countAgain({ get }, slug);
}

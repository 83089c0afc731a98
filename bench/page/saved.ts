import type { ServedFile } from '../embed/pages';

// The same page as somebody would save it: the document with everything it shows, from a server that has it ready.

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' };

/** The page with what its head names. `/whole` has its scripts, `/saved` is the same without any: markup, style sheets and letters. */
export async function savedPage(origin: string, address: string): Promise<ServedFile[]> {
  const html = await textOf(`${origin}${address}`);
  const plain = html.replaceAll(/<script\b[^>]*>.*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/gs, '');
  const named = new Set([...html.matchAll(/(?:href|src)="(\/(?:_next|icon)[^"]*)"/g)].flatMap(([, path]) => path ?? []));
  const files = await Promise.all([...named].map(async (path): Promise<ServedFile> => ({
    path, type: TYPES[/\.([a-z0-9]+)(?:\?|$)/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream',
    body: Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer()),
  })));
  const document = (path: string, text: string): ServedFile => ({ path, type: 'text/html; charset=utf-8', body: Buffer.from(text) });
  return [document('/saved', plain), document('/whole', html), ...files];
}

async function textOf(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

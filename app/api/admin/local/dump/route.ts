import { dumpDatabase } from '@/db/transfer/dump';
import { getDesk } from '@/lib/accounts/desk';
import { isThroughLocalDoor } from '@/lib/accounts/local-door';

export const dynamic = 'force-dynamic';

/** The whole ledger as lines, for the backup command on this machine only; whoever else asks finds nothing here. */
export async function POST(request: Request): Promise<Response> {
  if (!isThroughLocalDoor(request.headers)) return Response.json({ title: 'Not found' }, { status: 404, headers: { 'cache-control': 'no-store' } });
  const { db } = await getDesk();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // A dump that breaks has no end mark, and the stream breaks with it: the command notices either.
  dumpDatabase(db, new Date(), (text) => writer.write(encoder.encode(text))).then(() => writer.close(), (cause: unknown) => writer.abort(cause).catch(() => undefined));
  return new Response(readable, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
}

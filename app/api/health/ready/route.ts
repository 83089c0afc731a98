import { getReplicaHealth } from '@/db/client';
import { askDatabase } from '@/lib/current-release';
import { isStopping } from '@/lib/graceful-stop';

export const dynamic = 'force-dynamic';

/** 200 when the database answers now, something is published and the server is not ending; 503 otherwise, also while readers still get kept answers. */
export async function GET() {
  if (isStopping()) return Response.json({ status: 'stopping', release: null }, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  const release = await askDatabase().catch(() => null);
  const isReady = release !== null && release > 0;
  const status = isReady ? 'ready' : release === null ? 'database away' : 'nothing published';
  return Response.json({ status, release, ...(await getReplicaHealth().catch(() => null)) }, { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}

import { verifyAudit } from '@/db/queries/verify-audit';
import { getDesk } from '@/lib/accounts/desk';
import { isThroughLocalDoor } from '@/lib/accounts/local-door';

/** For the command on this machine only; whoever else asks finds nothing here. */
export async function POST(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  if (!isThroughLocalDoor(request.headers)) return Response.json({ title: 'Not found' }, { status: 404, headers });
  const { db } = await getDesk();
  return Response.json(await verifyAudit(db), { headers });
}

import { z } from 'zod';
import { removeSecondFactorByCommand } from '@/lib/accounts/change-people';
import { getDesk } from '@/lib/accounts/desk';
import { isThroughLocalDoor } from '@/lib/accounts/local-door';
import { readFields } from '@/lib/accounts/request-body';

const fields = z.strictObject({ email: z.string().max(254) });
const answer = (status: number, body: object) => Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** For the command on this machine only; whoever else asks finds nothing here. */
export async function POST(request: Request): Promise<Response> {
  if (!isThroughLocalDoor(request.headers)) return answer(404, { title: 'Not found' });
  const read = await readFields(request, 4096);
  const asked = read.ok ? fields.safeParse(read.value) : null;
  if (!asked?.success) return answer(400, { title: 'The request cannot be read.' });
  const { db } = await getDesk();
  const removed = await removeSecondFactorByCommand(db, asked.data.email, new Date());
  return removed.ok ? answer(200, removed.value) : answer(409, { title: removed.refusal.message, code: removed.refusal.code });
}

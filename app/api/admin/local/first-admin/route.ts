import { getDesk } from '@/lib/accounts/desk';
import { invitee, inviteFirstAdmin } from '@/lib/accounts/invitation';
import { isThroughLocalDoor } from '@/lib/accounts/local-door';
import { readFields } from '@/lib/accounts/request-body';

const answer = (status: number, body: object) => Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** For the command on this machine only; whoever else asks finds nothing here. */
export async function POST(request: Request): Promise<Response> {
  if (!isThroughLocalDoor(request.headers)) return answer(404, { title: 'Not found' });
  const read = await readFields(request, 4096);
  const person = read.ok ? invitee.safeParse(read.value) : null;
  if (!person?.success) return answer(400, { title: person?.error.issues[0]?.message ?? 'The request cannot be read.' });
  const { db, siteUrl } = await getDesk();
  const invited = await inviteFirstAdmin(db, person.data, new Date());
  if (!invited.ok) return answer(409, { title: invited.refusal.message, siteUrl });
  return answer(200, { token: invited.value.token, expiresAt: invited.value.expiresAt.toISOString(), siteUrl });
}

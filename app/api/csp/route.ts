import { readLimited } from '@/lib/accounts/request-body';
import { parsePolicyReport } from '@/lib/inputs/policy-report';

export const dynamic = 'force-dynamic';

const LIMIT_BYTES = 8 * 1024;
const LINES_A_MINUTE = 10;
const MINUTE_MS = 60_000;

/** When the minute began, and how many lines it has had: strangers can write here, and the log must not become theirs. */
const minute = { began: 0, lines: 0 };

/** Reports of browsers about what a page's policy forbade. Nothing is kept but a line of the log; the answer is the same whatever was sent. */
export async function POST(request: Request): Promise<Response> {
  const now = Date.now();
  if (now - minute.began > MINUTE_MS) Object.assign(minute, { began: now, lines: 0 });
  if (minute.lines < LINES_A_MINUTE) {
    const text = await readLimited(request, LIMIT_BYTES);
    const report = text.ok ? parsePolicyReport(text.value) : null;
    if (report !== null) {
      minute.lines += 1;
      console.warn(JSON.stringify({ event: 'policy-violation', ...report }));
    }
  }
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}

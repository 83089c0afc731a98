export const dynamic = 'force-dynamic';

/** The process answers. Says nothing about the database: restarting would not bring that back. */
export function GET() {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } });
}

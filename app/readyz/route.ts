import { readiness } from '@/lib/db/readiness';

export const dynamic = 'force-dynamic';

/** The database answers and has every migration; 503 otherwise. */
export async function GET(): Promise<Response> {
  const { ready, status } = await readiness();
  return Response.json({ status }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}

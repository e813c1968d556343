import { ping } from '@/lib/db/client';
import { isMigrated } from '@/lib/db/migrate';

let migratedOnce = false;

/** Whether this process can serve: the database answers and has every migration of this version. Migrations only go
 * forward, so once seen they are not read again. */
export async function readiness(): Promise<{
  ready: boolean;
  status: 'ready' | 'migrations-missing' | 'database-unreachable';
}> {
  try {
    await ping();
    migratedOnce ||= await isMigrated();
  } catch {
    return { ready: false, status: 'database-unreachable' };
  }
  return migratedOnce ? { ready: true, status: 'ready' } : { ready: false, status: 'migrations-missing' };
}

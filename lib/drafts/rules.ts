import { z } from 'zod';
import { DAY, later } from '@/lib/clock';
import type { Holder } from '@/lib/drafts/schema';

/** A draft is kept half a year after its last change (defaults). */
const KEEP_FOR = 180 * DAY;

export function expiryOf(savedAt: Date): Date {
  return later(savedAt, KEEP_FOR);
}

const KeptFields = z.record(z.string(), z.string());

/** The fields of a stored draft. */
export function readFields(stored: string): Record<string, string> {
  return KeptFields.parse(JSON.parse(stored));
}

export function personHolder(personId: string): Holder {
  return `person:${personId}`;
}

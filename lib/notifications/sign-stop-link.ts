import { config } from '@/lib/config';
import type { PlaceKind } from '@/lib/following/schema';
import { sameSecret, sign } from '@/lib/secrets';

/** What a link stops: one place, or ('all') every mail of news. */
export type StopList = { kind: PlaceKind; id: string } | { kind: 'all'; id: '' };
export type Stop = { personId: string; list: StopList };

const TOKEN = /^([0-9a-z]{1,64})\.(thread|category|tag|all)\.([0-9a-z]{0,64})\.([A-Za-z0-9_-]{43})$/;

/** The address that stops one list for one person. It needs no signing in and never runs out: mail programs press it for
 * people years later (RFC 8058). It can stop and undo the stop, nothing else. */
export function stopUrl(personId: string, list: StopList): string {
  return `${config().siteUrl}/stop/${personId}.${list.kind}.${list.id}.${mac({ personId, list })}`;
}

/** Who and what a token stops, or null for a token that is not ours. */
export function stopOfToken(token: string): Stop | null {
  const [, personId = '', kind = '', id = '', given = ''] = TOKEN.exec(token) ?? [];
  if (given === '' || (kind === 'all') !== (id === '')) return null;
  const stop = { personId, list: { kind, id } as StopList };
  return sameSecret(given, mac(stop)) ? stop : null;
}

function mac({ personId, list }: Stop): string {
  return sign('links', 'stop-mails', personId, list.kind, list.id);
}

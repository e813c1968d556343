import { createECDH } from 'node:crypto';
import { sign } from '@/lib/secrets';

/** The site's key pair for push services (VAPID, RFC 8292), derived from the secrets in the data folder: it is there from
 * set-up on, the same in every process, and new secrets make a new one (browsers then subscribe again). */
export function pushKeys(): { publicKey: string; privateKey: string } {
  // A number above the order of the curve is no key; of 2^32 secrets one would need the second turn.
  for (let turn = 0; ; turn += 1) {
    const pair = createECDH('prime256v1');
    try {
      const privateKey = Buffer.from(sign('links', 'push-key', String(turn)), 'base64url');
      pair.setPrivateKey(privateKey);
      return {
        publicKey: pair.getPublicKey().toString('base64url'),
        privateKey: privateKey.toString('base64url'),
      };
    } catch (error) {
      if (turn > 3) throw error;
    }
  }
}

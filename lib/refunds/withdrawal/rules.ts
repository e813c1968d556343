import { sameSecret, sign } from '@/lib/secrets';
import type { Language } from '@/lib/words/languages';

/** A moment with its date, time and zone, as an acknowledgement must carry it. */
export function receivedWords(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  }).format(at);
}

/** The key that shows one declaration to the browser that made it. */
export function withdrawalKey(withdrawalId: string): string {
  return sign('links', 'withdrawal', withdrawalId);
}

/** Whether a key belongs to a declaration. */
export function isWithdrawalKey(withdrawalId: string, key: string): boolean {
  return sameSecret(key, withdrawalKey(withdrawalId));
}

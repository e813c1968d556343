import type { Actor, LanguageForm } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';

/** Keeps the language somebody chose, for every device and for mails; a visitor's choice lives in the browser alone. */
export async function saveLanguage(
  { language, back }: LanguageForm,
  actor: Actor | null,
): Promise<{ ok: true; language: LanguageForm['language']; back: string }> {
  if (actor) await db.person.update({ where: { id: actor.id }, data: { language }, select: { id: true } });
  return { ok: true, language, back };
}

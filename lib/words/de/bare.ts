import type { bare as English } from '@/lib/words/en/bare';

export const bare: typeof English = { title: 'Das hat nicht geklappt', back: 'Zur Startseite' };

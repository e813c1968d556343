import { describe, expect, it } from 'vitest';
import { composeMail, type MailContent } from '@/lib/mail/compose';
import * as deskMails from '@/lib/refunds/desk/mails';
import * as refundMails from '@/lib/refunds/mails';
import { promiseWords } from '@/lib/refunds/moment-words';
import * as orderMails from '@/lib/refunds/orders/mails';
import { ALTERNATIVES } from '@/lib/refunds/schema';
import { LANGUAGES, type Language } from '@/lib/words/languages';

const at = new Date('2026-11-21T22:33:00Z');
const until = new Date('2026-11-24T13:10:00Z');

function about(language: Language) {
  return {
    orderNumber: 'TP-7',
    amount: { amountMinor: 123_450, currency: 'EUR' },
    at,
    url: 'https://shop.example/refund/r1?key=k',
    language,
  };
}

/** Every mail to a buyer in every shape it has, by the name of the function that writes it. */
function everyMail(language: Language): [string, MailContent][] {
  const facts = about(language);
  const approved = { ...facts, refundId: 'r1', items: [{ name: 'Kerze', quantity: 2 }] };
  const queued = { ...facts, promisedBy: until, timeZone: 'Europe/Berlin' };
  const receiptUrl = 'https://shop.example/refund/r1/receipt?key=k';
  return [
    ['approvedMail', refundMails.approvedMail({ ...approved, undoUntil: until, byHandUntil: null })],
    ['approvedMail', refundMails.approvedMail({ ...approved, undoUntil: null, byHandUntil: null })],
    ['approvedMail', refundMails.approvedMail({ ...approved, undoUntil: null, byHandUntil: until })],
    ['takenBackMail', refundMails.takenBackMail({ ...facts, instead: null })],
    ...ALTERNATIVES.map((instead): [string, MailContent] => [
      'takenBackMail',
      refundMails.takenBackMail({ ...facts, instead }),
    ]),
    ['queuedMail', refundMails.queuedMail({ ...queued, isLate: false })],
    ['queuedMail', refundMails.queuedMail({ ...queued, isLate: true })],
    ['completedMail', refundMails.completedMail({ ...facts, receiptUrl })],
    ['paidByHandMail', refundMails.paidByHandMail({ ...facts, receiptUrl: null })],
    ['tickUndoneMail', refundMails.tickUndoneMail(facts)],
    ['failedMail', refundMails.failedMail({ ...facts, wasComplete: false })],
    ['failedMail', refundMails.failedMail({ ...facts, wasComplete: true })],
    ['notSentMail', refundMails.notSentMail({ ...facts, why: 'elsewhere' })],
    ['notSentMail', refundMails.notSentMail({ ...facts, why: 'dispute-over' })],
    ['disputedMail', refundMails.disputedMail(facts)],
    ['calledOffMail', deskMails.calledOffMail({ ...facts, words: 'Danke!' })],
    ['gestureMail', deskMails.gestureMail({ ...facts, refundId: 'r1', words: '', byHandUntil: null })],
    ['gestureMail', deskMails.gestureMail({ ...facts, refundId: 'r1', words: 'Danke!', byHandUntil: until })],
    [
      'orderCodeMail',
      orderMails.orderCodeMail({ orderNumber: 'TP-7', code: '123456', minutes: 15 }, language),
    ],
  ];
}

/** What is read of a mail, without addresses of pages. */
function read(content: MailContent): string {
  const { subject, text } = composeMail(content, 'Kerzen', 'https://shop.example');
  return `${subject}\n${text}`.replace(/https:\S+/g, '');
}

/** Words that stand in nearly every English sentence and in no German one. */
const ENGLISH = /\b(the|you|your|we|of|is|it|order|refund|receipt|mail|money|not|and|to|by)\b/i;
const GERMAN = /\b(Sie|Ihre?|der|die|das|ist|und|Bestellung|Erstattung|wir)\b/;

describe('the mails about refunds and orders', () => {
  it('are all tried here', () => {
    const written = [refundMails, deskMails, orderMails].flatMap((room) =>
      Object.keys(room).filter((name) => name.endsWith('Mail')),
    );
    expect([...new Set(everyMail('en').map(([name]) => name))].sort()).toEqual(written.sort());
  });

  it.each(LANGUAGES)('leave no place open and say which language they are in: %s', (language) => {
    for (const [name, content] of everyMail(language)) {
      expect(content.language, name).toBe(language);
      expect(read(content), name).not.toMatch(/[{}]|undefined|null/);
    }
  });

  it('are German in German, with no English sentence, subject, button or reason left', () => {
    for (const [name, content] of everyMail('de')) {
      const words = read(content).replaceAll('E-Mail', 'Post');
      expect(words, name).toMatch(GERMAN);
      expect(words, name).not.toMatch(ENGLISH);
    }
    for (const [name, content] of everyMail('en')) expect(read(content), name).not.toMatch(GERMAN);
  });

  it('write money and moments as the language does, the moment with its zone', () => {
    const [, english] = everyMail('en')[0] ?? [];
    const [, german] = everyMail('de')[0] ?? [];
    if (!english || !german) throw new Error('There is no mail.');
    expect(english.subject).toBe('Your refund of €1,234.50 is approved (order TP-7)');
    expect(read(english)).toContain('on Saturday 21 November 2026 at 22:33 UTC and approved it.');
    expect(read(english)).toContain('Until Tuesday 24 November 2026 at 13:10 UTC you can take it back');
    expect(read(german)).toMatch(/^Ihre Erstattung von 1\.234,50\s€ ist genehmigt \(Bestellung TP-7\)/);
    expect(read(german)).toContain('am Samstag, 21. November 2026 um 22:33 Uhr (UTC) eingegangen');
    expect(read(german)).toContain('- 2 × Kerze');
  });

  it('give a promise on the clock of the shop', () => {
    expect(promiseWords(until, 'Europe/Berlin', 'en')).toBe(
      'Tuesday 24 November 2026 at 14:10 (Berlin time)',
    );
    expect(promiseWords(until, 'America/New_York', 'de')).toBe(
      'Dienstag, 24. November 2026 um 08:10 Uhr (Ortszeit New York)',
    );
    expect(promiseWords(until, 'UTC', 'en')).toBe('Tuesday 24 November 2026 at 13:10 UTC');
  });

  it('lead to the receipt where there is one, beside the tracker; else to the tracker', () => {
    for (const write of [refundMails.completedMail, refundMails.paidByHandMail]) {
      const facts = about('en');
      const receiptUrl = 'https://shop.example/refund/r1/receipt?key=k';
      const withReceipt = write({ ...facts, receiptUrl });
      expect(withReceipt.blocks.at(-1)).toEqual({ button: { label: 'Open the receipt', url: receiptUrl } });
      expect(withReceipt.links).toEqual([{ label: 'See where your refund is', url: facts.url }]);
      const without = write({ ...facts, receiptUrl: null });
      expect(without.blocks.at(-1)).toEqual({
        button: { label: 'See where your refund is', url: facts.url },
      });
      expect(without.links).toBeUndefined();
    }
  });
});

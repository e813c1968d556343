import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import { type Api, expect } from './people';
import type { Site } from './site';

/** The card of an order on the refund page. */
export function cardOf(page: Page, number: string) {
  return page
    .getByRole('main')
    .locator('div')
    .filter({ has: page.getByRole('heading', { level: 3, name: `Order ${number}` }) })
    .last()
    .locator('xpath=..');
}

/** What a shop sends of an order of €31.00. */
export function order(externalId: string, number: string, email: string) {
  return {
    ...{ externalId, number, email, currency: 'EUR', totalMinor: 3100 },
    items: [{ name: 'Lantern', quantity: 1, unitMinor: 3100 }],
    paymentRef: `pretend_ok_${externalId}`,
  };
}

/** Has the shop send an order. @returns its id */
export async function addOrder(
  api: Api,
  { externalId, number, email }: { externalId: string; number: string; email: string },
): Promise<string> {
  const answer = await api('POST', '/orders', order(externalId, number, email));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return String(answer.body.id);
}

/** A token of somebody who is signed up. */
export async function tokenOf(site: Site, email: string): Promise<string> {
  const said = await site.command('bin/token.ts', '--email', email, '--scopes', 'read,write');
  return /[\w-]{40,}/.exec(said)?.[0] ?? '';
}

/** Enters a mailed code. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Show my order' }).click();
}

/** The code that was mailed for an order. */
export async function codeMailedTo(site: Site, email: string, number: string): Promise<string> {
  const mail = await site.mailTo(email, new RegExp(`Your code for order ${number}`));
  return /\b\d{3}\s?\d{3}\b/.exec(mail.text ?? '')?.[0] ?? '';
}

/** Asks for the code of an order, as a guest does. */
export async function findOrder(page: Page, number: string, email: string): Promise<void> {
  await page.goto('/refund');
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('E-mail address you ordered with').fill(email);
  await page.getByRole('button', { name: 'Find my order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look into your mailbox' })).toBeVisible();
}

/** Every mail to an address so far. */
export async function mailsTo(site: Site, address: string) {
  const folder = path.join(site.dataDir, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(
    names.map(async (name) => PostalMime.parse(await readFile(path.join(folder, name)))),
  );
  return mails.filter((mail) => mail.to?.some((to) => to.address === address));
}

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Complaints, listen } from './complaints';
import { test as base, expect, OWNER, type Site } from './site';

export { expect };

/** What a browser keeps of somebody who is signed in. */
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

type VisitOptions = {
  /** Who comes; nobody signed in where left out. */
  as?: SignedIn;
  /** A phone: 390 px wide, touched with a thumb. */
  phone?: boolean;
  /** False is a browser that runs no script. */
  scripts?: boolean;
  scheme?: 'light' | 'dark';
  /** What the browser wishes for, as in Accept-Language; British English where left out. */
  locale?: string;
};

export type Visit = (options?: VisitOptions) => Promise<Page>;

/** The people of a site, each signed up or in once however many journeys they take: signing in is limited. */
export type People = {
  owner: () => Promise<SignedIn>;
  /** A member with this public name, signed up by mailed link as name@example.com. */
  member: (name: string) => Promise<SignedIn>;
};

/** A request with the owner's token, which may do everything. */
export type Api = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: Record<string, unknown> }>;

export const test = base.extend<{ visit: Visit }, { people: People; api: Api }>({
  /** Opens a browser of its own; when the journey is over, none of its pages may have complained. */
  visit: async ({ browser, site }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: Complaints = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: site.url,
        storageState: options.as,
        javaScriptEnabled: options.scripts !== false,
        colorScheme: options.scheme ?? 'light',
        locale: options.locale ?? 'en-GB',
        ...(options.phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {}),
      });
      contexts.push(context);
      await listen(context, complaints);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(complaints, 'what pages complained of').toEqual([]);
  },

  people: [
    async ({ browser, site }, use) => {
      const known = new Map<string, Promise<SignedIn>>();
      const once = (key: string, signIn: () => Promise<SignedIn>) => {
        const found = known.get(key) ?? signIn();
        known.set(key, found);
        return found;
      };
      await use({
        owner: () => once('', () => inOneBrowser(browser, site, signInAsOwner)),
        member: (name) =>
          once(name, () => inOneBrowser(browser, site, (page) => signUpByMail(page, site, name))),
      });
    },
    { scope: 'worker' },
  ],

  api: [
    async ({ site }, use) => {
      let token: Promise<string> | null = null;
      await use(async (method, path, body) => {
        token ??= makeToken(site);
        const answer = await fetch(`${site.url}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${await token}`, 'content-type': 'application/json' },
          body: body === undefined ? undefined : JSON.stringify(body),
        });
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      });
    },
    { scope: 'worker' },
  ],
});

/** A token of the owner with every scope, made as the README says. */
export async function makeToken(site: Site): Promise<string> {
  const scopes = 'read,write,moderate,admin';
  const said = await site.command('bin/token.ts', '--email', OWNER.email, '--scopes', scopes);
  const token = /[\w-]{40,}/.exec(said)?.[0];
  if (!token) throw new Error(`No token in: ${said}`);
  return token;
}

/** Signs up or in: types the address, opens the mailed link, presses its button. */
export async function signUpByMail(page: Page, site: Site, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').first().fill(`${name.toLowerCase()}@example.com`);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
  await page.goto(await mailedLink(site, `${name.toLowerCase()}@example.com`));
  await page.getByLabel('Your public name').fill(name);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The link of the newest sign-in mail to an address. */
export async function mailedLink(site: Site, address: string): Promise<string> {
  const mail = await site.mailTo(address, /sign-in link/);
  const link = /https?:\/\/\S+\/sign-in\/[\w.~-]+/.exec(mail.text ?? '')?.[0];
  if (!link) throw new Error(`No link in the mail: ${mail.text}`);
  return link;
}

async function signInAsOwner(page: Page): Promise<void> {
  await page.goto('/sign-in?next=/desk');
  await page.getByLabel('E-mail').first().fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in with password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Good morning' })).toBeVisible();
}

let signedIn = 0;

async function inOneBrowser(
  browser: Browser,
  site: Site,
  act: (page: Page) => Promise<void>,
): Promise<SignedIn> {
  signedIn += 1;
  // Everybody from an address of their own: signing in is limited by address, and all journeys share one machine.
  const from = { 'x-forwarded-for': `10.0.${Math.floor(signedIn / 250)}.${(signedIn % 250) + 1}` };
  const context = await browser.newContext({ baseURL: site.url, extraHTTPHeaders: from });
  try {
    await act(await context.newPage());
    return await context.storageState();
  } finally {
    await context.close();
  }
}

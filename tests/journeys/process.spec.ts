import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, launch, makePlace, OWNER, test } from './site';

test.describe.configure({ timeout: 180_000 });

test('the first start prints one set-up link, keeps its secrets to itself, and stops politely', async () => {
  const place = await makePlace(onPostgresql());
  const server = launch(place.env);
  try {
    await server.ready(place.url);
    const link = /(http:\/\/localhost:\d+\/setup\?token=[\w-]{20,})/.exec(server.output.text)?.[1];
    expect(link, server.output.text).toBeTruthy();
    const secrets = await stat(path.join(place.dataDir, 'secrets.json'));
    expect(secrets.mode & 0o777).toBe(0o600);
    expect((await fetch(`${place.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${place.url}/readyz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  } finally {
    await server.kill();
    await place.remove();
  }
});

test.describe('a wrong setting stops the start with one sentence that names it', () => {
  for (const [name, value] of [
    ['PORT', 'eighty'],
    ['SITE_URL', 'not an address'],
    ['SMTP_URL', 'mail.example.com'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['TRUST_PROXY', 'yes please'],
    ['HOST', '300.300.300.300'],
    ['DATA_DIR', path.resolve('package.json')],
    ['DATA_DIR', '/proc/nope'],
  ] as const) {
    test(`${name}: ${path.basename(value)}`, async () => {
      const server = launch({
        ...process.env,
        DATA_DIR: path.join(test.info().outputDir, 'unused'),
        [name]: value,
      });
      await new Promise((resolve) => server.child.once('exit', resolve));
      expect(server.child.exitCode).toBe(1);
      expect(server.output.text).toMatch(new RegExp(`Porchlight cannot start: [^.]*\\b${name}\\b`));
      expect(server.output.text).toContain('for example');
    });
  }
});

test('killed at any moment, nothing that was acknowledged is lost', async () => {
  const place = await makePlace(onPostgresql());
  const env = { ...place.env, OWNER_EMAIL: OWNER.email, OWNER_PASSWORD: OWNER.password };
  const acknowledged: string[] = [];
  let sent = 0;
  let server = launch(env);
  try {
    await server.ready(place.url);
    const token = await makeToken(env);
    for (let round = 0; round < 3; round += 1) {
      let alive = true;
      const writers = Array.from({ length: 4 }, async () => {
        while (alive) {
          sent += 1;
          const title = `Thread number ${sent} before the lights went out`;
          const answer = await post(place.url, '/api/v1/threads', token, {
            title,
            body: 'Some words.',
            category: 'general',
          });
          if (answer?.status === 201) acknowledged.push(title);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 600 + round * 217));
      await server.kill();
      alive = false;
      await Promise.all(writers);
      server = launch(env);
      await server.ready(place.url);
    }
    expect(acknowledged.length).toBeGreaterThan(5);
    const kept = new Set(await allTitles(place.url, token));
    expect(acknowledged.filter((title) => !kept.has(title))).toEqual([]);
  } finally {
    await server.kill();
    await place.remove();
  }
});

test('a request in flight is finished when the process is asked to stop', async () => {
  const place = await makePlace(onPostgresql());
  const env = { ...place.env, OWNER_EMAIL: OWNER.email, OWNER_PASSWORD: OWNER.password };
  const server = launch(env);
  try {
    await server.ready(place.url);
    const inFlight = Array.from({ length: 10 }, () => fetch(`${place.url}/`).then((answer) => answer.status));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [code, ...statuses] = await Promise.all([server.stop(), ...inFlight]);
    expect(code).toBe(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await readdir(place.dataDir)).sort()).not.toContain('core');
  } finally {
    await server.kill();
    await place.remove();
  }
});

function onPostgresql(): boolean {
  return test.info().project.metadata.database === 'postgresql';
}

async function makeToken(env: NodeJS.ProcessEnv): Promise<string> {
  const { spawnSync } = await import('node:child_process');
  const args = ['--import', 'tsx', 'bin/token.ts', '--email', OWNER.email, '--scopes', 'read,write,admin'];
  const made = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const token = /[A-Za-z0-9_-]{40,}/.exec(made.stdout)?.[0];
  if (!token) throw new Error(`${made.stdout}${made.stderr}`);
  return token;
}

async function post(url: string, address: string, token: string, body: object): Promise<Response | null> {
  return fetch(`${url}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
}

async function allTitles(url: string, token: string): Promise<string[]> {
  const titles: string[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await fetch(`${url}/api/v1/threads?perPage=100&page=${page}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items: { title: string }[] };
    if (items.length === 0) return titles;
    titles.push(...items.map((item) => item.title));
  }
}

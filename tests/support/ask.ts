import http from 'node:http';

export type Answer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  /** Time until the last byte, in milliseconds. */
  ms: number;
};

export type Question = {
  method?: string;
  /** Bearer token. */
  token?: string;
  /** A `name=value` list as browsers send it. */
  cookie?: string;
  /** Sent as JSON, unless `raw` is given. */
  body?: unknown;
  raw?: string | Buffer;
  type?: string;
  /** More headers; null leaves one out that would be sent. */
  headers?: Record<string, string | string[] | null>;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
let asked = 0;

/** A client address nobody had before, for sites started with TRUST_PROXY=1: limits per address stay out of the way. */
export function freshAddress(): string {
  asked += 1;
  return `198.18.${Math.floor(asked / 250) % 250}.${asked % 250}`;
}

/** Asks a site over plain HTTP: no redirect is followed, no header is added behind one's back but Host, and what comes
 * back is read whole. Writes carry the site's own Origin unless `headers` says otherwise. */
export function ask(site: string, path: string, question: Question = {}, isRetry = false): Promise<Answer> {
  const { method = 'GET', token, cookie, body, raw, type } = question;
  const bytes = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const headers: Record<string, string | string[]> = { 'x-forwarded-for': freshAddress() };
  if (method !== 'GET' && method !== 'HEAD') headers.origin = site;
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (cookie !== undefined) headers.cookie = cookie;
  if (bytes !== undefined) {
    headers['content-type'] = type ?? 'application/json';
    headers['content-length'] = String(Buffer.byteLength(bytes));
  }
  for (const [name, value] of Object.entries(question.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  const { hostname, port } = new URL(site);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - began,
        }),
      );
    });
    request.on('error', (error: Error & { code?: string }) => {
      // A kept connection may be closed by the server at the moment it is used again; a new one tells the truth.
      if (request.reusedSocket && error.code === 'ECONNRESET' && !isRetry) {
        ask(site, path, question, true).then(resolve, reject);
      } else reject(error);
    });
    request.end(bytes);
  });
}

/** Does many things, eight at a time: enough to keep the site busy, and no more than two people's browsers open. */
export async function eightAtATime<Thing>(
  things: Thing[],
  act: (thing: Thing) => Promise<void>,
): Promise<void> {
  const left = things[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const thing of left) await act(thing);
    }),
  );
}

/** Sorts out what is slow by itself from what had to wait for its neighbours: asks again, alone.
 * @returns what took longer than `most` milliseconds both times */
export async function slowAlone(
  suspects: { told: string; again: () => Promise<Answer> }[],
  most: number,
): Promise<string[]> {
  const slow: string[] = [];
  for (const { told, again } of suspects.slice(0, 30)) {
    const { ms } = await again();
    if (ms > most) slow.push(`${told}, alone ${Math.round(ms)} ms`);
  }
  return slow;
}

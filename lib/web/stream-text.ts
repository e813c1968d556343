/** Bytes that are made while they are sent. What fails on the way ends the answer early, so that nobody takes it for
 * whole. */
export function byteStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** A long XML document as an answer. Caches between may keep it for a minute, as they may a feed. */
export function xmlStream(pieces: AsyncIterable<string>): Response {
  return new Response(byteStream(encoded(pieces)), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
}

/** A long table as a file to keep; nobody between may. */
export function csvStream(pieces: AsyncIterable<string>, fileName: string): Response {
  return new Response(byteStream(encoded(pieces)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}

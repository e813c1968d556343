/** Text that is made while it is sent. What fails on the way ends the answer early, so that nobody takes it for whole. */
function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** A long XML document as an answer. Caches between may keep it for a minute, as they may a feed. */
export function xmlStream(pieces: AsyncIterable<string>): Response {
  return new Response(streamOf(pieces), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
}

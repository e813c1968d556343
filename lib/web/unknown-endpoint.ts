import { DoorProblem } from '@/lib/errors';
import { methodUnknown, problemResponse } from '@/lib/web/api-route';
import type { Endpoint } from '@/lib/web/endpoint';

/** Answers for addresses below /api/v1 that no route serves: 404. Known ones asked in another way: 405. */
export function unknownEndpoint(endpoints: readonly Endpoint[], request: Request): Response {
  const path = new URL(request.url).pathname.replace(/^\/api\/v1/, '');
  const methods = endpoints
    .filter((endpoint) => isPathOf(endpoint, path))
    .map((endpoint) => endpoint.method as string);
  if (methods.length === 0) {
    return problemResponse(
      new DoorProblem(
        404,
        'address-unknown',
        'There is nothing at this address; /api/v1/openapi.json lists what there is.',
      ),
    );
  }
  return methodUnknown(request, [...new Set(methods)]);
}

function isPathOf(endpoint: Endpoint, path: string): boolean {
  const wanted = endpoint.path.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  );
}

import { endpoints } from '@/lib/web/endpoints';
import { unknownEndpoint } from '@/lib/web/unknown-endpoint';

function answer(request: Request): Response {
  return unknownEndpoint(endpoints, request);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };

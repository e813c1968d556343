import { publishDigestEndpoint } from '@/lib/digests/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(publishDigestEndpoint);

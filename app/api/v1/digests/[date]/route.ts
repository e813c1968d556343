import { editDigestEndpoint, getDigestEndpoint } from '@/lib/digests/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(getDigestEndpoint);
export const PATCH = apiRoute(editDigestEndpoint);

import { draftDigestEndpoint } from '@/lib/digests/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(draftDigestEndpoint);

import { addUploadEndpoint } from '@/lib/uploads/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(addUploadEndpoint);

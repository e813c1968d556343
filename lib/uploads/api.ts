import { z } from 'zod';
import { config } from '@/lib/config';
import { ENVELOPE_MAX, FILE_MAX, storeStatus, storeWords, UploadShape } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';
import { NoParams, NoQuery } from '@/lib/web/api-shapes';
import { endpoint } from '@/lib/web/endpoint';

export const addUploadEndpoint = endpoint({
  method: 'POST',
  path: '/uploads',
  summary:
    'Give a picture (JPEG, PNG, WebP, GIF) or PDF of at most 10 MB; put its `markdown` into a post within a day, or it is removed',
  scope: 'write',
  params: NoParams,
  query: NoQuery,
  input: z.strictObject({ file: z.file({ error: 'Send a file in the field "file".' }) }),
  inputType: 'multipart/form-data',
  maxBytes: FILE_MAX + ENVELOPE_MAX,
  output: UploadShape,
  run: async ({ input, actor }) => {
    if (!actor) throw new Error('The scope of this endpoint needs a person.');
    const bytes = Buffer.from(await input.file.arrayBuffer());
    const stored = await storeUpload({ bytes, name: input.file.name }, { actorId: actor.id, holder: null });
    if (!stored.ok)
      return {
        status: storeStatus[stored.reason],
        problem: stored.reason,
        detail: storeWords[stored.reason],
      };
    const { url, ...upload } = stored.upload;
    return { status: 201, body: { ...upload, url: config().siteUrl + url } };
  },
});

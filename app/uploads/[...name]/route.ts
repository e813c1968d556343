import { currentActor } from '@/lib/accounts/session';
import { isUploadName } from '@/lib/uploads/names';
import { uploadForReader } from '@/lib/uploads/queries';
import { browserHolder } from '@/lib/web/browser-holder';
import { fileResponse, noFile } from '@/lib/web/file-response';

type Context = { params: Promise<{ name: string[] }> };

/** A file that somebody gave us, for whoever may see it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const [name, ...more] = (await context.params).name;
  if (more.length > 0 || !isUploadName(name)) return noFile();
  const reader = async () => ({ actor: await currentActor(), holder: await browserHolder() });
  const file = await uploadForReader(name, reader);
  return file ? fileResponse(request, file) : noFile();
}

/** Asked by itself, so that no file is opened for nobody. */
export const HEAD = GET;

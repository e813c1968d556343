import type { FormState } from '@/lib/web/form-state';

/** The form's state with the preview, which the server draws with the renderer of the site. */
export type ArticleFormState = FormState & { previewHtml?: string };

import {
  draftDigestEndpoint,
  editDigestEndpoint,
  getDigestEndpoint,
  listDigestsEndpoint,
  publishDigestEndpoint,
} from '@/lib/digests/api';
import {
  editArticleEndpoint,
  getArticleEndpoint,
  listArticlesEndpoint,
  promoteThreadEndpoint,
  writeArticleEndpoint,
} from '@/lib/faq/api';
import {
  acceptAnswerEndpoint,
  editReplyEndpoint,
  editThreadEndpoint,
  getThreadEndpoint,
  listThreadsEndpoint,
  meTooEndpoint,
  notMeTooEndpoint,
  postReplyEndpoint,
  startThreadEndpoint,
  unacceptAnswerEndpoint,
  unvoteReplyEndpoint,
  voteReplyEndpoint,
  withdrawReplyEndpoint,
} from '@/lib/forum/api';
import {
  markDuplicateEndpoint,
  mergeThreadsEndpoint,
  splitThreadEndpoint,
  unmarkDuplicateEndpoint,
} from '@/lib/forum/curation/api';
import {
  reopenThreadEndpoint,
  reportAnswerEndpoint,
  reviewAnswerEndpoint,
  unreportAnswerEndpoint,
} from '@/lib/forum/solutions/api';
import {
  flagPostEndpoint,
  hideReplyEndpoint,
  hideThreadEndpoint,
  lockThreadEndpoint,
  restoreReplyEndpoint,
  restoreThreadEndpoint,
  unlockThreadEndpoint,
} from '@/lib/moderation/api';
import { getRefundEndpoint, requestRefundEndpoint } from '@/lib/refunds/api';
import { getOrderEndpoint, importOrdersEndpoint, saveOrderEndpoint } from '@/lib/refunds/orders/api';
import { searchEndpoint } from '@/lib/search/api';
import { addUploadEndpoint } from '@/lib/uploads/api';
import type { Endpoint } from '@/lib/web/endpoint';

/** Every endpoint of the HTTP API; the OpenAPI document is made from this list. */
export const endpoints: Endpoint[] = [
  searchEndpoint,
  listArticlesEndpoint,
  getArticleEndpoint,
  writeArticleEndpoint,
  editArticleEndpoint,
  promoteThreadEndpoint,
  listDigestsEndpoint,
  getDigestEndpoint,
  draftDigestEndpoint,
  editDigestEndpoint,
  publishDigestEndpoint,
  saveOrderEndpoint,
  importOrdersEndpoint,
  getOrderEndpoint,
  requestRefundEndpoint,
  getRefundEndpoint,
  listThreadsEndpoint,
  startThreadEndpoint,
  getThreadEndpoint,
  editThreadEndpoint,
  postReplyEndpoint,
  editReplyEndpoint,
  acceptAnswerEndpoint,
  unacceptAnswerEndpoint,
  voteReplyEndpoint,
  unvoteReplyEndpoint,
  meTooEndpoint,
  notMeTooEndpoint,
  reopenThreadEndpoint,
  reportAnswerEndpoint,
  unreportAnswerEndpoint,
  reviewAnswerEndpoint,
  withdrawReplyEndpoint,
  markDuplicateEndpoint,
  unmarkDuplicateEndpoint,
  mergeThreadsEndpoint,
  splitThreadEndpoint,
  flagPostEndpoint,
  hideThreadEndpoint,
  restoreThreadEndpoint,
  lockThreadEndpoint,
  unlockThreadEndpoint,
  hideReplyEndpoint,
  restoreReplyEndpoint,
  addUploadEndpoint,
];

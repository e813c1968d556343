import { LIMITED } from '@/lib/forum/check-limits';
import { postReply } from '@/lib/forum/post-reply';
import { takeInMail } from '@/lib/inbound-mail/take-in-mail';
import { withOtherMethods } from '@/lib/web/api-route';
import { mailRoute } from '@/lib/web/mail-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = withOtherMethods({
  POST: mailRoute((raw) => takeInMail(raw, postReply, LIMITED)),
});

import type { Metadata } from 'next';
import { Button, ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { HiddenInput } from '@/app/_ui/field';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Missing } from '@/app/(site)/_parts/missing';
import { stopPage } from '@/lib/notifications/queries';

export const metadata: Metadata = { title: 'Stop these mails', robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

/** Where the "stop" link of a mail leads. Looking changes nothing: scanners open every link. */
export default async function StopRoute({ params }: Props) {
  const { token } = await params;
  const page = await stopPage(token);
  if (!page) return <Missing />;
  const { kind, name, stopped } = page;
  const what = name ? <bdi className="font-semibold text-ink">{name}</bdi> : WITHOUT_NAME[kind];
  return (
    <PageBody width="reading">
      <PageHeader
        title={stopped ? 'Stopped' : 'Stop these mails?'}
        intro={
          <span role="status">
            {stopped ? 'You get no more mail about ' : 'You get mail about '}
            {kind === 'thread' && name ? 'the thread ' : null}
            {kind === 'category' ? 'new questions in ' : kind === 'tag' ? 'new questions tagged ' : null}
            {what}.
          </span>
        }
      />
      <Card>
        <form method="post" action={`/stop/${encodeURIComponent(token)}`}>
          <HiddenInput name="press" value={stopped ? 'undo' : 'stop'} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant={stopped ? 'secondary' : 'primary'}>
              {stopped ? 'Undo: send them again' : 'Stop these mails'}
            </Button>
            <ButtonLink prefetch={false} href="/account/notifications" variant="quiet">
              Change what is mailed
            </ButtonLink>
          </div>
        </form>
      </Card>
    </PageBody>
  );
}

const WITHOUT_NAME = {
  thread: 'a thread that is hidden',
  category: 'a category',
  tag: 'a tag',
  all: 'anything in the forum',
};

import type { Metadata } from 'next';
import { Button, ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { HiddenInput } from '@/app/_ui/field';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { Missing } from '@/app/(site)/_parts/missing';
import { stopPage } from '@/lib/notifications/queries';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.notifications.stop.title, robots: { index: false } };
}

type Props = { params: Promise<{ token: string }> };

/** Where the "stop" link of a mail leads. Looking changes nothing: scanners open every link. */
export default async function StopRoute({ params }: Props) {
  const { token } = await params;
  const page = await stopPage(token);
  if (!page) return <Missing />;
  const { kind, name, stopped } = page;
  const words = (await pageWords()).words.notifications.stop;
  const about = (stopped ? words.getsNoMore : words.gets)[
    kind === 'thread' && name === null ? 'hidden' : kind
  ];
  return (
    <PageBody width="reading">
      <PageHeader
        title={stopped ? words.done : words.ask}
        intro={
          <span role="status">
            <Sentence text={about} places={{ name: <bdi className="font-semibold text-ink">{name}</bdi> }} />
          </span>
        }
      />
      <Card>
        <form method="post" action={`/stop/${encodeURIComponent(token)}`}>
          <HiddenInput name="press" value={stopped ? 'undo' : 'stop'} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant={stopped ? 'secondary' : 'primary'}>
              {stopped ? words.undo : words.button}
            </Button>
            <ButtonLink prefetch={false} href="/account/notifications" variant="quiet">
              {words.change}
            </ButtonLink>
          </div>
        </form>
      </Card>
    </PageBody>
  );
}

import { LinkTabs } from '@/app/_ui/tabs';

const TABS = [
  { href: '/desk/moderation', label: 'Reported' },
  { href: '/desk/moderation/answers', label: 'Solutions to check' },
  { href: '/desk/moderation/hidden', label: 'Hidden' },
  { href: '/desk/moderation/log', label: 'Log' },
  { href: '/desk/tags', label: 'Tags' },
];

/** The lists of the room. */
export function ModerationTabs({ current, count }: { current: string; count?: number }) {
  return (
    <LinkTabs
      label="Moderation"
      items={TABS.map((tab) => ({
        ...tab,
        current: tab.href === current,
        count: tab.href === current && count ? count : undefined,
      }))}
    />
  );
}

'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = { summary: ReactNode; summaryClassName: string; children: ReactNode; className?: string };

/**
 * A menu as `<details>`: opens without script. With script it also closes when one has gone somewhere, clicks
 * beside it, or presses Escape (the focus then returns to what opened it).
 */
export function MenuDetails({ summary, summaryClassName, children, className }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes the menu
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [path]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      const here = box.current;
      if (here?.open && event.target instanceof Node && !here.contains(event.target)) here.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      const here = box.current;
      if (event.key !== 'Escape' || !here?.open) return;
      here.open = false;
      here.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return (
    <details ref={box} className={className}>
      <summary className={summaryClassName}>{summary}</summary>
      {children}
    </details>
  );
}

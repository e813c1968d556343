/** The lantern: the site's own mark, drawn here. Takes the accent; decoration beside a written name. */
export function LanternMark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className} fill="none">
      <path
        d="M11.6 6.6a4.4 4.4 0 0 1 8.8 0"
        className="stroke-accent-text"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
      <path d="M12.6 6.4h6.8l3.9 4.8H8.7z" className="fill-accent-text" />
      <rect
        x="9.6"
        y="12.2"
        width="12.8"
        height="12.4"
        rx="2.4"
        className="fill-accent-soft stroke-accent-text"
        strokeWidth="1.7"
      />
      <path
        d="M16 14.4c2.5 2.3 3.2 3.7 3.2 5.1a3.2 3.2 0 0 1-6.4 0c0-1.4.7-2.8 3.2-5.1z"
        className="fill-accent"
      />
      <rect x="7.8" y="25.6" width="16.4" height="3" rx="1.5" className="fill-accent-text" />
    </svg>
  );
}

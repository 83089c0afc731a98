import { ThemeControl } from './theme-control';

interface SiteHeaderProps {
  readonly release: number;
  /** Written addresses, so that a pinned reader stays in his release. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly homeHref: string;
  readonly releaseHref: string;
}

export function SiteHeader({ release, links, homeHref, releaseHref }: SiteHeaderProps) {
  return (
    <header className="border-b border-rule-strong">
      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <div className="flex items-end justify-between gap-x-4 border-b border-rule py-3">
          <a href={homeHref} className="group font-serif text-[1.375rem] leading-none font-semibold tracking-tight no-underline sm:text-2xl">
            Frontier <span className="border-b-[3px] border-double border-accent">Ledger</span>
          </a>
          <div className="flex items-center gap-3 text-xs text-muted">
            <a href={releaseHref} className="inline-flex min-h-8 items-center whitespace-nowrap">Release {release}</a>
            <ThemeControl />
          </div>
        </div>
        <nav aria-label="Main" className="-mx-2 flex flex-wrap gap-x-1 py-1 text-sm">
          {links.map((link) => (
            <a key={link.href} href={link.href} className="inline-flex min-h-9 items-center px-2 no-underline decoration-accent hover:underline">
              {link.label}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

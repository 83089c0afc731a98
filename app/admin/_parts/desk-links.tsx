import { hasRole, type Editor } from '@/domain/editor';

const LINKS = [
  { href: '/admin', label: 'Overview', right: 'editor' },
  { href: '/admin/changesets', label: 'Changesets', right: 'editor' },
  { href: '/admin/rows', label: 'Find a row', right: 'editor' },
  { href: '/admin/releases', label: 'Releases', right: 'editor' },
  { href: '/admin/audit', label: 'Audit', right: 'editor' },
  { href: '/admin/embeds', label: 'Embeds', right: 'editor' },
  { href: '/admin/people', label: 'People', right: 'admin' },
  { href: '/admin/settings', label: 'Settings', right: 'admin' },
  { href: '/admin/account', label: 'Your account', right: 'editor' },
] as const;

/** The pages of the desk that the editor may open. Each page asks for the right again: a hidden link is no lock. */
export function DeskLinks({ editor, here }: { readonly editor: Editor; readonly here: (typeof LINKS)[number]['href'] }) {
  return (
    <nav aria-label="Desk" className="mb-8 flex flex-wrap gap-x-5 gap-y-1 border-b border-rule text-sm">
      {LINKS.filter(({ right }) => hasRole(editor, right)).map(({ href, label }) => (
        <a
          key={href} href={href} aria-current={href === here ? 'page' : undefined}
          className={`inline-flex min-h-9 items-center border-b-2 no-underline ${href === here ? 'border-accent font-semibold' : 'border-transparent text-muted hover:text-ink'}`}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

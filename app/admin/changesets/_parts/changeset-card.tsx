import { ROW_KINDS } from '@/domain/release';
import { countKind } from '@/domain/row-kinds';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { ListedChangeset } from '@/lib/reads/desk/changesets';
import { momentLabel } from '../../_parts/moment';

interface ChangesetCardProps {
  readonly changeset: ListedChangeset;
  /** Where it leads; its shared desk where nothing else is asked for. */
  readonly href?: string;
}

/** One open changeset in a list: what it holds, who works on it, when it was last touched. */
export function ChangesetCard({ changeset, href }: ChangesetCardProps) {
  const { id, name, note, author, contributors, counts, openComments, activity } = changeset;
  const held = ROW_KINDS.flatMap((kind) => (counts[kind] === undefined ? [] : [countKind(kind, counts[kind])]));
  const others = contributors.filter((one) => one.id !== author.id).map((one) => one.name);
  return (
    <li className="border-s-2 border-rule-strong ps-4">
      <p className="font-serif text-lg leading-snug [overflow-wrap:anywhere]"><a href={href ?? changesetPath(id)}>{name}</a></p>
      {note !== '' && <p className="line-clamp-2 max-w-prose text-[0.9375rem]">{note}</p>}
      <p className="text-sm">
        {held.length === 0 ? 'Nothing drafted yet' : held.join(', ')}
        {openComments > 0 && <> · <a href={`${changesetPath(id)}#comments`} className="font-medium text-accent">{openComments === 1 ? 'one open comment' : `${openComments} open comments`}</a></>}
      </p>
      <p className="text-sm text-muted">
        {author.name}{others.length > 0 && ` with ${others.join(', ')}`}
        {activity !== null && ` · last touched by ${activity.by}, ${momentLabel(new Date(activity.at))}`}
      </p>
    </li>
  );
}

import { PostButton } from '@/components/review/post-button';
import { PreviewLinkForm } from '@/components/review/preview-link-form';
import type { PreviewLink } from '@/db/queries/find-preview-links';
import { ShownMoment } from '../../../_parts/shown-moment';

/** Links for people without an account, such as a source that is to check its figures under embargo. */
export function PreviewLinks({ links, changesetId }: { readonly links: readonly PreviewLink[]; readonly changesetId: string }) {
  return (
    <div className="max-w-3xl space-y-4">
      <p className="text-muted">
        A link shows the release, every chart and the sentences as they will be, to whoever has it and without an account, until it ends or is closed here. It always shows the changeset as it is at that moment.
      </p>
      {links.length > 0 && (
        <ul className="space-y-2">
          {links.map(({ id, madeBy, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-s-2 border-rule ps-4">
              <span>Made by {madeBy}, ends <ShownMoment at={new Date(expiresAt)} /></span>
              <PostButton path={`/api/admin/changesets/${changesetId}/withdraw-preview-link`} body={{ linkId: id }} label="Close it" />
            </li>
          ))}
        </ul>
      )}
      <PreviewLinkForm changesetId={changesetId} />
    </div>
  );
}

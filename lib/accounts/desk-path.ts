const PATH = /^\/admin(?:\/[a-z0-9-]+)*$/;

/** A page of the desk to go on to; the overview for anything else, so that no link can send an editor elsewhere. */
export function deskPath(asked: unknown): string {
  return typeof asked === 'string' && PATH.test(asked) ? asked : '/admin';
}

/** The page of the changeset that a route's path names. */
export function changesetPage(_fields: unknown, params: Readonly<Record<string, string>>): string {
  return `/admin/changesets/${encodeURIComponent(params.id ?? '')}`;
}

/** Where a changeset is reviewed, and where it is published. */
export function reviewPage(fields: unknown, params: Readonly<Record<string, string>>): string {
  return `${changesetPage(fields, params)}/review`;
}

export function publishPage(fields: unknown, params: Readonly<Record<string, string>>): string {
  return `${changesetPage(fields, params)}/publish`;
}

const PATH = /^\/admin(?:\/[a-z0-9-]+)*$/;

/** A page of the desk to go on to; the overview for anything else, so that no link can send an editor elsewhere. */
export function deskPath(asked: unknown): string {
  return typeof asked === 'string' && PATH.test(asked) ? asked : '/admin';
}

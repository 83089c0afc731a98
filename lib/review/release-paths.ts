export const RELEASES_PAGE = '/admin/releases';
export const SETTINGS_PAGE = '/admin/settings';

/** Where it is shown what rolling a release back would do. */
export function rollbackPage(_fields: unknown, params: Readonly<Record<string, string>>): string {
  return `${RELEASES_PAGE}/${releaseNumber(params)}`;
}

/** The release that a route's path names; 0, which no release has, for anything but a number. */
export function releaseNumber({ number = '' }: Readonly<Record<string, string>>): number {
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
}

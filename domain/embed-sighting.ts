// A sighting says that a page of some host showed a chart's embed on a day; it says nothing about who looked.

import type { Day } from './day';

/** `count` sightings of one chart on one host on one day. `slug` is the name that the embed's code used. */
export interface EmbedSighting {
  readonly slug: string;
  readonly host: string;
  readonly day: Day;
  readonly count: number;
}

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)+(?=[a-z])${LABEL}$`);
const HOST_LENGTH = 253;
/** Names that mean something only inside one house; they often carry the name of a person's computer. */
const PRIVATE = /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/**
 * The host's name in a referrer, in lower case, without port, path or final dot; international names as the `xn--` form. Null where there is no public name:
 * no referrer, an address in numbers, a name without a dot, a private network, anything that is no web page.
 */
export function hostOfReferrer(referrer: string | null): string | null {
  if (referrer === null || !/^https?:\/\//i.test(referrer) || !URL.canParse(referrer)) return null;
  const host = new URL(referrer).hostname.toLowerCase().replace(/\.$/, '');
  return isPublicHost(host) ? host : null;
}

/** Whether this is a normalised public host name, as hostOfReferrer gives it. */
export function isPublicHost(host: string): boolean {
  return host.length <= HOST_LENGTH && HOST.test(host) && !PRIVATE.test(host);
}

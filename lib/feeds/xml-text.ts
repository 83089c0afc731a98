import { escapeText } from '../escape-text';

/** What XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it stands in XML, between tags or in a quoted attribute. */
export function xmlText(text: string): string {
  return escapeText(text.replace(FORBIDDEN, ''));
}

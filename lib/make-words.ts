import format, { type CompiledMessage, type FormatValues } from 'icu-minify/format';
import type { Digits, Language, MessageName, Words } from '@/domain/words';

// Words from compiled messages: the same few lines on the server, in documents without a framework and in the browser.

/** Messages by name, compiled by `lib/words.ts`; what a browser gets is a part of them. */
export type CompiledMessages = Readonly<Record<string, CompiledMessage>>;

const DIRECTIONS: Readonly<Record<Language, Words['direction']>> = { en: 'ltr', ur: 'rtl', ps: 'rtl', 'fa-AF': 'rtl' };
/** Left-to-right isolate and its end, of Unicode's bidirectional algorithm. */
const ISOLATE = ['\u2066', '\u2069'] as const;

/** Words that also fit pieces of markup into a message: `<link>...</link>` in it is handed to `values.link`. */
export interface FullWords extends Words {
  readonly compose: <Piece>(name: MessageName, values: FormatValues<Piece>) => string | Piece | (string | Piece)[];
}

/** Throws, naming the message, where it does not exist or a value is missing. */
export function makeWords(language: Language, digits: Digits, messageOf: (name: MessageName) => CompiledMessage | undefined): FullWords {
  const locale = `${language === 'en' ? 'en-US' : language}-u-nu-${digits}`;
  const direction = DIRECTIONS[language];
  const formatters = {
    getDateTimeFormat: kept((...of: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...of)),
    getNumberFormat: kept((...of: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...of)),
    getPluralRules: kept((...of: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...of)),
  };
  const compose: FullWords['compose'] = (name, values) => {
    const message = messageOf(name);
    if (message === undefined) throw new Error(`There is no message ${name}.`);
    try {
      return format(message, locale, values, { formatters });
    } catch (cause) {
      throw new Error(`The message ${name} cannot be filled.`, { cause });
    }
  };
  const isolate = (text: string): string => (direction === 'ltr' ? text : `${ISOLATE[0]}${text}${ISOLATE[1]}`);
  return {
    language, digits, direction, compose, isolate,
    say: (name, values) => compose<string>(name, values ?? {}) as string,
    number: (value, decimals = 2) => {
      // Adding zero turns a rounded −0 into 0; Arabic locales put a mark before the sign, which isolation makes needless.
      const printed = formatters.getNumberFormat(locale, { maximumFractionDigits: decimals }).format(Number(value.toFixed(decimals)) + 0);
      return isolate(printed.replace(/\u200e|\u200f|\u061c/g, '').replace('-', '−'));
    },
    ordinal: (value) => formatters.getNumberFormat(locale, { useGrouping: false }).format(value),
  };
}

/** Making a format costs a hundred times what using it does. */
function kept<Arguments extends readonly unknown[], Made>(make: (...of: Arguments) => Made): (...of: Arguments) => Made {
  const made = new Map<string, Made>();
  return (...of) => {
    const key = JSON.stringify(of);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...of);
    made.set(key, fresh);
    return fresh;
  };
}

// Words are an argument, like the clock: what is said is asked for by name, in the reader's language and digits.

/** The languages of the public site, the first being the one that every text exists in. */
export const LANGUAGES = ['en', 'ur', 'ps', 'fa-AF'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Numbering systems as CLDR names them: `0123456789`, and `۰۱۲۳۴۵۶۷۸۹`. */
export const DIGITS = ['latn', 'arabext'] as const;
export type Digits = (typeof DIGITS)[number];

/** Pakistan prints Urdu with Latin digits; Pashto and Dari are printed with their own. */
export const USUAL_DIGITS: Readonly<Record<Language, Digits>> = { en: 'latn', ur: 'latn', ps: 'arabext', 'fa-AF': 'arabext' };

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** The messages by namespace; `messages/catalogue.ts` fills it in, so that domain imports nothing and a wrong name does not compile. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Catalogue {}

type PathsOf<Tree> = { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathsOf<Tree[Key]>}` }[keyof Tree & string];

/** `period.quarter`, `chart.alt.opening`. */
export type MessageName = PathsOf<Catalogue>;

/** What a message's arguments stand for. A number here is for plurals; one that is shown comes printed, with its qualifier. */
export type MessageValues = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  readonly digits: Digits;
  readonly direction: 'ltr' | 'rtl';
  /** The message of this name, filled. Throws where a value is missing: that is a defect of ours. */
  readonly say: (name: MessageName, values?: MessageValues) => string;
  /** `2,414`, `12.5`, `−17`, in the reader's digits; `decimals` at most, none that are zero. */
  readonly number: (value: number, decimals?: number) => string;
  /** Digits only, without separators: years, days of a month, release numbers. */
  readonly ordinal: (value: number) => string;
  /** Keeps a number, a range or a sign from being turned around inside text of the other direction; plain text in English. */
  readonly isolate: (text: string) => string;
}

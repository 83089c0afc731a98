// Which messages go to the browser with every page: those of the pieces that live there. All others are said on the server.

export const BROWSER_MESSAGES: readonly string[] = [
  'language.choose', 'language.digits.', 'language.review', 'language.reviewLabel', 'language.inEnglish', 'layout.theme.', 'layout.broken.', 'search.field.', 'search.kind.', 'view.browser.',
];

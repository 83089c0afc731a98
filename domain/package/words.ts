// Closed sets of words that more than one table of a package uses.

export const PRECISIONS = ['day', 'month', 'year', 'unknown'] as const;
export const EDGE_PRECISIONS = ['day', 'month'] as const;
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const QUALIFIERS = ['exact', 'at-least', 'more-than', 'about', 'nearly'] as const;
export const ACCOUNTS = ['pakistan', 'taliban', 'independent', 'other'] as const;

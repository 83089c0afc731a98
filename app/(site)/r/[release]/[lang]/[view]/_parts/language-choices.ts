import type { Offer } from '@/components/language/language-offer';
import type { DigitsChoice } from '@/components/language/language-links';
import { DIGITS, LANGUAGES, USUAL_DIGITS } from '@/domain/words';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import type { View } from '@/lib/inputs/view';
import { wordsOf } from '@/lib/words';

/** Every language, English first, with what is said in it to a reader of another one. Digits are a choice within a language. */
export function languageOffers(view: View, release: number): readonly Offer[] {
  return LANGUAGES.map((language) => {
    const words = wordsOf(language);
    const query = writeAddress('', view, { ...pinOf(view, release), language, digits: null });
    return { language, query, name: words.say('language.name'), text: words.say('language.offer'), open: words.say('language.open'), close: words.say('language.close') };
  });
}

/** The digits of the page's language; none to choose in English. */
export function digitsChoices(view: View, release: number): readonly DigitsChoice[] {
  const { language } = view;
  if (language === 'en') return [];
  const usual = USUAL_DIGITS[language];
  return DIGITS.map((digits) => ({
    digits,
    sample: wordsOf(language, digits).ordinal(123),
    query: writeAddress('', view, { ...pinOf(view, release), digits: digits === usual ? null : digits }),
    isCurrent: digits === (view.digits ?? usual),
  }));
}

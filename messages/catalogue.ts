import type { Language } from '@/domain/words';
import enAbout from './en/about.json';
import enChart from './en/chart.json';
import enCite from './en/cite.json';
import enClaims from './en/claims.json';
import enClosures from './en/closures.json';
import enCorrections from './en/corrections.json';
import enData from './en/data.json';
import enDrawing from './en/drawing.json';
import enEmbed from './en/embed.json';
import enFeeds from './en/feeds.json';
import enHistory from './en/history.json';
import enHome from './en/home.json';
import enLanguage from './en/language.json';
import enLayout from './en/layout.json';
import enMethods from './en/methods.json';
import enNumber from './en/number.json';
import enPeriod from './en/period.json';
import enPicture from './en/picture.json';
import enSearch from './en/search.json';
import enSentence from './en/sentence.json';
import enSources from './en/sources.json';
import enView from './en/view.json';
import urAbout from './ur/about.json';
import urChart from './ur/chart.json';
import urCite from './ur/cite.json';
import urClaims from './ur/claims.json';
import urClosures from './ur/closures.json';
import urCorrections from './ur/corrections.json';
import urData from './ur/data.json';
import urDrawing from './ur/drawing.json';
import urEmbed from './ur/embed.json';
import urFeeds from './ur/feeds.json';
import urHistory from './ur/history.json';
import urHome from './ur/home.json';
import urLanguage from './ur/language.json';
import urLayout from './ur/layout.json';
import urMethods from './ur/methods.json';
import urNumber from './ur/number.json';
import urPeriod from './ur/period.json';
import urPicture from './ur/picture.json';
import urSearch from './ur/search.json';
import urSentence from './ur/sentence.json';
import urSources from './ur/sources.json';
import urView from './ur/view.json';
import psAbout from './ps/about.json';
import psChart from './ps/chart.json';
import psCite from './ps/cite.json';
import psClaims from './ps/claims.json';
import psClosures from './ps/closures.json';
import psCorrections from './ps/corrections.json';
import psData from './ps/data.json';
import psDrawing from './ps/drawing.json';
import psEmbed from './ps/embed.json';
import psFeeds from './ps/feeds.json';
import psHistory from './ps/history.json';
import psHome from './ps/home.json';
import psLanguage from './ps/language.json';
import psLayout from './ps/layout.json';
import psMethods from './ps/methods.json';
import psNumber from './ps/number.json';
import psPeriod from './ps/period.json';
import psPicture from './ps/picture.json';
import psSearch from './ps/search.json';
import psSentence from './ps/sentence.json';
import psSources from './ps/sources.json';
import psView from './ps/view.json';
import prsAbout from './fa-AF/about.json';
import prsChart from './fa-AF/chart.json';
import prsCite from './fa-AF/cite.json';
import prsClaims from './fa-AF/claims.json';
import prsClosures from './fa-AF/closures.json';
import prsCorrections from './fa-AF/corrections.json';
import prsData from './fa-AF/data.json';
import prsDrawing from './fa-AF/drawing.json';
import prsEmbed from './fa-AF/embed.json';
import prsFeeds from './fa-AF/feeds.json';
import prsHistory from './fa-AF/history.json';
import prsHome from './fa-AF/home.json';
import prsLanguage from './fa-AF/language.json';
import prsLayout from './fa-AF/layout.json';
import prsMethods from './fa-AF/methods.json';
import prsNumber from './fa-AF/number.json';
import prsPeriod from './fa-AF/period.json';
import prsPicture from './fa-AF/picture.json';
import prsSearch from './fa-AF/search.json';
import prsSentence from './fa-AF/sentence.json';
import prsSources from './fa-AF/sources.json';
import prsView from './fa-AF/view.json';

// Every message of the site: a folder a language, a file a subject. What a language lacks is said in English, and marked.

const en = {
  about: enAbout, chart: enChart, cite: enCite, claims: enClaims, closures: enClosures, corrections: enCorrections, data: enData, drawing: enDrawing, embed: enEmbed, feeds: enFeeds, history: enHistory, home: enHome, language: enLanguage, layout: enLayout, methods: enMethods, number: enNumber, period: enPeriod, picture: enPicture, search: enSearch, sentence: enSentence, sources: enSources, view: enView,
};

/** Messages of one subject: texts in ICU syntax, in groups. */
export interface MessageTree { readonly [key: string]: string | MessageTree }

export const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, MessageTree>>>> = {
  en,
  ur: { about: urAbout, chart: urChart, cite: urCite, claims: urClaims, closures: urClosures, corrections: urCorrections, data: urData, drawing: urDrawing, embed: urEmbed, feeds: urFeeds, history: urHistory, home: urHome, language: urLanguage, layout: urLayout, methods: urMethods, number: urNumber, period: urPeriod, picture: urPicture, search: urSearch, sentence: urSentence, sources: urSources, view: urView },
  ps: { about: psAbout, chart: psChart, cite: psCite, claims: psClaims, closures: psClosures, corrections: psCorrections, data: psData, drawing: psDrawing, embed: psEmbed, feeds: psFeeds, history: psHistory, home: psHome, language: psLanguage, layout: psLayout, methods: psMethods, number: psNumber, period: psPeriod, picture: psPicture, search: psSearch, sentence: psSentence, sources: psSources, view: psView },
  'fa-AF': { about: prsAbout, chart: prsChart, cite: prsCite, claims: prsClaims, closures: prsClosures, corrections: prsCorrections, data: prsData, drawing: prsDrawing, embed: prsEmbed, feeds: prsFeeds, history: prsHistory, home: prsHome, language: prsLanguage, layout: prsLayout, methods: prsMethods, number: prsNumber, period: prsPeriod, picture: prsPicture, search: prsSearch, sentence: prsSentence, sources: prsSources, view: prsView },
};

type EnglishMessages = typeof en;

declare module '@/domain/words' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Catalogue extends EnglishMessages {}
}

import { bilingual } from './language.js'

export const shellTexts = bilingual(
  {
    title: 'Norrgraph',
    skip: 'Till innehållet',
    views: 'Vyer',
    start: 'Start',
    support: 'Hitta stöd',
    coverage: 'Täckning',
    spillover: 'Spridningseffekter',
    network: 'Nätverk',
    suppliers: 'Leverantörer',
    graphql: 'GraphQL',
    otherLanguage: 'English',
    notFound: 'Här finns ingen sida.',
    toStart: 'Till startsidan',
    about:
      'Uppgifterna börjar i en rapport till Tillväxtverket (2022) och i SCB:s input–output-tabeller. Varje siffra visar sin källa.',
  },
  {
    title: 'Norrgraph',
    skip: 'Skip to content',
    views: 'Views',
    start: 'Start',
    support: 'Find support',
    coverage: 'Coverage',
    spillover: 'Spillover',
    network: 'Network',
    suppliers: 'Suppliers',
    graphql: 'GraphQL',
    otherLanguage: 'Svenska',
    notFound: 'There is no page here.',
    toStart: 'To the start page',
    about:
      'The data begins with a report to the Swedish Agency for Economic and Regional Growth (2022) and Statistics Sweden’s input–output tables. Every figure shows its source.',
  },
)

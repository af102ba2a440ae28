import { bilingual } from './language.js'

export const shellTexts = bilingual(
  {
    skip: 'Till innehållet',
    views: 'Vyer',
    start: 'Start',
    support: 'Hitta stöd',
    coverage: 'Täckning',
    spillover: 'Spridningseffekter',
    network: 'Nätverk',
    suppliers: 'Leverantörer',
    import: 'Importera',
    method: 'Metod och begrepp',
    graphql: 'GraphQL',
    notFound: 'Här finns ingen sida.',
    toStart: 'Till startsidan',
  },
  {
    skip: 'Skip to content',
    views: 'Views',
    start: 'Start',
    support: 'Find support',
    coverage: 'Coverage',
    spillover: 'Spillover',
    network: 'Network',
    suppliers: 'Suppliers',
    import: 'Import',
    method: 'Method and terms',
    graphql: 'GraphQL',
    notFound: 'There is no page here.',
    toStart: 'To the start page',
  },
)

import { bilingual } from './language.js'

export const doublesTexts = bilingual(
  {
    heading: 'Troliga dubbletter',
    intro: 'Två som troligen är samma. Titta på båda innan någon slår ihop dem.',
    kinds: { FIRM: 'Företag', SUPPORT_ACTOR: 'Främjandeaktörer', INITIATIVE: 'Insatser' },
    choose: 'Vilka',
    one: 'Den ena',
    other: 'Den andra',
    why: 'Varför',
    merge: 'Slå ihop',
    reasons: { SAME_NUMBER: 'samma organisationsnummer', SAME_NAME: 'samma namn' },
    none: 'Inga två liknar varandra så mycket.',
    noneHere: 'Inga bland dem som har setts igenom hittills.',
    further: 'Gå vidare i listan',
  },
  {
    heading: 'Likely doubles',
    intro: 'Two that are likely the same. Look at both before anyone merges them.',
    kinds: { FIRM: 'Firms', SUPPORT_ACTOR: 'Support actors', INITIATIVE: 'Initiatives' },
    choose: 'Which',
    one: 'One',
    other: 'The other',
    why: 'Why',
    merge: 'Merge',
    reasons: { SAME_NUMBER: 'the same organisation number', SAME_NAME: 'the same name' },
    none: 'No two are that alike.',
    noneHere: 'None among those looked through so far.',
    further: 'Go on in the list',
  },
)

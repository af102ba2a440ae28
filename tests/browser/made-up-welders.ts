import { firmNumber } from '../firm-list.js'

/** Made-up workshops near a venture and far from it: name, municipality, employees, and whether a certificate is known of. */
const workshops = [
  ['Björkens Svets', 'Boden', 12, 'FULFILLED'],
  ['Granens Smide', 'Boden', 34, 'LACKING'],
  ['Tallens Mekaniska', 'Luleå', 48, 'FULFILLED'],
  ['Enens Plåt', 'Luleå', 7, null],
  ['Rönnens Verkstad', 'Älvsbyn', 21, null],
  ['Alens Svetsteknik', 'Kalix', 18, 'FULFILLED'],
  ['Sälgens Svets', 'Umeå', 90, 'FULFILLED'],
] as const

/** The workshops as a list of firms. */
export const welders = [
  'Organisationsnummer;Namn;Kommun;SNI;Anställda',
  ...workshops.map(([name, place, employees], index) => `${firmNumber(index)};${name};${place};C25;${employees}`),
  '',
].join('\r\n')

/** What is known of their certificates, as a list of requirements. */
export const certificates = [
  'företag;krav;status',
  ...workshops.flatMap(([, , , status], index) =>
    status === null ? [] : [`${firmNumber(index)};requirement:iso-certificate;${status}`],
  ),
  '',
].join('\r\n')

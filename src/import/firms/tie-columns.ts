import type { Column } from '../readers/columns.js'
import { firmColumns } from './firm-columns.js'

/** The firm that a row is about: by its number where the file has numbers beside names. */
const firm: Column = {
  names: ['firm'],
  codes: firmColumns.organisationNumber.names,
  words: ['företag', ...firmColumns.name.names],
  required: true,
}

/** The columns of a file of deliveries, by the names that people give them. */
export const supplyColumns = {
  supplier: {
    names: ['supplier'],
    codes: [
      'Leverantörens org.nr',
      'Leverantör org.nr',
      'Leverantörens organisationsnummer',
      'Supplier number',
      'Säljare org.nr',
    ],
    words: [
      'leverantör',
      'Leverantörsnamn',
      'Leverantörens namn',
      'Underleverantör',
      'Säljare',
      'Supplier name',
      'Seller',
      'Vendor',
    ],
    required: true,
  },
  buyer: {
    names: ['buyer'],
    codes: [
      'Köparens org.nr',
      'Köpare org.nr',
      'Köparens organisationsnummer',
      'Kundens org.nr',
      'Kund org.nr',
      'Buyer number',
    ],
    words: [
      'köpare',
      'Kund',
      'Beställare',
      'Uppdragsgivare',
      'Köparens namn',
      'Kundnamn',
      'Buyer name',
      'Customer',
      'Client',
    ],
    required: true,
  },
  category: {
    names: ['category', 'kategori', 'Leverantörskategori', 'Varugrupp', 'Supply category', 'Supplier category'],
  },
  phase: { names: ['phase', 'fas', 'Skede'] },
  since: {
    names: ['since', 'från', 'Från och med', 'Fr.o.m.', 'Start', 'Startdatum', 'From', 'Valid from', 'Start date'],
  },
  until: {
    names: ['until', 'till', 'Till och med', 'T.o.m.', 'Slut', 'Slutdatum', 'To', 'Valid to', 'End', 'End date'],
  },
} satisfies Record<string, Column>

/** The columns of a file of needs. */
export const needColumns = {
  firm,
  need: { names: ['need', 'behov', 'Utmaning', 'Challenge'], required: true },
} satisfies Record<string, Column>

/** The columns of a file of requirements that firms fulfil or lack. */
export const requirementColumns = {
  firm,
  requirement: { names: ['requirement', 'krav', 'Certifikat', 'Certificate'], required: true },
  status: { names: ['status', 'Uppfyllt', 'Fulfilled'], required: true },
} satisfies Record<string, Column>

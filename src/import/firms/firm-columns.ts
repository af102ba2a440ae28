import { type Columns, namesOf } from '../readers/columns.js'
import { moneyUnit } from './cells/money-units.js'

/** Whether a header names money of a unit that is read; euros are not. */
function isMoneyUnit(unit: string): boolean {
  const money = moneyUnit(unit)
  return money !== null && money !== 'OTHER_CURRENCY'
}

/** The columns of a file of firms, by the names that people, registers and programs give them. */
export const firmColumns = {
  organisationNumber: {
    names: [
      ...['organisationNumber', 'organisationsnummer', 'Org.nr', 'Orgnummer', 'Organisationsnr', 'Org.nummer', 'Orgno'],
      ...['Org no', 'Organisation no', 'Organization number', 'Organisation ID', 'Registration number', 'Reg. no'],
      ...[
        'Reg.nr',
        'Registreringsnummer',
        'Company number',
        'Corporate identity number',
        'Company registration number',
      ],
      ...['PeOrgNr', 'Person-/organisationsnummer', 'Organisationsidentitet', 'Företagets organisationsnummer'],
    ],
    required: true,
  },
  name: {
    names: [
      ...['name', 'namn', 'Företagsnamn', 'Bolagsnamn', 'Firma', 'Firmanamn', 'Företag', 'Bolag', 'Företagets namn'],
      ...['Organisationsnamn', 'Juridiskt namn', 'Company name', 'Company', 'Firm', 'Firm name', 'Legal name'],
      ...['Business name', 'Registered name', 'Organisation name', 'Organization name'],
    ],
    required: true,
  },
  municipality: {
    names: ['municipality', 'Säteskommun', 'Hemkommun', 'Kommun (säte)', 'Säte', 'Registered municipality'],
    codes: ['Kommunkod', 'Kommunnr', 'Kommunnummer', 'Säteskommunkod', 'Municipality code'],
    words: ['kommun', 'Kommunnamn', 'Säteskommunnamn', 'Municipality name'],
  },
  postTown: {
    names: ['postTown', 'postort', 'Ort', 'Post town', 'City', 'Town', 'Stad', 'Besöksort', 'Postadress ort'],
  },
  sni: {
    isNumbered: true,
    names: ['sni', 'NACE'],
    codes: [
      ...['SNI-kod', 'SNI-koder', 'Branschkod', 'Branschkoder', 'Näringsgrenskod', 'SNI-nummer', 'SNI-nr', 'Huvud-SNI'],
      ...['Industry code', 'NACE code', 'SIC code', 'SNI code', 'Verksamhetskod'],
    ],
    words: [
      'Bransch',
      'Näringsgren',
      'Industry',
      'Näring',
      'Sector',
      'SNI-text',
      'SNI-namn',
      'Branschnamn',
      'Branschtext',
      'SNI-benämning',
      'Industry name',
      'Branschbeskrivning',
    ],
  },
  employees: {
    names: [
      ...[
        'employees',
        'anställda',
        'Antal anställda',
        'Anst.',
        'Antal anst',
        'Antal anställda totalt',
        'Medelantal anställda',
      ],
      ...['Medelantalet anställda', 'Ant. anställda', 'Ant. anst', 'Personal', 'Antal medarbetare', 'Medarbetare'],
      ...['Number of employees', 'No. of employees', 'Employee count', 'Headcount', 'Staff'],
    ],
    isUnit: (unit) => /^(?:st|styck|antal|personer|number|persons|heltid)$/.test(unit),
    isOther: (words) => moneyUnit(words) !== null,
  },
  turnover: {
    names: [
      ...['turnover', 'omsättning', 'Nettoomsättning', 'Oms.', 'Årsomsättning', 'Nettooms.', 'Total omsättning'],
      ...['Revenue', 'Revenues', 'Net sales', 'Sales', 'Net turnover', 'Annual turnover'],
    ],
    isUnit: isMoneyUnit,
    isOther: (words) => moneyUnit(words) === 'OTHER_CURRENCY',
  },
  turnoverUnit: { names: ['turnoverUnit', 'Enhet', 'Beloppsenhet', 'Belopp i', 'Unit', 'Omsättning enhet'] },
  currency: { names: ['currency', 'Valuta', 'Valutakod', 'Redovisningsvaluta', 'Currency code'] },
  source: { names: ['source', 'källa'] },
  asOf: {
    names: [
      ...['asOf', 'per', 'Bokslut', 'År', 'Bokslutsår', 'Räkenskapsår', 'Bokslutsdatum', 'Bokslutsperiod', 'Per datum'],
      ...['Senaste bokslut', 'Bokslut t.o.m.', 'Year', 'As of', 'Financial year', 'Fiscal year', 'Accounting year'],
      ...['Balance sheet date'],
    ],
  },
} satisfies Columns<string>

export type FirmColumn = keyof typeof firmColumns

/** The columns of a file that what is stated of a firm is read from. */
export function statedBy(stated: string): FirmColumn[] {
  if (stated === 'municipality') return ['municipality', 'postTown']
  if (stated === 'sizeClass') return ['employees', 'turnover']
  return namesOf(firmColumns).filter((column) => column === stated)
}

/** What is not known of any firm of a file that lacks these columns, in words. */
export const subjects: readonly { readonly columns: readonly FirmColumn[]; readonly words: string }[] = [
  { columns: ['municipality', 'postTown'], words: 'the place' },
  { columns: ['sni'], words: 'the industry' },
  { columns: ['employees', 'turnover'], words: 'the size' },
]

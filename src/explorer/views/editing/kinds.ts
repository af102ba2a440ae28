import type { EntityKind } from '../../generated/graphql.js'

/** A kind of what people write: what the API calls it, and the field of an answer that holds it. */
export interface WrittenKind {
  readonly kind: EntityKind
  readonly type: string
  readonly field: string
  /** Fields that stand first in its form; all others are below them, folded. */
  readonly first: readonly string[]
}

/** What people write by forms. */
export const writtenKinds: readonly WrittenKind[] = [
  {
    ...{ kind: 'SUPPORT_ACTOR', type: 'SupportActor', field: 'actor' },
    first: [
      'nameSv',
      'nameEn',
      'descriptionSv',
      'descriptionEn',
      'kind',
      'url',
      'mailbox',
      'telephone',
      'serves',
      'helpsWith',
    ],
  },
  {
    ...{ kind: 'INITIATIVE', type: 'Initiative', field: 'initiative' },
    first: [
      'nameSv',
      'nameEn',
      'descriptionSv',
      'descriptionEn',
      'kind',
      'help',
      'from',
      'to',
      'offeredBy',
      'meets',
      'covers',
      'url',
    ],
  },
  {
    ...{ kind: 'FIRM', type: 'Firm', field: 'firm' },
    first: ['name', 'organisationNumber', 'municipality', 'sni', 'employees', 'turnover', 'canSupply', 'requirements'],
  },
  {
    ...{ kind: 'ESTABLISHMENT', type: 'Establishment', field: 'establishment' },
    first: ['nameSv', 'nameEn', 'operator', 'operators', 'sector', 'county', 'municipalities', 'jobs', 'phases'],
  },
  {
    ...{ kind: 'CLAIM', type: 'Claim', field: 'claim' },
    first: ['statementSv', 'statementEn', 'value', 'unit', 'about'],
  },
]

/** What is known of a kind that people write; null for any other. */
export const writtenKind = (kind: string | null): WrittenKind | null =>
  writtenKinds.find((each) => each.kind === kind) ?? null

export type Operation = 'CREATE' | 'UPDATE' | 'END'

/** The input that an operation takes. */
export const inputOf = (operation: Operation, { type }: WrittenKind): string =>
  operation === 'END' ? 'EndEntityInput' : `${operation === 'CREATE' ? 'Create' : 'Update'}${type}Input`

import { mayAs, type Role, type Viewer } from '../../src/accounts/viewer.js'

export const [own, others] = ['actor:iuc-norr', 'actor:norrlandsfonden'] as const

/** The least role that may ask for each mutation at all; what else it takes depends on what is written. */
export const mutations: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(
    ['SupportActor', 'Initiative', 'Firm', 'Establishment', 'Claim'].flatMap((kind) =>
      ['create', 'update', 'end'].map((does) => [`${does}${kind}`, 'READER' as const]),
    ),
  ),
  ...{ storeSpillover: 'READER', deleteSpilloverRun: 'READER' },
  ...{ startDraws: 'READER', startRun: 'READER', cancelCalculation: 'READER' },
  ...{ changePassword: 'READER', createToken: 'READER', revokeToken: 'READER' },
  ...{ confirm: 'CONTRIBUTOR', undoChange: 'CONTRIBUTOR', withdraw: 'CONTRIBUTOR' },
  ...{ mergeEntities: 'EDITOR', decideProposal: 'EDITOR', takeBackImport: 'EDITOR' },
  ...{ settleImport: 'EDITOR', confirmImport: 'EDITOR', cancelImport: 'EDITOR' },
  ...{ createAccount: 'ADMIN', updateAccount: 'ADMIN', removeAccount: 'ADMIN', redactChange: 'ADMIN' },
}

/** What root fields that are not for everyone take. */
export const queries: Readonly<Record<string, Role>> = {
  ...{
    proposal: 'READER',
    proposals: 'READER',
    editable: 'READER',
    calculationJob: 'READER',
    calculationJobs: 'READER',
  },
  ...{ importJob: 'EDITOR', importJobs: 'EDITOR', accounts: 'ADMIN' },
}

/** Whom words are for: accounts by name, and roles with all above them. */
export interface Planted {
  readonly word: string
  readonly for: readonly string[]
  readonly from: Role
}

/** Accounts, by what their words begin with. */
export const names = ['rita', 'maria', 'kim', 'sven', 'eva', 'adam', 'lost'] as const
export type Name = (typeof names)[number]
export const accountName = (name: Name): string => `${name}-konto`

/** Words of the graph that are not for everyone. */
export const planted: readonly Planted[] = [
  ...names.flatMap((name): Planted[] => [
    { word: accountName(name), for: [name], from: name === 'lost' ? 'ADMIN' : 'EDITOR' },
    { word: `${name} visas som`, for: [name], from: 'ADMIN' },
    { word: `${name} har en nyckel`, for: [name], from: 'ADMIN' },
  ]),
  { word: 'skälet för marias ändring', for: ['maria', 'kim'], from: 'EDITOR' },
  { word: 'skälet för svens ändring', for: ['sven'], from: 'EDITOR' },
  { word: 'skälet för evas ändring', for: [], from: 'EDITOR' },
  { word: 'skälet för marias förslag', for: ['maria', 'kim'], from: 'EDITOR' },
  { word: 'ordet i marias förslag', for: ['maria', 'kim'], from: 'EDITOR' },
  { word: 'skälet för avslaget', for: ['maria', 'kim'], from: 'EDITOR' },
  { word: 'ordet i ritas förslag', for: ['rita'], from: 'EDITOR' },
  { word: 'skälet för ritas förslag', for: ['rita'], from: 'EDITOR' },
  { word: 'rubriken på evas lista', for: [], from: 'EDITOR' },
  { word: 'filen-som-eva-lämnade', for: [], from: 'EDITOR' },
]

/** What each account may. */
export const roleOf: Readonly<Record<Name, Role>> = {
  ...{ rita: 'READER', maria: 'CONTRIBUTOR', kim: 'CONTRIBUTOR', sven: 'CONTRIBUTOR' },
  ...{ eva: 'EDITOR', adam: 'ADMIN', lost: 'EDITOR' },
}

/** Whom each acts for. */
export const actsFor: Partial<Record<Name, string>> = { maria: own, kim: own, sven: others }

/** Each as they write. */
export const viewerOf = (name: Name): Viewer => ({
  ...{ name: accountName(name), displayName: name, role: roleOf[name], hasAccount: true },
  actsFor: [actsFor[name] ?? []].flat(),
})

/** Somebody who asks, in some way. */
export interface Asker {
  readonly called: string
  /** Null for nobody. */
  readonly name: Name | 'local' | 'token' | null
  readonly role: Role | null
  readonly headers: Readonly<Record<string, string>>
}

/** Whether a word is for somebody. */
export const isFor = ({ for: some, from }: Planted, { name, role }: Asker): boolean =>
  role !== null && (mayAs({ role }, from) || some.some((each) => each === name))

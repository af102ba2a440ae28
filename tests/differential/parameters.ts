import { roles } from '../../src/accounts/viewer.js'
import { sizeClasses } from '../../src/classification/size-class.js'
import { phaseKinds } from '../../src/establishments/phases.js'
import type { QueryParameters, QueryValue } from '../../src/graph/query.js'
import { type NodeLabel, nodeKinds, nodeLabels, relationshipTypes } from '../../src/graph/vocabulary.js'
import { structureDimensions } from '../../src/writing/forms/kinds.js'
import type { Random } from './random.js'
import { idsOf } from './region.js'
import { day, editions, name, nodeProperties } from './values.js'

const idOfAny = (labels: readonly NodeLabel[]) => (random: Random) => random.pick(idsOf(random.pick(labels)))
const idsOfAny = (labels: readonly NodeLabel[]) => (random: Random) =>
  random.some(labels.flatMap(idsOf), random.pick([0, 3, 20]))

/** For each node of a kind a number. */
const counting = (label: NodeLabel, number: (index: number) => number) =>
  Object.fromEntries(idsOf(label).map((id, index) => [id, number(index)]))

/** A name as it is looked for, in one word. */
const inOneWord = (random: Random) => name(random).toLowerCase().replaceAll(' ', '')

/** A firm that is not there, as its import writes it. */
function newFirm(random: Random): QueryValue[] {
  const number = String(random.whole(1_000_000_000, 9_999_999_999))
  const named = name(random)
  const size = random.pick(sizeClasses)
  return [
    ...[`firm:${number}`, named, number, random.whole(0, 300), random.whole(0, 9) + 0.5, size, ['25110'], day(random)],
    ...['row 1', named.toLowerCase(), `| ${named.toLowerCase()} |`, '0a a0'],
    ...[idOfAny(['Municipality'])(random), [idOfAny(['Sector'])(random)], null, null, size, '[]'],
  ]
}

const changeId = (random: Random) => `change:${random.whole(1, 5)}`
const accountName = (random: Random) => random.pick(['anna', 'bo', 'maria'])
const formerId = (random: Random) => `firm:former-${random.whole(1, 5)}`

/** Nodes of the register, each with the number that its id ends with. */
function registerRows(random: Random, id: (random: Random) => string) {
  return random.list(random.whole(1, 3), () => {
    const own = id(random)
    return { id: own, properties: { id: own, number: Number(own.replace(/^\D+/, '')), at: random.pick(editions) } }
  })
}

const places: readonly NodeLabel[] = ['Country', 'County', 'Municipality']

/** Values that each parameter takes, by its name, which therefore means the same in every statement. */
const draws: Readonly<Record<string, (random: Random) => QueryValue>> = {
  asOf: day,
  confirmedSince: (random) => random.whole(2015, 2026),
  of: idOfAny(nodeLabels),
  firm: idOfAny(['Firm']),
  firms: idsOfAny(['Firm']),
  actor: idOfAny(['SupportActor']),
  number: (random) => random.whole(0, 9),
  actors: idsOfAny(['SupportActor']),
  establishment: idOfAny(['Establishment']),
  venture: idOfAny(['Establishment']),
  phase: (random) => random.pick(['', ...phaseKinds]),
  categories: idsOfAny(['SupplyCategory']),
  requirements: idsOfAny(['Requirement']),
  buyers: idsOfAny(['Firm', 'Establishment']),
  sizeClasses: (random) => random.some(sizeClasses, 3),
  category: idOfAny(['SupplyCategory']),
  sectors: idsOfAny(['Sector']),
  kilometres: (random) =>
    Object.fromEntries(random.some(idsOf('Municipality'), 5).map((id) => [id, random.whole(0, 300) + 0.5])),
  shares: () => [0, 0.2, 0.4, 0.6],
  withinKm: (random) => random.pick([-1, 50.5, 200]),
  wordJoined: inOneWord,
  sectorsSought: (random) => ['', ...idsOfAny(['Sector'])(random)],
  leastEmployees: (random) => random.pick([-1, 5]),
  mostEmployees: (random) => random.pick([-1, 80]),
  weights: (random) => random.pick([[0.5, 0.3, 0.1], [0.3], [0.5, 0.1]]),
  isAnywhere: (random) => random.chance(0.6),
  asks: () => counting('Requirement', () => 1),
  needed: (random) => counting('Requirement', () => random.whole(0, 1)),
  neededCount: (random) => random.pick([0, 0, 1]),
  unlacked: (random) => counting('Requirement', () => random.whole(0, 1)),
  standings: () => counting('Requirement', (index) => 3 ** index),
  named: (random) => counting('SupplyCategory', () => random.whole(0, 1)),
  digits: () => counting('SupplyCategory', (index) => 4 ** index),
  fits: (random) =>
    random.list(3, () => ({ category: idOfAny(['SupplyCategory'])(random), sector: idOfAny(['Sector'])(random) })),
  order: (random) => random.pick(['SCORE_DESC', 'EMPLOYEES_DESC', 'EMPLOYEES_ASC', 'DISTANCE_ASC', 'NAME_ASC']),
  afterValue: (random) => random.pick([2_000_000_000, 0.5, -20]),
  afterScore: (random) => random.pick([2, 0.5]),
  afterName: () => '',
  afterFirm: () => '',
  afterCategory: () => '',
  tiers: (random) => random.some(idsOf('Firm'), 6).map((firm) => ({ firm, tier: random.whole(1, 3) })),
  sector: idOfAny(['Sector']),
  run: idOfAny(['SpilloverRun']),
  runs: idsOfAny(['SpilloverRun']),
  // Nobody begins a run that is there, or one twice.
  part: (random) => `run:part-${random.whole(1, 1_000_000_000)}`,
  writer: () => 'writer',
  begun: (random) => random.whole(1, 9),
  now: (random) => random.pick(editions),
  written: (random) => random.whole(0, 9),
  origin: idOfAny(['Establishment']),
  origins: idsOfAny(['Establishment']),
  unfinished: idsOfAny(['SpilloverRun']),
  scenario: idOfAny(['Scenario']),
  earlier: (random) => random.some(editions, 1),
  known: (random) => random.some(editions, 2),
  times: (random) => random.some(editions, 2),
  table: idOfAny(['InputOutputTable']),
  employment: idOfAny(['EmploymentTable']),
  begin: (random) => random.whole(0, 9),
  end: (random) => random.whole(5, 20),
  flowRows: (random) =>
    random.some(idsOf('Sector'), 3).map((industry) => ({ industry, flows: [random.next(), random.whole(0, 9)] })),
  source: idOfAny(['Source']),
  sources: idsOfAny(['Source']),
  kind: (random) => nodeKinds[random.pick(nodeLabels)].entityKind,
  ends: (random) =>
    random
      .some(idsOf('Firm'), 3)
      .map((from) => ({ from, to: idOfAny(nodeLabels)(random), key: random.pick(['', 'OPERATION']) })),
  place: idOfAny(places),
  places: idsOfAny(places),
  need: idOfAny(['Need']),
  needs: idsOfAny(['Need']),
  claims: idsOfAny(['Claim']),
  id: idOfAny(nodeLabels),
  ids: idsOfAny(nodeLabels),
  hub: idOfAny(['Firm']),
  names: (random) => idsOfAny(nodeLabels)(random).map((id) => `${id} ${random.pick(['', 'OPERATION'])}`),
  kinds: (random) => random.some(nodeLabels, 20).map((label) => nodeKinds[label].entityKind),
  dimensions: (random) => random.pick(structureDimensions),
  importing: (random) => random.chance(0.5),
  region: (random) => random.pick(['one-region', 'another']),
  after: (random) => (random.chance(0.3) ? '' : idOfAny(nodeLabels)(random)),
  types: (random) => random.some(relationshipTypes, 8),
  start: (random) => (random.chance(0.3) ? '' : idOfAny(nodeLabels)(random)),
  type: (random) => random.pick(relationshipTypes),
  finish: idOfAny(nodeLabels),
  key: (random) => random.pick(['', 'OPERATION']),
  version: (random) => random.whole(1, 9),
  limit: (random) => random.whole(1, 10),
  // Which relationships a smaller piece takes is no engine's promise.
  piece: (random) => random.whole(1_000, 2_000),
  word: (random) => name(random).toLowerCase(),
  words: (random) => name(random).toLowerCase(),
  exactJoined: inOneWord,
  beginsJoined: inOneWord,
  means: inOneWord,
  job: (random) => `job:${random.whole(1, 5)}`,
  jobs: () => ['job:1', 'job:2', 'job:3'],
  begunJob: (random) => ({
    ...{
      id: `job:${random.whole(1, 1_000_000_000)}`,
      number: random.whole(1, 1_000_000),
      kind: 'FIRMS',
      status: 'QUEUED',
    },
    ...{
      at: random.pick(editions),
      author: 'local',
      file: 'list.csv',
      title: null,
      update: false,
      owner: 'job-owner:1',
    },
  }),
  begunCalculation: (random) => ({
    ...{
      id: `calculation:${random.whole(1, 1_000_000_000)}`,
      number: random.whole(1, 1_000_000),
      kind: 'DRAWS',
      status: 'QUEUED',
    },
    ...{
      at: random.pick(editions),
      author: 'local',
      draws: 1_000,
      seed: 1,
      correlation: 0.25,
      name: null,
      owner: 'job-owner:1',
    },
  }),
  jobSaid: (random) => ({ status: random.pick(['READY', 'DONE']), message: null }),
  done: (random) => random.whole(0, 9),
  total: (random) => random.whole(0, 9),
  refusalParts: (random) => [
    { id: `job:1 ${random.whole(1, 1_000_000_000)}`, job: 'job:1', number: random.whole(0, 9), text: '[]' },
  ],
  firstPart: (random) => random.whole(0, 2),
  lastPart: (random) => random.whole(2, 9),
  endedStatuses: () => ['DONE', 'CANCELLED'],
  begunBefore: (random) => random.pick(editions),
  openStatuses: () => ['QUEUED', 'RUNNING'],
  jobOwner: (random) => `job-owner:${random.whole(1, 5)}`,
  jobOwners: () => ['job-owner:1', 'job-owner:2'],
  seen: (random) => random.pick(editions),
  host: name,
  process: (random) => random.whole(1, 9),
  unfinishedHash: () => 'unfinished',
  recordedAt: (random) => random.pick(editions),
  newFirms: (random) => random.list(random.whole(1, 3), () => newFirm(random)),
  newTies: (random) =>
    random
      .some(idsOf('Firm'), 3)
      .map((from) => [from, idOfAny(['Municipality', 'Sector'])(random), random.whole(1, 3), 'row 1']),
  entity: idOfAny(nodeLabels),
  day,
  address: name,
  title: name,
  publisher: name,
  year: (random) => random.whole(2015, 2026),
  revision: (random) => random.whole(0, 3),
  change: (random) => `change:${random.whole(1, 9)}`,
  changes: (random) => random.list(3, () => `change:${random.whole(1, 9)}`),
  numbers: (random) => random.list(3, () => random.whole(1, 9)),
  recorded: (random) => ({ id: `change:${random.whole(1, 1_000_000_000)}`, operation: 'UPDATE' }),
  row: (random) => ({ entity: idOfAny(nodeLabels)(random), revision: random.whole(1, 9) }),
  lastChange: (random) => random.whole(0, 9),
  lastProposal: (random) => random.whole(0, 9),
  importedLine: (random) => random.whole(1, 1_000),
  afterNumber: (random) => random.whole(0, 3),
  afterRevision: (random) => random.whole(0, 3),
  afterChange: (random) => (random.chance(0.3) ? '' : changeId(random)),
  afterEntity: (random) => (random.chance(0.3) ? '' : idOfAny(nodeLabels)(random)),
  changeRows: (random) => registerRows(random, changeId),
  partRows: (random) =>
    registerRows(random, (each) => `part:${each.whole(1, 5)}`).map(({ id, properties }) => ({
      id,
      properties: { ...properties, change: changeId(random), entity: idOfAny(nodeLabels)(random), text: '[]' },
    })),
  proposalRows: (random) => registerRows(random, (each) => `proposal:${each.whole(1, 5)}`),
  accountRows: (random) =>
    registerRows(random, (each) => `account:account-${each.whole(1, 5)}`).map(({ id }) => ({
      id,
      properties: {
        id,
        name: id.slice(8),
        displayName: 'A',
        role: 'EDITOR',
        createdAt: '2026-01-01T00:00:00.000Z',
        epoch: 1,
      },
    })),
  actingRows: (random) =>
    registerRows(random, (each) => `acting:account-1 actor:a-${each.whole(1, 5)}`).map(({ id }) => ({
      id,
      properties: { id, account: 'account-1', actor: id.slice(17) },
    })),
  tokenRows: (random) =>
    registerRows(random, (each) => `token:${each.whole(1, 5)}`).map(({ id }) => ({
      id,
      properties: { id, account: 'account-1', digest: id, name: 'lists', role: 'READER' },
    })),
  formerRows: (random) =>
    registerRows(random, formerId).map(({ id, properties }) => ({
      id,
      properties: { ...properties, entityKind: 'FIRM' },
    })),
  changedRows: (random) =>
    random.list(random.whole(1, 3), () => ({
      id: random.chance(0.5) ? formerId(random) : idOfAny(nodeLabels)(random),
      change: changeId(random),
      properties: { revision: random.whole(1, 9) },
    })),
  nowRows: (random) =>
    random.list(random.whole(1, 3), () => ({
      id: random.chance(0.5) ? formerId(random) : idOfAny(['Firm'])(random),
      former: formerId(random),
      properties: {},
    })),
  account: accountName,
  // Nobody makes one twice.
  newAccount: (random) => `account-${random.whole(1, 1_000_000_000)}`,
  at: (random) => random.pick(editions),
  moment: (random) => (random.chance(0.3) ? '' : random.pick(editions)),
  accounts: (random) => random.list(random.whole(1, 3), () => accountName(random)),
  afterAccount: accountName,
  // None is made twice, nor under a name that is sought.
  accountValues: (random) => ({ displayName: name(random), role: random.pick(roles) }),
  acting: (random) => `acting:${random.whole(1, 5)}`,
  from: day,
  to: day,
  epoch: (random) => random.whole(1, 3),
  session: (random) => `session-${random.whole(1, 5)}`,
  flow: () => '',
  since: (random) => random.whole(1, 1_000_000),
  token: (random) => `token:${random.whole(1, 1_000_000_000)}`,
  tokenValues: (random) => ({ account: accountName(random), name: name(random), role: random.pick(roles) }),
  digest: (random) => `digest-${random.whole(1, 5)}`,
  issuer: () => 'https://issuer.example',
  subject: (random) => `subject-${random.whole(1, 3)}`,
  wait: (random) => `wait-${random.whole(1, 5)}`,
  failed: (random) => random.whole(1, 9),
  until: (random) => random.whole(1, 1_000_000),
  begunSince: (random) => random.whole(1, 1_000_000),
  proposal: (random) => `proposal:${random.whole(1, 9)}`,
  proposals: () => ['proposal:1', 'proposal:2'],
  proposed: (random) => ({ id: `proposal:${random.whole(1, 1_000_000_000)}`, number: 1, operation: 'UPDATE' }),
  decided: () => ({ status: 'REJECTED', decidedBy: 'local' }),
  statuses: (random) => random.some(['PENDING', 'APPROVED', 'REJECTED', 'STALE'], 2),
  ofAll: (random) => random.chance(0.5),
  seesAll: (random) => random.chance(0.5),
  author: () => 'local',
  actsFor: idsOfAny(['SupportActor']),
  aboutAll: (random) => random.chance(0.5),
  about: idsOfAny(['SupportActor', 'Initiative']),
  concerning: idsOfAny(['SupportActor', 'Initiative']),
  below: (random) => random.whole(1, 1_000_000),
  counted: (random) => ({ added: random.whole(0, 9), changed: random.whole(0, 9), gone: 0 }),
  exact: (random) => name(random).toLowerCase(),
  begins: (random) => name(random).toLowerCase(),
  rows: (random) =>
    random.some(idsOf('Firm'), 3).map((id) => ({ id, properties: { ...nodeProperties(random, 'Firm') } })),
}

/**
 * Parameters for a statement.
 * @throws Error for a parameter whose values are not said here.
 */
export function parametersFor(random: Random, cypher: string): QueryParameters {
  const names = new Set([...cypher.matchAll(/\$(\w+)/g)].map(([, parameter]) => String(parameter)))
  return Object.fromEntries(
    [...names].map((parameter) => {
      const draw = draws[parameter]
      if (!draw) throw new Error(`tests/differential/parameters.ts does not say which values $${parameter} takes`)
      return [parameter, draw(random)]
    }),
  )
}

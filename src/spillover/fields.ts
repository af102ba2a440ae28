import {
  type Catalog,
  connection,
  edgeKey,
  inLanguage,
  leaf,
  nodeKey,
  one,
  ownId,
  property,
} from '../graph/compose/fields.js'
import { wantedFirst } from '../language/language.js'
import { entityFields, sourcedEdgeFields } from '../provenance/fields.js'

const effects = ['direct', 'indirect', 'induced', 'spillover']

const storedEffects = {
  ...sourcedEdgeFields,
  county: one(({ parent, node }) => ({ match: `MATCH (${node}:County {id: ${parent}.county})` })),
  year: property('year'),
  indirect: property('indirect'),
  induced: property('induced'),
} satisfies Catalog[string]

export const spilloverFields: Catalog = {
  InputOutputTable: {
    ...entityFields,
    name: property('title'),
    title: property('title'),
    publisher: property('publisher'),
    edition: property('edition'),
    year: property('year'),
    kind: leaf((table) => `coalesce(${table}.kind, 'INDUSTRY_BY_INDUSTRY')`),
    geography: property('geography'),
    currencyUnit: property('currencyUnit'),
    employmentUnit: property('employmentUnit'),
    oddities: leaf((table, { lang }) => `coalesce(${table}.odd${wantedFirst(lang)[0]}, [])`),
    multipliers: ownId,
    industries: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:InputOutputTable)-[${edge}:HAS_INDUSTRY]->(${node}:Sector)`,
    })),
  },
  InputOutputTableEdge: {},
  EmploymentTable: {
    ...entityFields,
    title: property('title'),
    publisher: property('publisher'),
    edition: property('edition'),
    year: property('year'),
    groups: ownId,
    miningSource: one(({ parent, node }) => ({ match: `MATCH (${node}:Source {id: ${parent}.miningSource})` })),
  },
  EmploymentTableEdge: {},
  IndustryEdge: {
    ...sourcedEdgeFields,
    output: property('output'),
    employed: property('employed'),
    wages: property('wages'),
    group: property('group'),
  },
  SpilloverRun: {
    ...entityFields,
    computedAt: property('computedAt'),
    table: one(({ parent, node }) => ({
      match: `MATCH (${parent}:SpilloverRun)-[:USES_TABLE]->(${node}:InputOutputTable)`,
    })),
    assumptions: leaf((run) => `${run} {.*}`),
    programVersion: leaf((run) => `coalesce(${run}.programVersion, 'unknown')`),
    temporaryJobYears: leaf((run) => `coalesce(${run}.temporaryJobYears, 0.0)`),
    temporaryByYear: leaf(
      (run) =>
        `{years: ${run}.temporaryYears, direct: ${run}.temporaryDirect, indirect: ${run}.temporaryIndirect, induced: ${run}.temporaryInduced}`,
    ),
    bySector: ownId,
    byCounty: ownId,
    byYear: ownId,
    byEstablishment: ownId,
    stale: ownId,
    regional: ownId,
    changes: ownId,
    question: property('input'),
    mayDelete: ownId,
    displacement: leaf((run) => `${run} {.*}`),
    total: leaf((run) => `{${effects.map((effect) => `${effect}: ${run}.${effect}`).join(', ')}}`),
    establishments: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SpilloverRun)-[${edge}:INCLUDES]->(${node}:Establishment)`,
    })),
  },
  SpilloverRunEdge: {},
  RunEstablishmentEdge: sourcedEdgeFields,
  Scenario: {
    ...entityFields,
    description: inLanguage('description'),
    displacement: leaf((scenario) => `${scenario} {.displacementFromRegionalSmes, .displacementRefilled}`),
    adjustments: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Scenario)-[${edge}:ADJUSTS]->(${node}:Establishment)`,
    })),
    runs: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Scenario)-[${edge}:HAS_RUN]->(${node}:SpilloverRun)`,
    })),
  },
  ScenarioEdge: {},
  ScenarioRunEdge: sourcedEdgeFields,
  AdjustmentEdge: {
    ...sourcedEdgeFields,
    jobs: leaf((adjusts) => `{years: ${adjusts}.years, jobs: ${adjusts}.jobs}`),
    claim: one(({ parent, node }) => ({ match: `MATCH (${node}:Claim {id: ${parent}.claim})` })),
  },
  SpillsOverEdge: {
    ...storedEffects,
    establishment: one(({ parent, node }) => ({
      match: `MATCH (${node}:Establishment {id: startNode(${parent}).id})`,
    })),
  },
  SpillsFromEdge: storedEffects,
}

/** What an establishment has of this room. */
export const establishmentSpillover = {
  spillover: ownId,
  spillsOver: connection(({ parent, node, edge }, { run, bind }) => ({
    match: `MATCH (${parent}:Establishment)-[${edge}:SPILLS_OVER]->(${node}:Sector)`,
    where: [`${edge}.run = ${bind(run)}`],
  })),
} satisfies Catalog[string]

/** What a sector has of this room. */
export const sectorSpillover = {
  spillover: ownId,
  locationQuotients: leaf(
    (sector) =>
      `{id: ${sector}.id, level: ${sector}.level, section: ${sector}.section, classification: ${sector}.classification}`,
  ),
  spillsFrom: connection(({ parent, node, edge }, { run, bind }) => ({
    match: `MATCH (${parent}:Sector)<-[${edge}:SPILLS_OVER]-(${node}:Establishment)`,
    where: [`${edge}.run = ${bind(run)}`],
  })),
} satisfies Catalog[string]

/** What a county has of this room: from the run's ventures, since effects name their county and do not lead to it. */
export const countySpillover = {
  spillover: ownId,
  spillsOver: connection(({ parent, node, edge }, context) => {
    const run = context.bind(context.run)
    return {
      match: `MATCH (:SpilloverRun {id: ${run}})-[:INCLUDES]->(venture:Establishment)
        MATCH (venture)-[${edge}:SPILLS_OVER]->(${node}:Sector)`,
      where: [`${edge}.run = ${run}`, `${edge}.county = ${parent}.id`],
      orderBy: [
        ...[nodeKey('sortName'), nodeKey('id')],
        ...[edgeKey((effect) => `startNode(${effect}).id`), edgeKey('key')],
      ],
    }
  }),
} satisfies Catalog[string]

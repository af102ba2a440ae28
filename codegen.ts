import type { CodegenConfig } from '@graphql-codegen/cli'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import { catalog } from './src/server/catalog.js'
import { schemaText } from './src/server/schema-text.js'

const rows = '../graph/compose/rows.js'

/** Types whose values a composed statement returns: those of the catalog, and connections to them. */
function composedTypes(): Record<string, string> {
  const mappers: Record<string, string> = {}
  for (const type of Object.values(buildSchema(schemaText()).getTypeMap())) {
    if (!isObjectType(type)) continue
    const edges = type.getFields().edges
    if (type.name in catalog) mappers[type.name] = `${rows}#ComposedRow`
    else if (edges && getNamedType(edges.type).name in catalog) mappers[type.name] = `${rows}#ConnectionRow`
  }
  return mappers
}

const scalars = { ID: 'string', Date: 'string', DateTime: 'string' }

const config: CodegenConfig = {
  schema: ['schema/*.graphql', '!schema/schema.graphql'],
  generates: {
    // The explorer's documents, which know no other code of the server than its schema.
    'src/explorer/generated/': {
      preset: 'client',
      documents: ['src/explorer/**/*.{ts,tsx}', '!src/explorer/{graphiql,generated}/**'],
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
      },
    },
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../server/request-context.js#RequestContext',
        mappers: {
          ...composedTypes(),
          Spillover: '../spillover/question/question.js#SpilloverAnswer',
          Assumptions: '../spillover/question/answers.js#AnsweredAssumptions',
          SpilloverCell: '../spillover/question/resolvers.js#TableCell',
          GroupEffects: '../spillover/model/cube.js#EffectsRow',
          SectorEffects: '../spillover/question/effect-rows.js#SectorRow',
          CountyEffects: '../spillover/question/effect-rows.js#CountyRow',
          EstablishmentEffects: '../spillover/question/effect-rows.js#EstablishmentRow',
          Comparison: '../spillover/question/answers.js#ClaimComparison',
          Timeline: '../establishments/timeline.js#Timeline as VentureTimeline',
          TimelinePhase: '../establishments/timeline-resolvers.js#PhaseOnDay',
          Preparation: '../establishments/timeline-resolvers.js#PreparationOnDay',
          Uncertainty: '../spillover/uncertainty/uncertainty.js#Uncertainty as DrawnUncertainty',
          StructuralPaths: '../spillover/question/analysis.js#AnsweredPaths',
          PathRow: '../spillover/question/analysis.js#AnsweredPath',
          Multiplier: '../spillover/question/analysis.js#AnsweredMultipliers',
          StoreSpilloverPayload: '../spillover/runs/run-resolvers.js#StoredRun',
          RunComparison: '../spillover/runs/compare-runs.js#ComparedRuns',
          SectorDifference: '../spillover/runs/compare-runs.js#CutDifference',
          CountyDifference: '../spillover/runs/compare-runs.js#CutDifference',
          YearDifference: '../spillover/runs/compare-runs.js#CutDifference',
          EstablishmentDifference: '../spillover/runs/compare-runs.js#CutDifference',
          BusinessStructure: '../firms/business-structure.js#BusinessStructure as AnsweredStructure',
          BusinessStructureCell: '../firms/business-structure.js#BusinessStructureCell as AnsweredStructureCell',
          SearchConnection: '../search/search.js#HitPage',
          SearchEdge: '../search/search.js#HitEdge',
          SupportMatchConnection: '../support/matching/resolvers.js#MatchPage',
          SupportMatch: '../support/matching/resolvers.js#MatchOnDay',
          OfferedInitiative: '../support/matching/resolvers.js#OfferOnDay',
          Reason: '../support/matching/resolvers.js#ReasonOnDay',
          Condition: '../support/matching/match-rule.js#Condition as AnsweredCondition',
          Coverage: '../support/coverage/resolvers.js#CoverageOnDay',
          CoverageCell: '../support/coverage/resolvers.js#CellOnDay',
          SectorCoverage: '../support/coverage/resolvers.js#SectorCoverageOnDay',
          SectorCoverageCell: '../support/coverage/resolvers.js#SectorCellOnDay',
          SupportGapConnection: '../support/coverage/resolvers.js#GapPage',
          SupportGap: '../support/coverage/resolvers.js#GapOnDay',
          NearestActor: '../support/coverage/resolvers.js#NearestOnDay',
          SharedGapConnection: '../support/coverage/resolvers.js#SharedGapPage',
          SharedGap: '../support/coverage/resolvers.js#SharedGapOnDay',
          WhatIf: '../support/coverage/resolvers.js#WhatIfOnDay',
          ChangedCell: '../support/coverage/resolvers.js#ChangedOnDay',
          SupplierMatchConnection: '../supply/resolvers.js#AnsweredMatches',
          SupplierMatch: '../supply/resolvers.js#AnsweredMatch',
          MissingRequirement: '../supply/resolvers.js#AnsweredMissing',
          SupplyGap: '../supply/resolvers.js#AnsweredGap',
          Consortium: '../supply/resolvers.js#AnsweredConsortium',
          ChainExposure: '../supply/resolvers.js#AnsweredExposure',
          MunicipalityExposure: '../supply/chain-exposure.js#ExposureIn',
          SectorExposure: '../supply/chain-exposure.js#ExposureIn',
          SoleSupplier: '../supply/resolvers.js#AnsweredSole',
          BranchCarrier: '../supply/resolvers.js#AnsweredCarrier',
          Network: '../network/network.js#Network as GrownNetwork',
          NetworkNode: '../network/network.js#NetworkNode as DrawnNode',
          NetworkEdge: '../network/network.js#NetworkEdge as DrawnEdge',
          HiddenNeighbours: '../network/network.js#HiddenNeighbours as CountedHidden',
          Path: '../network/paths.js#Path as FoundPath',
          NetworkMetrics: '../network/metrics.js#NetworkMetrics as MeasuredNetwork',
          NodeMetrics: '../network/metrics.js#NodeMetrics as MeasuredNode',
          Warning: '../kernel/warning.js#Warning as AnsweredWarning',
        },
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
      },
    },
  },
}

export default config

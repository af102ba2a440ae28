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
        // Who may not is not answered (accounts/guard.ts): such a resolver knows who asks.
        directiveContextTypes: ['takes#../accounts/guard.js#Known', 'shownTo#../accounts/guard.js#Known'],
        mappers: {
          ...composedTypes(),
          Spillover: '../spillover/question/question.js#SpilloverAnswer',
          Assumptions: '../spillover/question/answers.js#AnsweredAssumptions',
          SpilloverCell: '../spillover/question/effect-rows.js#TableCell',
          GroupEffects: '../spillover/model/cube.js#EffectsRow',
          SectorEffects: '../spillover/question/effect-rows.js#SectorRow',
          CountyEffects: '../spillover/question/effect-rows.js#CountyRow',
          EstablishmentEffects: '../spillover/question/effect-rows.js#EstablishmentRow',
          Alternative: '../spillover/question/answers.js#Alternative as AnsweredAlternative',
          Comparison: '../spillover/question/answers.js#ClaimComparison',
          Timeline: '../establishments/timeline.js#Timeline as VentureTimeline',
          TimelinePhase: '../establishments/timeline.js#TimelinePhase as PhaseOfTimeline',
          Preparation: '../establishments/timeline.js#TimelinePreparation',
          Uncertainty: '../spillover/uncertainty/uncertainty.js#AnsweredUncertainty',
          Regionalisation: '../spillover/question/answers.js#AnsweredRegionalisation',
          RegionalAnswer: '../spillover/question/regional-answer.js#RegionalAnswer as RegionalAnswerGiven',
          StructuralPaths: '../spillover/question/analysis.js#AnsweredPaths',
          PathRow: '../spillover/question/analysis.js#AnsweredPath',
          Multiplier: '../spillover/question/multipliers.js#AnsweredMultipliers',
          SizeClassEffects: '../spillover/model/size-classes.js#SizeClassEffects as AnsweredSizeClass',
          AccountMultiplier: '../spillover/model/account-multipliers.js#AccountMultiplier as AnsweredAccount',
          MissingMultiplier: '../spillover/model/multipliers.js#MissingMultiplier as AnsweredMissing',
          EmploymentGroup: '../spillover/employment/groups.js#EmploymentGroup as FoundEmploymentGroup',
          LocationQuotient: '../spillover/employment/location-quotients.js#LocationQuotient as AnsweredQuotient',
          CountyEmployed: '../spillover/employment/groups.js#EmployedThere',
          StoreSpilloverPayload: '../spillover/runs/stored-runs.js#StoredRun',
          RunComparison: '../spillover/runs/compare-runs.js#ComparedRuns',
          SectorDifference: '../spillover/runs/compare-runs.js#CutDifference',
          CountyDifference: '../spillover/runs/compare-runs.js#CutDifference',
          YearDifference: '../spillover/runs/compare-runs.js#CutDifference',
          EstablishmentDifference: '../spillover/runs/compare-runs.js#CutDifference',
          BusinessStructure: '../firms/business-structure.js#BusinessStructure as AnsweredStructure',
          BusinessStructureCell: '../firms/business-structure.js#BusinessStructureCell as AnsweredStructureCell',
          SearchConnection: '../search/search.js#HitPage',
          SearchEdge: '../search/search.js#HitEdge',
          SupportMatchConnection: '../support/matching/support-question.js#MatchPage',
          SupportMatch: '../support/matching/match-rule.js#SupportMatch as FoundMatch',
          OfferedInitiative: '../support/matching/offered.js#OfferedInitiative as FoundOffer',
          OfferedNeed: '../support/matching/offered.js#OfferedNeed as FoundOfferedNeed',
          WeighedRule: '../support/matching/weighed.js#WeighedRule as FoundRule',
          NobodyFor: '../support/matching/support-question.js#NobodyFor as FoundNobody',
          Assumed: '../language/wording.js#Sentence as SaidAssumed',
          Reason: '../support/matching/reason.js#Reason as FoundReason',
          Condition: '../support/matching/offered.js#Condition as AnsweredCondition',
          Coverage: '../support/coverage/coverage-question.js#Coverage as AnsweredCoverage',
          CoverageCell: '../support/coverage/coverage-question.js#CoverageCell as AnsweredCell',
          SectorCoverage: '../support/coverage/sector-coverage-question.js#SectorCoverage as AnsweredSectorCoverage',
          SectorCoverageCell:
            '../support/coverage/sector-coverage-question.js#SectorCoverageCell as AnsweredSectorCell',
          SupportGapConnection: '../support/coverage/gaps-question.js#GapPage',
          SupportGap: '../support/coverage/gaps-question.js#Gap',
          NearestActor: '../support/facts/elsewhere-rule.js#NearestActor as FoundNearest',
          Stale: '../support/coverage/stale-question.js#Stale as StaleThing',
          SharedGapConnection: '../support/coverage/gaps-question.js#SharedGapPage',
          SharedGap: '../support/coverage/gaps-question.js#SharedGapWithActors',
          WhatIf: '../support/coverage/what-if-question.js#WhatIf as AnsweredWhatIf',
          ChangedCell: '../support/coverage/change-rule.js#ChangedCell as CellChange',
          SupplierMatchConnection: '../supply/supplier-help.js#MatchesWithHelp',
          SupplierMatch: '../supply/supplier-help.js#MatchWithHelp',
          MissingRequirement: '../supply/supplier-help.js#LackWithHelp',
          SupplyGap: '../supply/supplier-help.js#GapWithHelp',
          Consortium: '../supply/consortia.js#Consortium as FoundConsortium',
          ChainExposure: '../supply/chain-exposure.js#ChainExposure as FoundExposure',
          MunicipalityExposure: '../supply/chain-exposure.js#ExposureIn',
          SectorExposure: '../supply/chain-exposure.js#ExposureIn',
          SoleSupplier: '../supply/chain-exposure.js#SoleSupplier as FoundSole',
          BranchCarrier: '../supply/branch-carriers.js#BranchCarrier as FoundCarrier',
          Network: '../network/network.js#Network as GrownNetwork',
          NetworkNode: '../network/network.js#NetworkNode as DrawnNode',
          NetworkEdge: '../network/network.js#NetworkEdge as DrawnEdge',
          HiddenNeighbours: '../network/network.js#HiddenNeighbours as CountedHidden',
          Path: '../network/paths.js#Path as FoundPath',
          NetworkMetrics: '../network/metrics.js#NetworkMetrics as MeasuredNetwork',
          NodeMetrics: '../network/metrics.js#NodeMetrics as MeasuredNode',
          Change: '../writing/history/changes.js#ShownChange',
          RedactChangePayload: '../writing/redacting/redact.js#Redacted',
          TakeBackImportPayload: '../writing/corrections/take-back-import.js#TakenBack',
          UndoChangePayload: '../writing/publishing/write-change.js#Published',
          WithdrawPayload: '../writing/publishing/write-change.js#Published',
          ToConfirmConnection: '../writing/corrections/to-confirm.js#PageToConfirm',
          ToConfirmEdge: '../writing/corrections/to-confirm.js#EdgeToConfirm',
          MergeEntitiesPayload: '../writing/publishing/write-change.js#Published',
          LikelyDouble: '../writing/merging/doubles-rule.js#LikelyDouble as FoundDouble',
          LikelyDoublesPage: '../writing/merging/likely-doubles.js#DoublesPage',
          MergePreview: '../writing/merging/merge-preview.js#MergePreview as PreviewedMerge',
          FieldChange: '../writing/changes/difference.js#FieldChange as FieldDifference',
          StatedField: '../writing/statements/statement.js#StatedField as SaidField',
          RelationshipStatement: '../writing/statements/statement.js#TieStatement',
          Proposal: '../writing/proposals/proposals.js#ShownProposal',
          ProposalConnection: '../writing/proposals/proposals.js#ProposalPage',
          DecideProposalPayload: '../writing/proposals/decide-proposal.js#Decided as DecidedProposal',
          ImportJob: '../jobs/shown-jobs.js#ShownJob',
          ImportJobConnection: '../jobs/shown-jobs.js#JobPage',
          ConfirmImportPayload: '../jobs/job.js#JobNamed',
          SettleImportPayload: '../jobs/job.js#JobNamed',
          CancelImportPayload: '../jobs/job.js#JobNamed',
          CalculationJob: '../jobs/shown-calculations.js#ShownCalculation',
          CalculationJobConnection: '../jobs/shown-calculations.js#CalculationPage',
          UnfinishedImport: '../reference/unfinished-imports.js#UnfinishedImport as ImportInPart',
          Viewer: '../accounts/viewer.js#Viewer as WhoAsks',
          Account: '../accounts/shown-accounts.js#ShownAccount',
          AccountConnection: '../accounts/shown-accounts.js#ShownAccounts',
          AccountPayload: 'string',
          AccessToken: '../accounts/tokens.js#TokenRow',
          ActsFor: '../accounts/acts-for.js#Acting',
          SupportActorPayload: '../writing/mutations/written.js#Written',
          InitiativePayload: '../writing/mutations/written.js#Written',
          FirmPayload: '../writing/mutations/written.js#Written',
          EstablishmentPayload: '../writing/mutations/written.js#Written',
          ClaimPayload: '../writing/mutations/written.js#Written',
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

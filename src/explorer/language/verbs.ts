import type { EdgeKind, RelationDirection, RequirementStatus } from '../generated/graphql.js'
import { type Bilingual, bilingual, useTexts } from './language.js'

/** What a relationship says, between its two ends: `OUT` where it is told from where it begins, `IN` from where it leads. */
type Verb = Readonly<Record<RelationDirection, string>>

interface Verbs {
  /** A type of relationship without a verb does not compile. */
  readonly of: Readonly<Record<EdgeKind, Verb>>
  /** Of a requirement that is not fulfilled. */
  readonly lacks: Verb
}

export const verbTexts: Bilingual<Verbs> = bilingual(
  {
    of: {
      ABOUT: { OUT: 'handlar om', IN: 'omtalas i' },
      ADDRESSES: { OUT: 'ger stöd inom', IN: 'ges genom' },
      ADJUSTS: { OUT: 'ändrar jobben i', IN: 'får jobben ändrade i' },
      CAN_SUPPLY: { OUT: 'kan leverera', IN: 'kan levereras av' },
      CONCERNS: { OUT: 'rör', IN: 'berörs av' },
      CONTRADICTS: { OUT: 'motsäger', IN: 'motsägs av' },
      CORRESPONDS_TO: { OUT: 'består av', IN: 'ingår i' },
      COUNTED_IN: { OUT: 'räknas till', IN: 'räknar in' },
      COUNTS: { OUT: 'räknar sysselsatta i', IN: 'räknas i' },
      COVERS: { OUT: 'täcker', IN: 'täcks av' },
      DIRECTED_TO: { OUT: 'riktas till', IN: 'är mottagare av' },
      FITS_SECTOR: { OUT: 'hör ihop med', IN: 'hör ihop med' },
      FULFILS: { OUT: 'uppfyller', IN: 'uppfylls av' },
      FUNDS: { OUT: 'finansierar', IN: 'finansieras av' },
      HAS_INDUSTRY: { OUT: 'omfattar', IN: 'ingår i' },
      HAS_NEED: { OUT: 'behöver', IN: 'är ett behov hos' },
      HAS_PHASE: { OUT: 'har fasen', IN: 'är en fas i' },
      HAS_RUN: { OUT: 'har beräknats i', IN: 'beräknar' },
      HELPS_WITH: { OUT: 'hjälper till med', IN: 'möts av' },
      INCLUDES: { OUT: 'räknar med', IN: 'räknas med i' },
      INPUT_TO: { OUT: 'levererar till', IN: 'köper från' },
      IN_COUNTRY: { OUT: 'ligger i', IN: 'omfattar' },
      IN_COUNTY: { OUT: 'ligger i', IN: 'omfattar' },
      IN_SECTOR: { OUT: 'hör till', IN: 'är näringsgren för' },
      LOCATED_IN: { OUT: 'finns i', IN: 'är hemort för' },
      MEETS: { OUT: 'möter behovet', IN: 'möts genom' },
      OFFERS: { OUT: 'erbjuder', IN: 'erbjuds av' },
      OPERATED_BY: { OUT: 'drivs av', IN: 'driver' },
      PARTNERS_IN: { OUT: 'är partner i', IN: 'har som partner' },
      PART_OF: { OUT: 'är en del av', IN: 'omfattar' },
      PROCURES: { OUT: 'köper', IN: 'köps av' },
      PROVIDES: { OUT: 'ger stöd inom', IN: 'erbjuds av' },
      REPLACED_BY: { OUT: 'ersätts av', IN: 'ersätter' },
      REQUIRES: { OUT: 'kräver', IN: 'krävs av' },
      SERVES: { OUT: 'vänder sig till', IN: 'nås av' },
      SPILLS_OVER: { OUT: 'ger jobb inom', IN: 'får jobb genom' },
      STATED_IN: { OUT: 'står i', IN: 'tar upp' },
      SUPPLIES: { OUT: 'levererar till', IN: 'får leveranser från' },
      TARGETS: { OUT: 'riktar sig till', IN: 'är målgrupp för' },
      USES_TABLE: { OUT: 'bygger på', IN: 'ligger till grund för' },
    },
    lacks: { OUT: 'saknar', IN: 'saknas hos' },
  },
  {
    of: {
      ABOUT: { OUT: 'is about', IN: 'is spoken of in' },
      ADDRESSES: { OUT: 'gives support in', IN: 'is given through' },
      ADJUSTS: { OUT: 'changes the jobs of', IN: 'has its jobs changed in' },
      CAN_SUPPLY: { OUT: 'can supply', IN: 'can be supplied by' },
      CONCERNS: { OUT: 'concerns', IN: 'is concerned by' },
      CONTRADICTS: { OUT: 'contradicts', IN: 'is contradicted by' },
      CORRESPONDS_TO: { OUT: 'is made of', IN: 'is part of' },
      COUNTED_IN: { OUT: 'is counted in', IN: 'counts' },
      COUNTS: { OUT: 'counts those employed in', IN: 'is counted in' },
      COVERS: { OUT: 'covers', IN: 'is covered by' },
      DIRECTED_TO: { OUT: 'is directed to', IN: 'is addressed by' },
      FITS_SECTOR: { OUT: 'goes with', IN: 'goes with' },
      FULFILS: { OUT: 'fulfils', IN: 'is fulfilled by' },
      FUNDS: { OUT: 'funds', IN: 'is funded by' },
      HAS_INDUSTRY: { OUT: 'includes', IN: 'is part of' },
      HAS_NEED: { OUT: 'needs', IN: 'is a need of' },
      HAS_PHASE: { OUT: 'has the phase', IN: 'is a phase of' },
      HAS_RUN: { OUT: 'was calculated in', IN: 'calculates' },
      HELPS_WITH: { OUT: 'helps with', IN: 'is met by' },
      INCLUDES: { OUT: 'includes', IN: 'is included in' },
      INPUT_TO: { OUT: 'supplies', IN: 'buys from' },
      IN_COUNTRY: { OUT: 'lies in', IN: 'includes' },
      IN_COUNTY: { OUT: 'lies in', IN: 'includes' },
      IN_SECTOR: { OUT: 'belongs to', IN: 'is the sector of' },
      LOCATED_IN: { OUT: 'is in', IN: 'is home to' },
      MEETS: { OUT: 'meets the need', IN: 'is met through' },
      OFFERS: { OUT: 'offers', IN: 'is offered by' },
      OPERATED_BY: { OUT: 'is operated by', IN: 'operates' },
      PARTNERS_IN: { OUT: 'is a partner in', IN: 'has as partner' },
      PART_OF: { OUT: 'is part of', IN: 'includes' },
      PROCURES: { OUT: 'buys', IN: 'is bought by' },
      PROVIDES: { OUT: 'gives support in', IN: 'is offered by' },
      REPLACED_BY: { OUT: 'is replaced by', IN: 'replaces' },
      REQUIRES: { OUT: 'requires', IN: 'is required by' },
      SERVES: { OUT: 'serves', IN: 'is served by' },
      SPILLS_OVER: { OUT: 'sets off jobs in', IN: 'gets jobs through' },
      STATED_IN: { OUT: 'stands in', IN: 'covers' },
      SUPPLIES: { OUT: 'supplies', IN: 'is supplied by' },
      TARGETS: { OUT: 'is aimed at', IN: 'is the target of' },
      USES_TABLE: { OUT: 'builds on', IN: 'underlies' },
    },
    lacks: { OUT: 'lacks', IN: 'is lacking at' },
  },
)

/** A relationship as far as its verb depends on it. */
export interface Told {
  readonly kind: EdgeKind
  /** Of FULFILS: whether the requirement is fulfilled; it counts as fulfilled where left out. */
  readonly status?: RequirementStatus | null
}

/**
 * The verb of a relationship in the reader's language, by the end that it is told from: "erbjuder" from where it begins
 * (`OUT`), "erbjuds av" from where it leads (`IN`).
 */
export function useVerbs(): (edge: Told, direction: RelationDirection) => string {
  const { of, lacks } = useTexts(verbTexts)
  return ({ kind, status }, direction) => (status === 'LACKING' ? lacks : of[kind])[direction]
}

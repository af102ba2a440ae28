import type { Mining, RegionalArea, RegionalisationMethod } from '../../edition/assumption-kinds.js'
import type { Assumptions } from '../model/assumptions.js'
import type { Placement } from '../model/placement.js'

type Optional<Value> = Value | null | undefined

/** A shock of the client's own, as it is asked: exactly one of jobs and output. */
export interface ShockInput {
  readonly sector: string
  readonly county: string
  readonly year: number
  readonly jobs?: Optional<number>
  readonly output?: Optional<number>
  readonly purchases?: Optional<readonly PurchaseInput[]>
  readonly durationYears?: Optional<number>
}

export interface PurchaseInput {
  readonly sector: string
  readonly share: number
  readonly local?: Optional<number>
}

/** Other yearly jobs in the place of a venture's; none leave it out. */
export interface AdjustmentInput {
  readonly establishment: string
  readonly jobs: readonly { readonly year: number; readonly jobs: number }[]
}

/** RETENTION leaves it to the retention rule what stays; every other method takes its place. */
export interface RegionalisationInput {
  readonly method: RegionalisationMethod | 'RETENTION'
  readonly delta?: Optional<number>
  readonly householdDelta?: Optional<number>
  readonly area?: Optional<RegionalArea>
  readonly mining?: Optional<Mining>
  readonly employment?: Optional<string>
}

/** What a client may leave out of a question; null and undefined stand for the report's own setting. */
export interface SpilloverInput {
  readonly table?: Optional<string>
  readonly establishments?: Optional<readonly string[]>
  readonly years?: Optional<readonly number[]>
  readonly scenario?: Optional<string>
  readonly adjust?: Optional<readonly AdjustmentInput[]>
  readonly shocks?: Optional<readonly ShockInput[]>
  readonly placement?: Optional<Placement>
  readonly shock?: Optional<Assumptions['shock']>
  readonly closure?: Optional<Assumptions['closure']>
  readonly householdIncome?: Optional<Assumptions['householdIncome']>
  readonly incomeTax?: Optional<number>
  readonly retention?: Optional<{
    readonly share?: Optional<number>
    readonly apply?: Optional<Assumptions['retention']['apply']>
    readonly nationalSectors?: Optional<readonly string[]>
  }>
  readonly regionalisation?: Optional<RegionalisationInput>
  readonly displacement?: Optional<{
    readonly fromRegionalSmes?: Optional<number>
    readonly refilled?: Optional<number>
  }>
}

import { levels } from '../facts/limits.js'
import type { SupportLevel } from './cell-rule.js'

/** How near support can come from, nearest first. */
const nearestFirst: readonly SupportLevel[] = [...levels, 'NONE']

/** Whether a need that is met from this level, or not at all, lacks support as near as asked. */
export function lacksNearer(level: SupportLevel, nearerThan: Exclude<SupportLevel, 'NONE'>): boolean {
  return nearestFirst.indexOf(level) > nearestFirst.indexOf(nearerThan)
}

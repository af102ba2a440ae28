import { readFileSync } from 'node:fs'

/** Milliseconds in which the system counts. */
const TICK = 10

/** Milliseconds of all cores that a process has taken; 0 where the system does not tell. */
export function workOf(processId: number | null): number {
  if (processId === null) return 0
  try {
    const [, figures = ''] = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')
    const [user, system] = figures.split(' ').slice(11, 13).map(Number)
    return ((user ?? 0) + (system ?? 0)) * TICK
  } catch {
    return 0
  }
}

import { z } from 'zod'

const lists = z.object({ years: z.array(z.number()), jobs: z.array(z.number()) })

/** Jobs by year, from the two lists of the same length that the graph holds. */
export function yearlyJobs(stored: unknown): { readonly year: number; readonly jobs: number }[] {
  const { years, jobs } = lists.parse(stored)
  return years.map((year, index) => ({ year, jobs: jobs[index] ?? 0 }))
}

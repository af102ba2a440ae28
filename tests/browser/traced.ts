import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

/** What a page's own thread did by its processor's clock, and what drawing took on the browser's drawing thread. */
export interface Traced {
  readonly longestTaskMs: number
  readonly scriptMs: number
  readonly drawingMs: number
}

const event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).optional(),
})
const trace = z.object({ traceEvents: z.array(event) })
type TraceEvent = z.infer<typeof event>

/** What tasks took while something was done, by the clock of their thread: other programs of the machine are not in it. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Traced> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await act()
  const { traceEvents } = trace.parse(JSON.parse((await browser.stopTracing()).toString()))
  const script = tasksOf(traceEvents, 'CrRendererMain')
  const drawing = tasksOf(traceEvents, 'CrGpuMain')
  return { longestTaskMs: Math.max(0, ...script), scriptMs: sumOf(script), drawingMs: sumOf(drawing) }
}

function tasksOf(events: readonly TraceEvent[], threadName: string): number[] {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === threadName)
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return events
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1_000)
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

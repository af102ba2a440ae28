import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { codeFile } from '../../kernel/program-folder.js'
import { nextTurn } from '../../kernel/turns.js'
import type { Lang } from '../../language/language.js'
import type { OpenTable } from './open-table.js'
import type { WorkbookHead } from './workbook-file.js'

/** A workbook for the thread to make. */
export interface WorkbookTask {
  readonly head: WorkbookHead
  /** Gives the rows, a page at a time, and `null` after them. */
  readonly pages: MessagePort
}

/**
 * Makes workbooks in a thread beside the one that answers requests, which ten thousand rows would hold for a second; one
 * after another, so that however many are asked for take the memory of one.
 */
export interface Workbooks {
  /**
   * A table as a workbook: its rows on the first sheet, what was asked, where it comes from and what is assumed on the
   * second. Texts are texts, whatever they begin with; nothing is a formula.
   */
  make(table: OpenTable, lang: Lang, address: string): Promise<Buffer>
  /** Ends the thread. */
  end(): Promise<void>
}

const IDLE_MS = 10_000

/** The thread starts when it is needed. */
export function openWorkbooks(): Workbooks {
  let pool: Piscina<WorkbookTask, Uint8Array> | null = null
  return {
    async make(table, lang, address) {
      const columns = table.columns.map(({ heading, kind, many }) => ({ heading, kind, many }))
      const about = [...table.about, [lang === 'SV' ? 'fråga' : 'asked', [address]] as const]
      const { port1: own, port2: pages } = new MessageChannel()
      try {
        for await (const page of table.rows) {
          own.postMessage(page)
          await nextTurn(undefined)
        }
        own.postMessage(null)
        pool ??= startPool()
        return Buffer.from(await pool.run({ head: { columns, about, lang }, pages }, { transferList: [pages] }))
      } finally {
        own.close()
      }
    },
    async end() {
      await pool?.destroy()
    },
  }
}

/** The worker is compiled like the rest, and not packed; from sources it is read by what reads those. */
const workerFile = fileURLToPath(codeFile('export/tables/workbook-worker.ts'))

const startPool = () =>
  new Piscina<WorkbookTask, Uint8Array>({
    filename: workerFile,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    // Atomics would keep a thread waiting that has nothing to do; and one would not be told of the pages that come.
    atomics: 'disabled',
    ...(workerFile.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
  })

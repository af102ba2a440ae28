import { useEffect, useState } from 'preact/hooks'
import { type AskError, asAskError, ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerImportQuery, JobStatus } from '../../generated/graphql.js'
import { useLang } from '../../language/language.js'
import { useSession } from '../../session.js'
import { RETRY_MILLISECONDS } from '../../use-answer.js'

const jobDocument = graphql(`
  query ExplorerImport($id: ID!, $lang: Lang!) {
    importJob(id: $id) {
      id
      status
      kind
      title
      file
      update
      rows
      summary {
        added
        changed
        unchanged
        gone
        refused
        leftOut
        cellsLost
      }
      refusalsAddress
      columns {
        header
        column
      }
      columnNames
      remarks
      asks
      progress {
        done
        total
      }
      message
      source {
        id
        name(lang: $lang)
      }
      change {
        id
      }
      isUnfinished
      isTakenBack
    }
  }
`)

export type ShownImport = NonNullable<ExplorerImportQuery['importJob']>

/** A job as it was seen last. */
export interface SeenJob {
  /** Null where there is none, or it was not seen yet. */
  readonly job: ShownImport | null
  readonly error: AskError | null
  readonly waiting: boolean
  /** Looks at once. */
  again(): void
}

/** Milliseconds until a job that goes on is looked at again: at first, and at most. */
const FIRST_PAUSE = 300
const LONGEST_PAUSE = 5_000
const SLOWER = 1.4

/** Whether something becomes of a job without anybody doing anything. */
export const goesOn = (status: JobStatus): boolean => ['QUEUED', 'COMPARING', 'RUNNING'].includes(status)

/**
 * A job, looked at as long as it goes on: less and less often while it stays at one step, and not at all while nobody sees
 * the page.
 */
export function useJob(id: string): SeenJob {
  const lang = useLang()
  const { signedInTimes } = useSession()
  const [turn, setTurn] = useState(0)
  const [seen, setSeen] = useState<Omit<SeenJob, 'again'>>({ job: null, error: null, waiting: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn more, or signing in, looks again
  useEffect(() => {
    const end = new AbortController()
    let timer: ReturnType<typeof setTimeout> | null = null
    let pause = FIRST_PAUSE
    let step: JobStatus | null = null

    async function look() {
      timer = null
      try {
        const { importJob: job } = await ask(jobDocument, { id, lang }, end.signal)
        if (end.signal.aborted) return
        setSeen({ job, error: null, waiting: false })
        if (job === null || !goesOn(job.status)) return
        pause = job.status === step ? Math.min(pause * SLOWER, LONGEST_PAUSE) : FIRST_PAUSE
        step = job.status
      } catch (problem) {
        if (end.signal.aborted) return
        const error = asAskError(problem)
        setSeen(({ job }) => ({ job, error, waiting: false }))
        if (error.code !== 'NETWORK' && error.code !== 'SERVICE_UNAVAILABLE') return
        pause = RETRY_MILLISECONDS
      }
      timer = setTimeout(lookIfSeen, pause)
    }
    function lookIfSeen() {
      timer = null
      if (!document.hidden) {
        void look()
        return
      }
      document.addEventListener('visibilitychange', lookIfSeen, { once: true, signal: end.signal })
    }
    void look()
    return () => {
      end.abort()
      if (timer !== null) clearTimeout(timer)
    }
  }, [id, lang, turn, signedInTimes])

  return { ...seen, again: () => setTurn((now) => now + 1) }
}

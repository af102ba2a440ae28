import { useState } from 'preact/hooks'
import { nothingSaid, type Saying } from './saying.js'
import type { TypedFields } from './values.js'

/** What somebody is about to say. */
export interface FormDraft {
  /** What was there when they began; empty for what is new. */
  readonly before: TypedFields
  readonly values: TypedFields
  /** What it is about, by the id that answers for it; null for something new. */
  readonly id: string | null
  readonly revision: number | null
  /** What entities that the fields name are called, by id. */
  readonly names: Readonly<Record<string, string>>
  readonly saying: Saying
}

export const emptyDraft: FormDraft = {
  before: {},
  values: {},
  id: null,
  revision: null,
  names: {},
  saying: nothingSaid,
}

/** A draft that outlives the page being loaded anew, until it is dropped. */
export interface KeptDraft {
  readonly draft: FormDraft
  /** Whether it is from before. */
  readonly wasKept: boolean
  set(change: (draft: FormDraft) => FormDraft): void
  /** Forgets it, and begins anew. */
  drop(): void
}

/**
 * Keeps what is typed in the window's own storage, so that nothing is lost by a page that is loaded again.
 * @param key what it is about, and whose it is.
 */
export function useKeptDraft(key: string, initial: FormDraft): KeptDraft {
  const name = `draft ${key}`
  const [{ draft, wasKept }, setState] = useState(() => {
    const kept = read(name)
    return { draft: kept ?? initial, wasKept: kept !== null }
  })
  return {
    ...{ draft, wasKept },
    set: (change) =>
      setState((now) => {
        const next = change(now.draft)
        write(name, next)
        return { ...now, draft: next }
      }),
    drop() {
      sessionStorage.removeItem(name)
      setState({ draft: initial, wasKept: false })
    },
  }
}

/** What is kept under a name; null for nothing, and for what an older page kept otherwise. */
function read(name: string): FormDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

const isDraft = (kept: unknown): kept is FormDraft =>
  typeof kept === 'object' &&
  kept !== null &&
  ['before', 'values', 'id', 'names', 'saying'].every((part) => part in kept)

/** A store that is full or closed keeps nothing; the page still does. */
function write(name: string, draft: FormDraft): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(draft))
  } catch {
    return
  }
}

import { useState } from 'preact/hooks'
import type { AskError } from '../../ask.js'
import { formFaults } from '../../language/form-faults.js'
import { useTexts } from '../../language/language.js'
import { faultOf, fieldOf } from '../../parts/fault-words.js'
import type { Lack } from './values.js'

/** What is wrong with which field. */
export interface Wrongs {
  /** By the names that lead to it. */
  readonly shown: ReadonlyMap<string, string>
  /** Whether what is missing is told by now. */
  readonly isShown: boolean
  /** How often it was told. */
  readonly turn: number
  /** Tells from now on what is missing. */
  show(): void
}

/** What keeps a form from being sent, once one tried, and what the server did not take of it. */
export function useWrong(lacks: readonly Lack[], error: AskError | null): Wrongs {
  const texts = useTexts(formFaults)
  const [turn, setTurn] = useState(0)
  const field = error === null ? null : fieldOf(error)
  const refused = error !== null && field !== null ? [[field, texts.faults[faultOf(error.message)]] as const] : []
  const missing = turn > 0 ? lacks.map(({ path, why }) => [path, texts.lacks[why]] as const) : []
  return {
    shown: new Map([...refused, ...missing]),
    isShown: turn > 0,
    turn,
    show: () => setTurn((now) => now + 1),
  }
}

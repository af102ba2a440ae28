import { useRef, useState } from 'preact/hooks'
import { type AskError, asAskError } from '../ask.js'

/** Something that is sent once at a time, and why it did not succeed the last time. */
export interface Sending {
  readonly error: AskError | null
  readonly isSending: boolean
  /** Sends; whether it succeeded. While something is under way, nothing else is sent. */
  send(work: () => Promise<void>): Promise<boolean>
  /** Leaves behind why it did not succeed. */
  forget(): void
}

/** Sends what a form holds. */
export function useSend(): Sending {
  const [error, setError] = useState<AskError | null>(null)
  const [isSending, setSending] = useState(false)
  const underWay = useRef(false)
  return {
    error,
    isSending,
    forget: () => setError(null),
    async send(work) {
      if (underWay.current) return false
      underWay.current = true
      setSending(true)
      setError(null)
      try {
        await work()
        return true
      } catch (problem) {
        setError(asAskError(problem))
        return false
      } finally {
        underWay.current = false
        setSending(false)
      }
    },
  }
}

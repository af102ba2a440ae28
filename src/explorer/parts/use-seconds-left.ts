import { useEffect, useState } from 'preact/hooks'

/** Seconds until a time in milliseconds, counted down; 0 once it has come, or where there is none. */
export function useSecondsLeft(until: number | null): number {
  const [, setTick] = useState(0)
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1_000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setTick((now) => now + 1), 250)
    return () => clearInterval(timer)
  }, [isOver])
  return left
}

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** A button that asks before it does anything. */
interface AskedFirst<Box extends HTMLElement> {
  readonly isAsked: boolean
  /** The button that stands there until it is pressed. */
  readonly button: RefObject<HTMLButtonElement>
  /** What asks. */
  readonly box: RefObject<Box>
  ask(): void
  leave(): void
  /** Keys that are pressed in what asks. */
  onKeyDown(event: KeyboardEvent): void
}

/**
 * The focus goes to what asks, and back to the button once that is left.
 * @param target what in the box the focus goes to, as a selector.
 */
export function useAskedFirst<Box extends HTMLElement>(target: string): AskedFirst<Box> {
  const [isAsked, setAsked] = useState(false)
  const [isLeft, setLeft] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<Box>(null)
  useLayoutEffect(() => {
    if (isAsked) box.current?.querySelector<HTMLElement>(target)?.focus()
    else if (isLeft) button.current?.focus()
  }, [isAsked, isLeft, target])
  const set = (asked: boolean) => {
    setLeft(!asked)
    setAsked(asked)
  }
  return {
    ...{ isAsked, button, box, ask: () => set(true), leave: () => set(false) },
    onKeyDown: ({ key }) => {
      if (key === 'Escape') set(false)
    },
  }
}

import { useEffect, useRef, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../address.js'
import { doingTexts } from '../language/doings.js'
import { useFormat, useTexts } from '../language/language.js'
import { currentDay } from './current-day.js'

/** What was just stored: here, or by the form that led here, which says so in the address. */
export function useSaved() {
  const { saved } = useTexts(doingTexts)
  const { day } = useFormat()
  const address = useAddress()
  const [told, setTold] = useState<string | null>(null)
  const came = useRef(address.get('saved'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, as the page comes
  useEffect(() => {
    const words = new Map(Object.entries({ ...saved, confirmed: saved.confirmed(day(currentDay())) }))
    if (came.current === null) return
    // A region that is filled after it is there is read out.
    setTold(words.get(came.current) ?? null)
    history.replaceState(null, '', linkTo(location.pathname, { ...query(), saved: null }))
  }, [])
  return [told, setTold] as const
}

const query = (): Record<string, string> => Object.fromEntries(new URLSearchParams(location.search))

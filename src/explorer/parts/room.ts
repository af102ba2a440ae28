import { createContext, type RefObject } from 'preact'
import { linesOf, measureIn } from './frame-text.js'

/** What a chart is drawn into. */
export interface Room {
  readonly width: number
  /** How high it may be, on paper and in a frame, which show what matters most; null on the page, where it takes what it needs. */
  readonly height: number | null
  /** The size of its type. */
  readonly type: number
}

/** Draws something into a room; what is drawn says its size by `width` and `height`. */
export type Draw = (room: Room) => SVGSVGElement

/** Where a chart leaves how it is drawn, for the frame of its picture's files. */
export const DrawnAnew = createContext<RefObject<Draw> | null>(null)

/** Below this there is no room for names beside what is drawn: they stand above it. */
const NARROW = 560

export const isNarrow = ({ width }: Room): boolean => width < NARROW

/** The height of a line of type. */
export const lineOf = ({ type }: Pick<Room, 'type'>): number => type * 1.2

/** Breaks names into lines of at most a width, in the page's own letters. */
export function breaksNames({ type }: Pick<Room, 'type'>, most: number): (name: string) => readonly string[] {
  const measure = measureIn(getComputedStyle(document.body).fontFamily)
  const set = { size: type, weight: 400, colour: '' }
  return (name) => linesOf(name, (line) => measure(line, set) <= most)
}

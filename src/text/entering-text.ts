import { mayHoldPersonNumber } from './person-number.js'
import { withoutUnseen } from './unseen.js'

/** What keeps a text out, and how a message says it: "name holds a control character". */
export const textFaults = {
  CONTROL_CHARACTER: 'holds a control character',
  HALF_CHARACTER: 'holds half a character: it was cut or read in the wrong encoding',
  LOST_CHARACTER: 'holds � where a character was lost: it was read in the wrong encoding',
  PERSON_NUMBER: "holds a number that can be a person's",
} as const

export type TextFault = keyof typeof textFaults

/** A text as it may be stored, or why it may not. */
export type EnteringText = { readonly text: string } | { readonly fault: TextFault }

/** Whether tabs and line ends become blanks, as in a name, stay, as in a longer text, or all blanks stay as they are. */
export type Lines = 'ONE' | 'MANY' | 'AS_THEY_ARE'

const control = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/u
const halfCharacter = /\p{Cs}/u

/**
 * A text in the one form in which texts enter: composed (NFC), without formatting characters, and without blanks at its
 * ends and more than one in a row, but where they stay. Numbers of persons are not looked for: see `enteringText`.
 */
export function normalText(text: string, lines: Lines = 'ONE'): EnteringText {
  if (halfCharacter.test(text)) return { fault: 'HALF_CHARACTER' }
  if (control.test(text)) return { fault: 'CONTROL_CHARACTER' }
  if (text.includes('\uFFFD')) return { fault: 'LOST_CHARACTER' }
  const visible = withoutUnseen(text).normalize('NFC')
  if (lines === 'AS_THEY_ARE') return { text: visible }
  if (lines === 'ONE') return { text: visible.replace(/\s+/gu, ' ').trim() }
  return { text: visible.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim() }
}

/** A text as it enters at every door: in its one form, and with nothing in it that can be a person's number. */
export function enteringText(text: string, lines: Lines = 'ONE'): EnteringText {
  const normal = normalText(text, lines)
  return 'text' in normal && mayHoldPersonNumber(normal.text) ? { fault: 'PERSON_NUMBER' } : normal
}

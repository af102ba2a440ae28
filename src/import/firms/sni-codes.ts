import { type Classification, type Classifications, editionsWith, isDoubtful } from '../../edition/classification.js'
import type { WrittenCode } from '../../edition/sector-codes.js'
import { readSniPart, type SniCode, type SniColumn } from '../../firms/sni-codes.js'
import { SniCells } from '../../firms/sni-words.js'
import { RowRefusal } from './refusal.js'
import { EditionSurvey } from './sni-editions.js'

/** What a cell says, and which of its codes are not taken. */
export interface SniReading {
  readonly codes: readonly SniCode[]
  readonly refusals: readonly RowRefusal[]
}

/** Reads the codes of a cell, main one first; one that cannot be read costs itself and none beside it. */
export function readSniCodes(column: string, text: string, of: SniColumn): SniReading {
  const codes: SniCode[] = []
  const refusals: RowRefusal[] = []
  for (const part of of.cells.parts(text)) {
    const read = readSniPart(part, of)
    if ('reason' in read) refusals.push(new RowRefusal(column, read.reason, { detail: read.detail }))
    else if (codes.every(({ code }) => code !== read.code)) codes.push(read)
  }
  return { codes, refusals }
}

const MOST_HEARD = 10_000

/** Collects what the cells of a column tell of its edition and of how its codes are written. */
export class SniSurvey {
  private readonly cells: SniCells
  readonly editions: EditionSurvey
  /** How many codes there are, and how many of them mean one thing in one edition and another in the other. */
  codes = 0
  doubtful = 0
  private four = 0
  private five = 0

  constructor(readonly classifications: Classifications) {
    this.cells = new SniCells(classifications)
    this.editions = new EditionSurvey(classifications)
  }

  /** Cells by what stands in them: a column says the same in many rows. */
  private readonly heard = new Map<string, number>()

  hear(text: string): void {
    this.heard.set(text, (this.heard.get(text) ?? 0) + 1)
    if (this.heard.size >= MOST_HEARD) this.count()
  }

  private count(): void {
    for (const [text, times] of this.heard) {
      for (const part of this.cells.parts(text)) if (part.kind === 'CODE') this.add(part.code, text, times)
    }
    this.heard.clear()
  }

  private add(code: WrittenCode, text: string, times: number): void {
    this.codes += times
    this.editions.hear(code, times)
    if (isDoubtful(code, editionsWith(this.classifications, code))) this.doubtful += times
    if (/^\d{4}(?: ?; ?\d{4})*$/.test(text.trim())) this.four += times
    if (/\d{5}/.test(text)) this.five += times
  }

  /** How the column is to be taken. @param stated by the user or the header. */
  column(stated: Classification | null): SniColumn {
    this.count()
    return {
      cells: this.cells,
      edition: stated ?? this.editions.inferred(),
      isStated: stated !== null,
      hasFourDigits: this.four > 0 && this.five === 0,
    }
  }
}

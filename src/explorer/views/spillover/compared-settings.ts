import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { type AssumedSetting, calculatesInWords } from './assumed.js'

/** A setting that is compared with another. */
export interface ComparedSetting {
  readonly called: string
  readonly of: AssumedSetting
  /** Whether it has numbers of jobs of its own. */
  readonly hasOwn: boolean
}

/** Two settings that are compared. */
export interface ComparedSettings {
  readonly now: ComparedSetting
  readonly kept: ComparedSetting
}

/** Tells what two settings each assume, and the tables that they rest on, for what stands below a picture. */
export function useComparedInWords(): (settings: ComparedSettings) => {
  readonly assumes: string
  readonly sources: readonly string[]
} {
  const texts = useTexts(spilloverTexts)
  const regional = useTexts(regionalTexts)
  const { inputOutputTable } = useTexts(partTexts)
  const format = useFormat()
  return ({ now, kept }) => {
    const told = [now, kept].map(({ called, of, hasOwn }) => {
      const scenario = of.assumptions.scenario === null ? [] : [of.assumptions.scenario.name]
      const own = hasOwn ? [texts.withOwnJobs] : []
      const words = [...calculatesInWords(of.assumptions, texts, regional, format), ...scenario, ...own]
      return `${called}: ${words.join(' · ')}.`
    })
    const tables = [now, kept].map(({ of }) => inputOutputTable(of.table.year, of.table.publisher))
    return { assumes: told.join(' '), sources: [...new Set(tables)] }
  }
}

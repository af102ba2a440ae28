import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import type { Choice } from '../../parts/choices.js'
import { useAnswer } from '../../use-answer.js'

const tablesDocument = graphql(`
  query ExplorerTables($lang: Lang!) {
    inputOutputTables(first: 50) {
      nodes {
        id
        name(lang: $lang)
        year
        publisher(lang: $lang)
      }
    }
  }
`)

/** The input–output tables, by year and publisher; by their titles too where several are of the same. */
export function useTables(): readonly Choice[] {
  const { inputOutputTable } = useTexts(partTexts)
  const { data } = useAnswer(tablesDocument, { lang: useLang() })
  const tables = (data?.inputOutputTables.nodes ?? []).map(({ id, name: title, year, publisher }) => ({
    ...{ id, title },
    name: inputOutputTable(year, publisher),
  }))
  const isAlone = (name: string) => tables.filter((table) => table.name === name).length === 1
  return tables.map(({ id, title, name }) => ({ id, name: isAlone(name) ? name : `${name}: ${title}`, group: null }))
}

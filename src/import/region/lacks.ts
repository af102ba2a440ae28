import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import { grouped } from '../../kernel/grouped.js'
import type { SeedEntry } from '../seed/entry.js'
import { countiesWithMunicipalities } from './references.js'

/** What answers about a region will lack: places without a figure, and names in a language that it promises. */
export function lacksOf({ languages }: Edition, entries: readonly SeedEntry[]): SeedProblem[] {
  return [
    ...entries.filter(({ label }) => label === 'Municipality').flatMap(placeLacks),
    ...emptyCounties(entries),
    ...languages.flatMap((language) => unnamedIn(language, entries)),
  ]
}

function placeLacks({ id, file, line, properties }: SeedEntry): SeedProblem[] {
  return [
    ...(properties.population === undefined ? [`${id} has no population: nothing is weighed by its inhabitants`] : []),
    ...(properties.latitude === undefined || properties.longitude === undefined
      ? [`${id} has no coordinates: no distance to it is known`]
      : []),
  ].map((reason) => ({ file, line, reason }))
}

function emptyCounties(entries: readonly SeedEntry[]): SeedProblem[] {
  const filled = new Set(countiesWithMunicipalities(entries))
  return entries
    .filter(({ label, id }) => label === 'County' && !filled.has(id))
    .map(({ id, file, line }) => ({ file, line, reason: `${id} has no municipalities` }))
}

const shownIds = 3

/** Entries without a name in a language, told once a file, at the first of them. */
function unnamedIn(language: 'SV' | 'EN', entries: readonly SeedEntry[]): SeedProblem[] {
  const [property, words] = language === 'SV' ? (['nameSv', 'Swedish'] as const) : (['nameEn', 'English'] as const)
  const unnamed = entries.filter(({ label, properties }) => label !== 'Source' && properties[property] === undefined)
  return [...grouped(unnamed, ({ file }) => file)].map(([file, those]) => {
    const [first] = those
    const ids = those.slice(0, shownIds).map(({ id }) => id)
    const others = those.length > shownIds ? ` and ${those.length - shownIds} more` : ''
    return { file, line: first?.line ?? 1, reason: `no ${words} name of ${ids.join(', ')}${others}` }
  })
}

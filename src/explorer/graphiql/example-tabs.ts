import type { ShownRegion } from '../../edition/shown-region.js'

const operations = import.meta.glob<string>('../../../examples/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A tab that waits to be run: a question, the operation that asks it and its variables. */
export interface ExampleTab {
  readonly query: string
  readonly variables: string
}

/** What the page opens with: the questions of the region, or two that can be asked of any. */
export function exampleTabs({ tabs }: ShownRegion): readonly ExampleTab[] {
  return (tabs.length > 0 ? tabs : ofAnyRegion).flatMap(({ question, operation, variables }) => {
    const text = operations[`../../../examples/operations/${operation}.graphql`]
    if (text === undefined) return []
    const comment = question.replace(/^/gm, '# ')
    return [{ query: `${comment}\n\n${text.replace(/^#.*\n/gm, '')}`, variables: JSON.stringify(variables, null, 2) }]
  })
}

const ofAnyRegion: ShownRegion['tabs'] = [
  {
    question: 'What do the ventures set off, by county and year?',
    operation: 'spillover-cube',
    variables: { input: {}, by: ['COUNTY', 'YEAR'] },
  },
  {
    question: 'In which municipalities does which need meet nobody near,\nand how many jobs stand behind it?',
    operation: 'support-coverage',
    variables: { by: 'MUNICIPALITY' },
  },
]

import spilloverCube from '../../../examples/operations/spillover-cube.graphql?raw'
import spilloverStored from '../../../examples/operations/spillover-stored.graphql?raw'
import supportCoverage from '../../../examples/operations/support-coverage.graphql?raw'
import supportFor from '../../../examples/operations/support-for.graphql?raw'

/** A tab that waits to be run: a question, the operation that asks it and its variables. */
const tab = (question: string, operation: string, variables: object) => ({
  query: `# ${question}\n\n${operation.replace(/^#.*\n/gm, '')}`,
  variables: JSON.stringify(variables, null, 2),
})

/**
 * What the page opens with: the three questions of README, as it asks them, and the second once more from what is stored.
 */
export const exampleTabs = [
  tab('Which actors help a small metal firm in Boden that lacks capital,\n# with what, and why?', supportFor, {
    profile: {
      municipality: 'municipality:2582',
      sector: 'sector:sni2007-C25',
      sizeClass: 'SMALL',
      needs: ['need:finance'],
    },
    asOf: '2026-11-24',
  }),
  tab('What do the seven ventures set off, by county and year?', spilloverCube, {
    input: {},
    by: ['COUNTY', 'YEAR'],
  }),
  tab('What does one venture set off, as the graph has stored it?', spilloverStored, {
    establishment: 'establishment:lkab',
    run: 'run:report',
  }),
  tab(
    'In which municipalities does which need meet nobody near,\n# and how many jobs stand behind it?',
    supportCoverage,
    { by: 'MUNICIPALITY', asOf: '2026-11-24' },
  ),
] as const

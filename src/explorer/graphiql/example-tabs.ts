import spilloverCube from '../../../examples/operations/spillover-cube.graphql?raw'
import spilloverStored from '../../../examples/operations/spillover-stored.graphql?raw'
import supportCoverage from '../../../examples/operations/support-coverage.graphql?raw'
import supportFor from '../../../examples/operations/support-for.graphql?raw'
import variables from '../../../examples/variables.json'

/** A tab that waits to be run: a question, the operation that asks it and its variables. */
const tab = (question: string, operation: string, values: object | undefined) => ({
  query: `# ${question}\n#\n${operation}`,
  variables: JSON.stringify(values ?? {}, null, 2),
})

/** What the page opens with: one question of a support actor, two of a researcher, and the one that joins both. */
export const exampleTabs = [
  tab(
    'Which actors help a small metal firm in Boden that lacks capital, with what, and why?',
    supportFor,
    variables['support-for'][0],
  ),
  tab(
    'What do the seven ventures set off, by industry group, county and year?',
    spilloverCube,
    variables['spillover-cube'][0],
  ),
  tab('What does one venture set off, as the graph has stored it?', spilloverStored, variables['spillover-stored'][0]),
  tab(
    'In which municipalities does which need meet nobody near, and how many jobs stand behind it?',
    supportCoverage,
    variables['support-coverage'][0],
  ),
] as const

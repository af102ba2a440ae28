import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './page.css'
import { fetchRegion } from '../fetch-region.js'
import { exampleTabs } from './example-tabs.js'
import { send } from './send.js'

const place = document.getElementById('graphiql')
if (place === null) throw new Error('index.html has no element #graphiql')

const tabs = exampleTabs(await fetchRegion())
// GraphiQL shows the first default tab without its variables; from the second visit on it shows what it has stored.
const firstVisit = localStorage.getItem('graphiql:tabState') === null
const firstVariables = firstVisit && tabs[0] ? { variables: tabs[0].variables } : {}

createRoot(place).render(
  <GraphiQL
    fetcher={send}
    defaultTabs={[...tabs]}
    {...firstVariables}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
  />,
)

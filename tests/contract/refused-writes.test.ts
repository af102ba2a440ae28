import { expect, it } from 'vitest'
import { describeOnSeededGraph } from './engines.js'
import { write } from './writing.js'

const actor = { nameSv: 'Provbolaget', kind: 'AGENCY' }

describeOnSeededGraph('what is stated without a page', (given) => {
  it('shows what sort of source that is, wherever sources are shown', async () => {
    const { entity, change } = await write(given.api, 'create', 'SupportActor', actor)
    const asked = `query ($source: ID!, $of: ID!) {
      source: node(id: $source) { ... on Source { kind } }
      actor: node(id: $of) { ... on SupportActor { provenance { source { kind } } } }
    }`
    expect(await given.api.data(asked, { source: change.source?.id, of: entity.id })).toEqual({
      source: { kind: 'STATEMENT' },
      actor: { provenance: { source: { kind: 'STATEMENT' } } },
    })
  })
})

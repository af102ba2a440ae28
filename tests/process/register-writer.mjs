import { localEditor } from '../../dist/accounts/viewer.js'
import { readEdition } from '../../dist/edition/edition.js'
import { openEmbedded } from '../../dist/graph/embedded.js'
import { ownSeed } from '../../dist/startup/settings.js'
import { publishDraft } from '../../dist/writing/publishing/publish-draft.js'

/**
 * Writes changes to the register of the graph in a folder until the process is ended: by turns a new initiative that an
 * actor offers, and another amount of the first. Each gives its number as an amount, and says it on the standard output
 * once it is stored. A number that is refused is said with a minus, and after ten of these it ends.
 *
 * Usage: node register-writer.mjs FOLDER FIRST [LETTERS of a description]
 */
const [folder, first, letters = '0'] = process.argv.slice(2)
const writer = { graph: await openEmbedded(String(folder)), edition: await readEdition(ownSeed), viewer: localEditor }
const none = {
  id: null,
  revision: null,
  emptied: [],
  ties: [],
  endsOn: null,
  source: null,
  locator: null,
  asOf: null,
  reason: null,
}
const offer = {
  ...{ does: 'ADD', type: 'OFFERS', end: 'actor:forsta-aktoren', direction: 'IN', key: '' },
  ...{ isKeyedBySource: false, values: {}, argument: 'input.offeredBy' },
}

let refused = 0
for (let number = Number(first); refused < 10; number += 1) {
  const values = { minAmount: number, descriptionSv: 'x'.repeat(Number(letters)) }
  const initiative = { ...values, nameSv: 'Stödet', kind: 'LOAN', amountOf: 'SUPPORT' }
  const draft =
    number % 2 === 0
      ? { ...none, operation: 'CREATE', label: 'Initiative', values: initiative, ties: [offer] }
      : { ...none, operation: 'UPDATE', label: 'Initiative', id: 'initiative:stodet', values }
  try {
    await publishDraft(writer, draft)
    process.stdout.write(`${number}\n`)
  } catch (error) {
    refused += 1
    process.stdout.write(`-${number}\n`)
    if (process.env.WHY) console.error(error)
  }
}
await writer.graph.close()

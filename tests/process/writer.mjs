import { z } from 'zod'
import { openEmbedded } from '../../dist/graph/embedded.js'
import { query } from '../../dist/graph/query.js'
import { writeElements } from '../../dist/graph/write-elements.js'

/**
 * Writes transactions to the graph in a folder until the process is ended, each of three nodes, two relationships and a
 * long text over the one before it, and says the number of each on the standard output once it is stored.
 *
 * Usage: node writer.mjs FOLDER FIRST
 */
const [folder, first] = process.argv.slice(2)
const text = 'x'.repeat(100_000)
const provenance = { source: 'source:writer', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const note = query()(
  'note',
  z.object({ count: z.number() }),
  "MERGE (note:Entity {id: 'note'}) SET note.number = $number, note.text = $text RETURN 1 AS count",
)

const graph = await openEmbedded(String(folder))
for (let number = Number(first); ; number += 1) {
  const ids = [0, 1, 2].map((part) => `need:${number}-${part}`)
  await graph.transaction(async (transaction) => {
    await writeElements(transaction, {
      nodes: ids.map((id) => ({ label: 'Need', id, provenance, properties: { number } })),
      relationships: [1, 2].map((part) => ({
        type: 'CONCERNS',
        from: `need:${number}-0`,
        to: `need:${number}-${part}`,
        key: '',
        provenance,
        properties: { number },
      })),
    })
    await transaction.write(note, { number, text: `${number} ${text}` })
  })
  process.stdout.write(`${number}\n`)
}

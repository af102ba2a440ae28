import { Command } from 'commander'
import { exportGraph, type Outgoing } from '../export/graph.js'
import type { GraphFileEnd } from '../graph/graph-file.js'
import { progressBar } from '../kernel/progress.js'
import { downloadBackup } from './remote/download-backup.js'
import { runningServer } from './remote/running-server.js'
import { say } from './say.js'
import { withGraph } from './with-graph.js'

const withAccounts = [
  '--with-accounts',
  'also who made each change and why, and what was proposed; of a running server for an admin',
  false,
] as const

/** `norrgraph export graph`: the whole graph as a file. */
export const exportGraphCommand = (): Command =>
  new Command('graph')
    .description('every node and relationship, and the register of what was changed, as JSON Lines')
    .argument('<file>', 'where they go')
    .option(...withAccounts)
    .action(exportHere)

/** `norrgraph backup`: the same, also of a server that runs. */
export const backupCommand = (): Command =>
  new Command('backup')
    .description('take the whole graph out as a file, which norrgraph import graph brings into an empty one')
    .argument('<file>', 'where it goes')
    .option(...withAccounts)
    .option('--url <address>', 'of a running server, for an editor: NORRGRAPH_TOKEN has the token')
    .action(async (file: string, { url, ...outgoing }: Outgoing & { readonly url?: string }) => {
      if (url === undefined) return exportHere(file, outgoing)
      const reading = setTimeout(() => {
        if (process.stderr.isTTY) console.error('The server reads its graph …')
      }, 1_000)
      const begun = () => clearTimeout(reading)
      try {
        const bar = progressBar('Receiving', 'BYTES')
        const progress = {
          ...bar,
          begin(total: number) {
            begun()
            bar.begin(total)
          },
        }
        sayWritten(await downloadBackup(runningServer(url), file, outgoing, progress), file, outgoing)
      } finally {
        begun()
      }
    })

const exportHere = (file: string, outgoing: Outgoing): Promise<void> =>
  withGraph(async (graph) =>
    sayWritten(await exportGraph(graph, file, progressBar('Exporting'), outgoing), file, outgoing),
  )

function sayWritten({ nodes, relationships, changes }: GraphFileEnd, file: string, outgoing: Outgoing): void {
  say(`Wrote ${nodes} nodes and ${relationships} relationships to ${file}.`)
  const leaving = outgoing.withAccounts
    ? ''
    : '; who made them, why, what was proposed, and accounts stay out without --with-accounts'
  if (changes > 0) say(`The register of ${changes} changes is in it${leaving}.`)
}

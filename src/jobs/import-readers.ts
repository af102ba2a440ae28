import type { Knowledge } from '../edition/knowledge.js'
import type { Graph } from '../graph/graph.js'
import { firmColumns } from '../import/firms/firm-columns.js'
import { type Imported, importFirms, importTies, type SaidOfFile, tieFiles } from '../import/firms/import-files.js'
import type { PublishOptions } from '../import/firms/publish.js'
import { importBolagsverket, importScb } from '../import/firms/registers.js'
import type { Asked } from '../import/firms/selection.js'
import { namesOf } from '../import/readers/columns.js'
import type { ImportKind } from './job.js'

/** What is said of a list: of its source, of how it is read, and which of its firms are wanted. */
export interface SaidOfList {
  readonly file: SaidOfFile
  readonly asked: Asked
  /** Whether it only corrects: what it does not name stays. */
  readonly update: boolean
}

interface Reader {
  /** The word of the command line. */
  readonly word: string
  /** What its columns can be read as. */
  readonly columnNames: readonly string[]
  read(knowledge: Knowledge<Graph>, path: string, said: SaidOfList, options: PublishOptions): Promise<Imported>
}

const sniEditionOf = ({ file }: SaidOfList) => ({ ...file, sniEdition: file.cells?.sniEdition ?? null })

/** Each kind with what reads it. */
export const importReaders: Readonly<Record<ImportKind, Reader>> = {
  FIRMS: {
    word: 'firms',
    columnNames: namesOf(firmColumns),
    read: (knowledge, path, { file, asked }, options) => importFirms(knowledge, path, file, asked, options),
  },
  SUPPLIES: {
    word: 'supplies',
    columnNames: namesOf(tieFiles.supplies.columns),
    read: (to, path, { file }, options) => importTies(to, 'supplies', tieFiles.supplies, path, file, options),
  },
  NEEDS: {
    word: 'needs',
    columnNames: namesOf(tieFiles.needs.columns),
    read: (to, path, { file }, options) => importTies(to, 'needs', tieFiles.needs, path, file, options),
  },
  REQUIREMENTS: {
    word: 'requirements',
    columnNames: namesOf(tieFiles.requirements.columns),
    read: (to, path, { file }, options) => importTies(to, 'requirements', tieFiles.requirements, path, file, options),
  },
  REGISTER_SCB: {
    word: 'scb',
    columnNames: [],
    read: (knowledge, path, said, options) => importScb(knowledge, path, sniEditionOf(said), said.asked, options),
  },
  REGISTER_BOLAGSVERKET: {
    word: 'bolagsverket',
    columnNames: [],
    read: (knowledge, path, said, options) =>
      importBolagsverket(knowledge, path, sniEditionOf(said), said.asked, options),
  },
}

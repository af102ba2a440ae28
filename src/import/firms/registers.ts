import type { Classified } from '../../edition/classification.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { SniColumn } from '../../firms/sni-codes.js'
import type { Graph } from '../../graph/graph.js'
import { programVersion } from '../../kernel/program-version.js'
import { Pauses } from '../../kernel/turns.js'
import { requireWanted } from '../import-error.js'
import type { Delimiter } from '../readers/delimited-line.js'
import { inspectTextFile, type TextFile } from '../readers/text-file.js'
import { readBolagsverket } from './bolagsverket.js'
import type { FirmStatement } from './firm-statement.js'
import { editionRemarks } from './firm-survey.js'
import type { RowReading } from './holdings.js'
import type { Imported } from './import-files.js'
import { sourceIdOf } from './import-source.js'
import { type Municipalities, readMunicipalities } from './places.js'
import { alreadyThere, type PublishOptions } from './publish.js'
import { firmsFrom, publishFirms, requireNoDemo } from './publish-firms.js'
import { enteringSaid, fileName, type SaidOfSource } from './said-of-source.js'
import { readScb, surveyScb } from './scb-register.js'
import { type Asked, whyNotAsked } from './selection.js'
import { SniSurvey } from './sni-codes.js'
import { editionNamed } from './sni-editions.js'

/** What rows of a register are read with. */
interface RegisterContext {
  readonly municipalities: Municipalities
  readonly asked: Asked
  readonly sni: SniColumn
}

/** A public register as it is published. */
interface Register {
  readonly title: string
  readonly publisher: string
  /** What parts its cells. */
  readonly delimiter: Delimiter
  /** The edition that a file's name states. */
  editionOf(file: string): string | null
  /** What its codes tell of their edition; null where it has none. @throws ImportError for a file of another form. */
  survey(text: TextFile, edition: Classified): Promise<SniSurvey | null>
  /** @throws ImportError for a file of another form. */
  read(
    text: TextFile,
    context: RegisterContext,
    onBytes: (bytes: number) => void,
  ): AsyncGenerator<RowReading<FirmStatement>>
}

/** What the registers are called as sources. */
export const scbTitle = 'SCB:s företagsregister, bulkfil juridiska enheter'
export const bolagsverketTitle = 'Bolagsverkets företagsregister, bulkfil'

const scb: Register = {
  title: scbTitle,
  publisher: 'Statistiska centralbyrån',
  editionOf: (file) => /_JE_(\d{4}-\d{2}-\d{2})T/.exec(file)?.[1] ?? null,
  delimiter: '\t',
  survey: surveyScb,
  read: readScb,
}

const bolagsverket: Register = {
  title: bolagsverketTitle,
  publisher: 'Bolagsverket',
  editionOf: () => null,
  delimiter: ';',
  survey: async () => null,
  read: (text, { municipalities }, onBytes) => readBolagsverket(text, municipalities, onBytes),
}

/** What a user says of a register. */
interface SaidOfRegister extends SaidOfSource {
  readonly sniEdition?: string | null
}

type RegisterImport = (
  knowledge: Knowledge<Graph>,
  path: string,
  said: SaidOfRegister,
  asked: Asked,
  options: PublishOptions,
) => Promise<Imported>

/**
 * Imports a register, line by line: active legal entities that are asked for; sole traders are left out and counted.
 * @throws ImportError for a file of another form; RefusedError for one that would take much away.
 */
const importRegister =
  (register: Register): RegisterImport =>
  async ({ graph, edition: region }, path, said, asked, options) => {
    await requireNoDemo(graph)
    const text = await inspectTextFile(path)
    const file = fileName(path)
    const entered = enteringSaid(path, said)
    const title = entered.title ?? register.title
    const publisher = entered.publisher ?? register.publisher
    const edition = entered.edition ?? register.editionOf(file)
    const source = { id: await sourceIdOf(graph, 'register', title), title, publisher, edition, hash: text.hash, file }
    const asOf = edition !== null && /^\d{4}-\d{2}-\d{2}$/.test(edition) ? edition : null
    const readAs = JSON.stringify([programVersion, asked, asOf, said.sniEdition ?? null])
    const unchanged = await alreadyThere(graph, firmsFrom(source, readAs, region, options))
    if (unchanged) return { source, outcome: unchanged, remarks: [], unusual: [], columns: [] }
    const municipalities = await readMunicipalities(graph)
    const survey = await register.survey(text, region)
    const { classifications } = region
    const stated = said.sniEdition ? editionNamed(classifications, said.sniEdition) : null
    const sni = (survey ?? new SniSurvey(classifications)).column(stated)
    const readings = async function* (onBytes: (bytes: number) => void): AsyncGenerator<RowReading<FirmStatement>> {
      const pauses = new Pauses()
      for await (const reading of register.read(text, { municipalities, asked, sni }, onBytes)) {
        requireWanted(options.signal)
        if (pauses.isDue) await pauses.take()
        const leftOut = 'item' in reading ? whyNotAsked(reading.item, asked) : null
        if (leftOut !== null) yield { line: reading.line, firm: reading.firm ?? '', leftOut }
        else yield 'item' in reading ? { ...reading, item: { ...reading.item, asOf } } : reading
      }
    }
    const outcome = await publishFirms(
      { graph, edition: region },
      source,
      { file: text, delimiter: register.delimiter, readings, readAs },
      options,
    )
    const remarks = survey === null ? [] : editionRemarks(survey, sni)
    return { source, outcome, remarks, unusual: [], columns: [] }
  }

/** Imports Statistics Sweden's register of legal entities. */
export const importScb = importRegister(scb)

/** Imports the register of the Companies Registration Office. */
export const importBolagsverket = importRegister(bolagsverket)

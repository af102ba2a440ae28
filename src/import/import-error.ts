/** What keeps a file from being imported; nothing of it is. The message is one line that names the place. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  constructor(
    /** Path as the user gave it. */
    readonly file: string,
    /** Where in it: a line counted from 1, a cell of a workbook; null where it is the file as a whole. */
    readonly place: number | { readonly sheet: string; readonly cell: string } | null,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${[file, ...placeWords(place)].join(', ')}: ${reason}`, options)
  }

  /** The same with a further reason. */
  with(further: string): ImportError {
    return new ImportError(this.file, this.place, `${this.reason}; ${further}`, { cause: this })
  }
}

/** A column as the file calls it, and what it is read as; null for nothing. */
export interface ReadColumn {
  readonly header: string
  readonly column: string | null
}

/** A file whose columns are not known well enough; whoever says what they are can have it read. */
export class HeaderError extends ImportError {
  constructor(
    error: ImportError,
    /** Those of the row that is most like a header. */
    readonly columns: readonly ReadColumn[],
  ) {
    super(error.file, error.place, error.reason, { cause: error })
  }

  override with(further: string): HeaderError {
    return new HeaderError(super.with(further), this.columns)
  }
}

/** An import that was ended before all of it was stored; what was stored by then stays, and its source is marked unfinished. */
export class ImportEndedError extends Error {
  override readonly name = 'ImportEndedError'
  constructor() {
    super('The import was ended before all of it was stored.')
  }
}

/** @throws ImportEndedError once nobody wants an import any more. */
export function requireWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ImportEndedError()
}

function placeWords(place: ImportError['place']): string[] {
  if (place === null) return []
  return typeof place === 'number' ? [`line ${place}`] : [`sheet ${place.sheet}`, `cell ${place.cell}`]
}

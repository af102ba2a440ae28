import type { HelpKind } from '../../classification/help-kind.js'
import type { SizeClass } from '../../classification/size-class.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError, NotFoundError, requireSome } from '../../kernel/input-errors.js'
import type { Named } from '../../language/wording.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { sectorHierarchy } from '../../reference/sectors.js'
import { yearOf } from './initiative-status.js'
import { needsNamed } from './needs-named.js'
import { firmsAsSmes, sitesOfVenture } from './queries.js'
import { type Sme, type SmeFacts, smeOf } from './sme.js'
import type { SupportSystem } from './system.js'

/**
 * An SME that looks for support: a firm, or a description of one; and what it asks for. Null and undefined stand for
 * what is not known.
 */
export interface SmeProfile extends Description, Asked {
  readonly firm?: string | null | undefined
}

/** What the graph says of a firm itself. */
interface Description {
  readonly municipality?: string | null | undefined
  readonly sector?: string | null | undefined
  readonly sizeClass?: SizeClass | null | undefined
  readonly employees?: number | null | undefined
  /** SEK million. */
  readonly turnover?: number | null | undefined
}

/** What an SME may add to what is known of it. */
interface Asked {
  readonly needs?: readonly string[] | null | undefined
  readonly exports?: boolean | null | undefined
  /** A year. */
  readonly founded?: number | null | undefined
  readonly wants?: readonly HelpKind[] | null | undefined
  /** A venture. */
  readonly buyer?: string | null | undefined
}

/** What is known of an SME, and what it asks for. */
export interface AskingSme {
  readonly sme: Sme
  readonly needs: readonly Named[]
  /** Kinds of help that it wants; null for any. */
  readonly wants: readonly HelpKind[] | null
  /** The sites of the venture that it wants to supply and what holds them; null where it names none. */
  readonly buyerSites: ReadonlySet<string> | null
  /** That venture's id. */
  readonly buyer: string | null
}

/**
 * Reads what is known of an SME. Needs left out are the firm's, else all.
 * @param asOf the day by which it has been founded, ISO.
 * @throws BadUserInputError for a profile with both firm and description, or neither, for a public body, and for a
 * wrong value in it; NotFoundError for a firm, municipality, sector, need or venture that is not there.
 */
export async function readProfile(
  knowledge: KeptKnowledge,
  { firm, needs, exports, founded, wants, buyer, ...description }: SmeProfile,
  system: SupportSystem,
  asOf: string,
): Promise<AskingSme> {
  requireSome('profile.wants', wants)
  const own = { exports: exports ?? null, ageYears: ageOf(founded, asOf) }
  const buyerSites = isGiven(buyer) ? await readSites(knowledge, buyer, system) : null
  const described = Object.values(description).some(isGiven)
  const asked = { wants: wants ?? null, buyerSites, buyer: buyer ?? null }
  if (typeof firm === 'string') {
    if (described) throw new BadUserInputError('profile', 'profile takes a firm or a description, not both')
    const { needs: stated, ...facts } = await readFirm(knowledge, firm, asOf)
    const known = stated.map((need) => system.needs.get(need)).filter((need) => need !== undefined)
    const meant = needs || known.length === 0 ? needsNamed('profile.needs', needs, system) : known
    return { sme: smeOf({ ...facts, ...own }, system), needs: meant, ...asked }
  }
  if (!described && !needs) throw new BadUserInputError('profile', 'profile takes a firm, or a description of one')
  const facts = await readDescription(knowledge, description, system)
  return { sme: smeOf({ ...facts, ...own }, system), needs: needsNamed('profile.needs', needs, system), ...asked }
}

/** An empty text is given, and wrong. */
const isGiven = <Value>(value: Value): value is NonNullable<Value> => value !== null && value !== undefined

/** Whole years since the year in which a firm was founded; null where that is not known. */
function ageOf(founded: number | null | undefined, asOf: string): number | null {
  if (!isGiven(founded)) return null
  const age = yearOf(asOf) - founded
  if (founded < 1 || age < 0)
    throw new BadUserInputError('profile.founded', `profile.founded takes a year, at the latest ${yearOf(asOf)}`)
  return age
}

async function readSites(
  { graph }: KeptKnowledge,
  id: string,
  { places }: SupportSystem,
): Promise<ReadonlySet<string>> {
  const [venture] = await graph.read(sitesOfVenture, { venture: idOfKind('establishment', id, 'profile.buyer') })
  if (!venture) throw new NotFoundError(id)
  if (venture.sites.length === 0) {
    throw new BadUserInputError(
      'profile.buyer',
      `profile.buyer takes a venture whose site is known, and ${id} has none`,
    )
  }
  return new Set(venture.sites.flatMap((site) => [site, ...(places.get(site)?.within ?? [])]))
}

async function readFirm({ graph }: KeptKnowledge, id: string, asOf: string) {
  const [firm] = await graph.read(firmsAsSmes, { firms: [idOfKind('firm', id, 'profile.firm')], asOf })
  if (!firm) throw new NotFoundError(id)
  if (firm.legalForm === 'PUBLIC_BODY') {
    throw new BadUserInputError(
      'profile.firm',
      `profile.firm takes a firm that support can be for, and ${id} is a public body`,
    )
  }
  return firm
}

async function readDescription(
  knowledge: KeptKnowledge,
  { municipality, sector, sizeClass, employees, turnover }: Description,
  system: SupportSystem,
): Promise<SmeFacts> {
  checkFigure('profile.employees', employees)
  checkFigure('profile.turnover', turnover)
  const place = idOfKind('municipality', municipality, 'profile.municipality')
  if (isGiven(place) && !system.places.has(place)) throw new NotFoundError(place)
  return {
    places: isGiven(place) ? [place] : [],
    sectors: isGiven(sector) ? await readSector(knowledge, sector) : [],
    sizeClass: sizeClass ?? 'UNKNOWN',
    employees: employees ?? null,
    turnover: turnover ?? null,
  }
}

async function readSector({ reference }: KeptKnowledge, id: string): Promise<string[]> {
  const hierarchy = await reference.of(sectorHierarchy)
  if (!hierarchy.has(idOfKind('sector', id, 'profile.sector'))) throw new NotFoundError(id)
  if (hierarchy.isIndustry(id)) {
    throw new BadUserInputError(
      'profile.sector',
      'profile.sector takes a section or division of a classification, not an industry of a table',
    )
  }
  return [...hierarchy.wholesOf(id)]
}

function checkFigure(argument: string, figure: number | null | undefined): void {
  // A literal too large for a number is read as infinite.
  if (isGiven(figure) && !(figure >= 0 && Number.isFinite(figure))) {
    throw new BadUserInputError(argument, `${argument} must be a number, 0 or more`)
  }
}

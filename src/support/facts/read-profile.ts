import type { SizeClass } from '../../classification/size-class.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import type { Named } from '../../language/wording.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { sectorHierarchy } from '../../reference/sectors.js'
import { needsNamed } from './needs-named.js'
import { firmsAsSmes } from './queries.js'
import { type Sme, type SmeFacts, smeOf } from './sme.js'
import type { SupportSystem } from './system.js'

/** An SME that looks for support: a firm alone, or a description. Null and undefined stand for what is not known. */
export interface SmeProfile {
  readonly firm?: string | null | undefined
  readonly municipality?: string | null | undefined
  readonly sector?: string | null | undefined
  readonly sizeClass?: SizeClass | null | undefined
  readonly employees?: number | null | undefined
  /** SEK million. */
  readonly turnover?: number | null | undefined
  readonly needs?: readonly string[] | null | undefined
}

/** What is known of an SME, and the needs that it asks about. */
export interface AskingSme {
  readonly sme: Sme
  readonly needs: readonly Named[]
}

/**
 * Reads what is known of an SME. Needs left out are the firm's, else all.
 * @throws BadUserInputError for a profile with both firm and description, or neither, and for a wrong value in it;
 * NotFoundError for a firm, municipality, sector or need that is not there.
 */
export async function readProfile(
  knowledge: KeptKnowledge,
  profile: SmeProfile,
  system: SupportSystem,
): Promise<AskingSme> {
  const { firm, ...description } = profile
  const described = Object.values(description).some((value) => value !== null && value !== undefined)
  if (typeof firm === 'string') {
    if (described) throw new BadUserInputError('profile', 'profile takes a firm or a description, not both')
    return readFirm(knowledge, firm, system)
  }
  if (!described) throw new BadUserInputError('profile', 'profile takes a firm, or a description of one')
  return readDescription(knowledge, description, system)
}

async function readFirm({ graph }: KeptKnowledge, id: string, system: SupportSystem): Promise<AskingSme> {
  const [firm] = await graph.read(firmsAsSmes, { firms: [idOfKind('firm', id, 'profile.firm')] })
  if (!firm) throw new NotFoundError(id)
  const stated = firm.needs.map((need) => system.needs.get(need)).filter((need) => need !== undefined)
  return { sme: smeOf(firm, system), needs: stated.length > 0 ? stated : [...system.needs.values()] }
}

async function readDescription(
  knowledge: KeptKnowledge,
  { municipality, sector, sizeClass, employees, turnover, needs }: Omit<SmeProfile, 'firm'>,
  system: SupportSystem,
): Promise<AskingSme> {
  checkFigure('profile.employees', employees)
  checkFigure('profile.turnover', turnover)
  const place = idOfKind('municipality', municipality, 'profile.municipality')
  if (place && !system.places.has(place)) throw new NotFoundError(place)
  const facts: SmeFacts = {
    places: place ? [place] : [],
    sectors: sector ? await readSector(knowledge, sector) : [],
    sizeClass: sizeClass ?? 'UNKNOWN',
    employees: employees ?? null,
    turnover: turnover ?? null,
  }
  return { sme: smeOf(facts, system), needs: needsNamed('profile.needs', needs, system) }
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
  if (typeof figure === 'number' && !(figure >= 0)) {
    throw new BadUserInputError(argument, `${argument} must be 0 or more`)
  }
}

import { establishmentFields } from '../establishments/fields.js'
import { findingFields } from '../findings/fields.js'
import { firmFields } from '../firms/fields.js'
import type { Catalog } from '../graph/compose/fields.js'
import { relationFields } from '../network/relations.js'
import { placeFields } from '../places/fields.js'
import { provenanceFields } from '../provenance/fields.js'
import { countySpillover, establishmentSpillover, sectorSpillover, spilloverFields } from '../spillover/fields.js'
import { supplyFields } from '../supply/fields.js'
import { supportFields } from '../support/fields.js'
import { firmStatementFields, statedFields, writingFields } from '../writing/fields.js'

/** How each field of the composed types is read, from all rooms. */
export const catalog: Catalog = {
  ...provenanceFields,
  ...relationFields,
  ...placeFields,
  ...firmFields,
  ...establishmentFields,
  ...supplyFields,
  ...findingFields,
  ...supportFields,
  ...spilloverFields,
  ...writingFields,
  SupportActor: { ...supportFields.SupportActor, ...statedFields },
  Initiative: { ...supportFields.Initiative, ...statedFields },
  Claim: { ...provenanceFields.Claim, ...statedFields },
  Phase: { ...establishmentFields.Phase, ...statedFields },
  FirmStatementEdge: { ...firmFields.FirmStatementEdge, ...firmStatementFields },
  Establishment: { ...establishmentFields.Establishment, ...establishmentSpillover, ...statedFields },
  Sector: { ...firmFields.Sector, ...sectorSpillover },
  County: { ...placeFields.County, ...countySpillover },
}

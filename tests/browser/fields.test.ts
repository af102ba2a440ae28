import { expect, it } from 'vitest'
import { legalForms } from '../../src/classification/legal-form.js'
import { reservations } from '../../src/classification/reservation.js'
import { sizeClasses } from '../../src/classification/size-class.js'
import { phaseKinds, phaseStatuses } from '../../src/establishments/phases.js'
import { fieldValues } from '../../src/explorer/language/field-values.js'
import { fieldNames } from '../../src/explorer/language/fields.js'
import { voices } from '../../src/findings/voices.js'
import { requirementStatuses, supplyStatuses } from '../../src/firms/supplies.js'
import { amountKinds } from '../../src/support/facts/terms.js'
import { actorKinds, initiativeKinds } from '../../src/writing/forms/kinds.js'
import { claimShape, establishmentShape, firmShape, phaseShape } from '../../src/writing/forms/stated-properties.js'
import { actorShape, initiativeShape } from '../../src/writing/forms/support-properties.js'

it.each(['sv', 'en'] as const)('whatever people write of has a name in %s', (language) => {
  const shapes = [actorShape, initiativeShape, establishmentShape, firmShape, phaseShape, claimShape]
  const names: Readonly<Record<string, string>> = fieldNames[language]
  const fields = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))]
  expect(fields.filter((field) => !names[field])).toEqual([])
})

it('a field has one name for the reader, and the English one is not the Swedish one', () => {
  expect(Object.keys(fieldNames.en).toSorted()).toEqual(Object.keys(fieldNames.sv).toSorted())
})

it.each(['sv', 'en'] as const)('every value that is chosen of a list is words in %s', (language) => {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = fieldValues[language]
  const lists = {
    kind: [...actorKinds, ...initiativeKinds, ...phaseKinds],
    phase: phaseKinds,
    amountOf: amountKinds,
    legalForm: legalForms,
    reservations,
    saidBy: voices,
    sizeClass: sizeClasses,
    status: [...phaseStatuses, ...requirementStatuses],
    supplyStatus: supplyStatuses,
  }
  const missing = Object.entries(lists).flatMap(([field, values]) => values.filter((value) => !words[field]?.[value]))
  expect(missing).toEqual([])
})

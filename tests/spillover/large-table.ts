import { sectorGroups } from '../../src/classification/sector-group.js'
import type { Industry, InputOutputTable } from '../../src/spillover/model/table.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { industry, table } from './example-tables.js'

const divisions = Array.from({ length: 99 }, (_, number) =>
  edition.classifications[0].codes.division(String(number + 1).padStart(2, '0')),
).filter((division) => division !== null)
const ofSection = (letter: string) => divisions.filter((division) => division.startsWith(letter))
/** Mining and building whole, since ventures name those sections; else one division each. */
const held = [ofSection('B'), ofSection('F'), ...divisions.filter((each) => !/^[BF]/.test(each)).map((each) => [each])]

/**
 * A table of many industries, the same for the same seed: every flow is above zero, most of them small and a few large
 * (the exponential of a sum of draws); the domestic inputs of an industry are a third to two thirds of its output. The
 * first industries hold SNI divisions.
 */
export function largeTable(size: number, seed: number): InputOutputTable {
  const random = new Random(seed)
  const flows = random.list(size, () => Float64Array.from({ length: size }, () => logNormal(random)))
  const inputs = new Float64Array(size)
  for (const row of flows) for (let j = 0; j < size; j++) inputs[j] = (inputs[j] ?? 0) + (row[j] ?? 0)
  const industries = Array.from(inputs, (bought, index): Industry => {
    const output = bought * (1.5 + 1.5 * random.next())
    const sni = held[index] ?? []
    return industry(`I${String(index).padStart(4, '0')}`, output, {
      name: `Industry ${index}`,
      nameSv: `Bransch ${index}`,
      section: sni[0]?.slice(0, 1) ?? 'C',
      sni,
      employed: output * random.next(),
      wages: output * 0.2 * random.next(),
      labourCost: output * 0.25,
      householdPurchases: output * 0.2 * random.next(),
      group: random.pick(sectorGroups),
      scope: random.pick(['LOCAL', 'NATIONAL']),
      satellites: { hours: output * random.next() },
    })
  })
  const householdConsumption =
    2 * industries.reduce((sum, { householdPurchases }) => sum + (householdPurchases ?? 0), 0)
  return table(industries, flows, { id: `large-${size}`, title: `${size} industries`, householdConsumption })
}

const logNormal = (random: Random): number => Math.exp(2 * (random.next() + random.next() + random.next()))

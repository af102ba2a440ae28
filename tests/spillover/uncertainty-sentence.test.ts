import { describe, expect, it } from 'vitest'
import { parametersOf, rangesAround } from '../../src/spillover/uncertainty/ranges.js'
import type { DrawnInterval } from '../../src/spillover/uncertainty/uncertainty.js'
import { uncertaintySentence } from '../../src/spillover/uncertainty/uncertainty-sentence.js'
import { reportAssumptions } from '../edition.js'

const drawn: DrawnInterval = {
  ...{ draws: 1000, rejected: 0, correlation: 0.25, bySectorGroup: [] },
  parameters: parametersOf(rangesAround(reportAssumptions)),
  total: { p5: 16_919.4, median: 23_156.2, p95: 33_184.6 },
}

describe('the sentence of an interval', () => {
  it('says what is in it and what is not, in both languages', () => {
    expect(uncertaintySentence(drawn)).toEqual({
      textSv:
        'I 90 fall av 100 ligger spridningen mellan 16 919 och 33 185 jobb, med 23 156 i mitten (1 000 slumpmässiga dragningar). I det ingår osäkerheten om skatten på lön, hur mycket som stannar i regionen, vad som köps för varje krona och hur många jobb produktionen kräver; felen i inköpen antas följas åt (korrelation 0,25). I det ingår inte om satsningarna blir av, valet av metod, tabellens år, hur jobben räknas in i modellen, priser, om kapaciteten räcker till och att genomsnitt är större än vad ytterligare ett jobb för med sig.'.replaceAll(
          /(?<=\d) (?=\d{3})/g,
          '\u00a0',
        ),
      textEn:
        'In 90 cases of 100 the spillover lies between 16,919 and 33,185 jobs, with 23,156 in the middle (1,000 random draws). It covers what is uncertain about tax on wages, how much stays in the region, what is bought for each unit of money and how many jobs output takes; errors of purchases are taken to go together (correlation 0.25). It leaves out whether the ventures come about, the choice of method, the year of the table, how jobs enter the model, prices, whether capacity suffices and that averages are larger than what one job more brings about.',
    })
  })

  it('leaves out what is certain, and says what was rejected and where errors are independent', () => {
    const parameters = drawn.parameters.filter(({ name }) => name !== 'incomeTax')
    const { textEn } = uncertaintySentence({ ...drawn, parameters, rejected: 3, correlation: 0 })
    expect(textEn).toContain('(1,000 random draws, of which 3 are left out since their rounds have no end)')
    expect(textEn).toContain('errors of purchases are taken to be independent, which makes it too narrow')
    expect(textEn).not.toContain('tax')
    expect(uncertaintySentence({ ...drawn, parameters: [] }).textSv).toContain('Inget osäkert ingår.')
  })
})

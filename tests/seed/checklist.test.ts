import { describe, expect, it } from 'vitest'
import { begins, byId, ends, missing, of, property, relationships, slug, words } from './the-seed.js'

// What the report states, as numbers and ids typed from it: whatever is missing in the seed is missing here by name.

describe('claims with a value', () => {
  it.each<[string, number, string]>([
    ['direct-jobs', 17270, 'jobs'],
    ['spillover-text', 23300, 'full-time jobs'],
    ['spillover-heading', 23000, 'jobs'],
    ['all-jobs', 40000, 'jobs'],
    ['spillover-services', 10700, 'full-time jobs'],
    ['spillover-industry', 5700, 'full-time jobs'],
    ['industry-with-ventures', 17270 + 5700, 'jobs'],
    ['spillover-not-split', 23300 - 10700 - 5700, 'full-time jobs'],
    ['firms', 100000, 'firms'],
    ['firms-norrbotten', 45000, 'firms'],
    ['firms-vasterbotten', 55000, 'firms'],
    ['employees', 264000, 'employees'],
    ['employees-norrbotten', 137000, 'employees'],
    ['employees-vasterbotten', 127000, 'employees'],
    ['firms-small', 95577, 'firms'],
    ['firms-medium', 466, 'firms'],
    ['firms-large', 178, 'firms'],
    ['firms-unknown', 4503, 'firms'],
    ['employees-small', 64455, 'employees'],
    ['employees-medium', 32864, 'employees'],
    ['employees-large', 166656, 'employees'],
    ['firms-without-sector', 30319, 'firms'],
    ['employees-without-sector', 27160, 'employees'],
    ['industry-firms', 30000, 'firms'],
    ['industry-employees', 42000, 'employees'],
    ['national-industries', 23, 'industries'],
    ['retained-share', 0.27, 'share'],
    ['method-national-left-out', 0.73, 'share'],
    ['t25-inhabitants', 25000, 'inhabitants'],
    ['students-from-outside', 0.8, 'share'],
    ['students-who-leave', 0.8, 'share'],
    ['manufacturing-large', 0.5, 'share of employees'],
    ['manufacturing-medium', 0.25, 'share of employees'],
    ['manufacturing-small', 0.25, 'share of employees'],
    ['construction-norrbotten', 0, 'firms'],
    ['study-six-areas', 6, 'areas'],
    ['method-tables', 2016, 'year'],
    ['method-turnover-2020', 2020, 'year'],
  ])('%s is %d %s', (claim, value, unit) => {
    expect(property(`claim:${claim}`, 'value')).toBe(value)
    expect(property(`claim:${claim}`, 'unit')).toBe(unit)
  })

  it('state figures that only add up here by this project', () => {
    for (const claim of ['industry-with-ventures', 'spillover-not-split', 'direct-jobs-norrbotten-table']) {
      expect(byId.get(`claim:${claim}`)?.provenance.source).toBe('source:norrgraph-assessment')
    }
  })
})

describe('contradictions', () => {
  it.each<[string, string]>([
    ['direct-jobs-norrbotten-table', 'direct-jobs-norrbotten-text'],
    ['direct-jobs-vasterbotten-table', 'direct-jobs-vasterbotten-text'],
    ['spillover-text', 'spillover-heading'],
    ['spillover-services', 'industry-with-ventures'],
    ['ventures-chosen-by-ramboll', 'ventures-by-t25'],
    ['new-ventures', 'established-firms'],
    ['offices-close-to-firms', 'offices-close-to-ventures'],
    ['t25-inhabitants', 't25-employees'],
    ['smes-know-demands', 'smes-lack-knowledge'],
    ['stegra-first-steel-2026', 'stegra-start-moved'],
    ['h2-green-steel-start-2024', 'stegra-start-moved'],
  ])('%s and %s', (one, other) => {
    expect(ends('CONTRADICTS', `claim:${one}`)).toEqual([`claim:${other}`])
  })

  it('are these, and the misprint of firms in industry is said where its number stands', () => {
    expect(relationships.filter((each) => each.type === 'CONTRADICTS').length).toBe(28)
    expect(byId.get('claim:industry-firms')?.provenance.locator).toContain('"drygt 30 00"')
  })
})

describe('structure of business', () => {
  it.each<[string, string, number | undefined, number | undefined]>([
    ['total', 'TOTAL', 100000, 264000],
    ['norrbotten', 'COUNTY', 45000, 137000],
    ['vasterbotten', 'COUNTY', 55000, 127000],
    ['small', 'SIZE_CLASS', 95577, 64455],
    ['medium', 'SIZE_CLASS', 466, 32864],
    ['large', 'SIZE_CLASS', 178, 166656],
    ['unknown', 'SIZE_CLASS', 4503, undefined],
    ['industry', 'SECTOR_GROUP', 30000, 42000],
    ['without-sector', 'SECTOR_GROUP', 30319, 27160],
  ])('%s', (cell, dimensions, firms, employees) => {
    const properties = byId.get(`structure:${cell}`)?.properties
    expect([properties?.dimensions, properties?.firms, properties?.employees]).toEqual([dimensions, firms, employees])
  })

  it('has no cell that the text does not state, and a county only where it tells counties apart', () => {
    expect(of('StructureCell').length).toBe(9)
    expect(ends('ABOUT', 'structure:norrbotten')).toEqual(['county:25'])
    expect(ends('ABOUT', 'structure:vasterbotten')).toEqual(['county:24'])
    expect(ends('ABOUT', 'structure:total')).toEqual([])
  })

  it('in words', () => {
    const told =
      'farms-without-employees mining-large construction-small energy-large-vasterbotten public-most-employees thin-middle-tier'
    expect(missing('claim', told)).toEqual([])
  })
})

describe('method', () => {
  it('is told as claims about its parts', () => {
    expect(
      of('Method')
        .map(({ id }) => slug(id))
        .sort(),
    ).toEqual(words('analysis-questions firm-data input-output-analysis interviews regional-adjustment workshops'))
    for (const { id } of of('Method')) expect(begins('ABOUT', id).length, id).toBeGreaterThan(0)
    expect(begins('ABOUT', 'method:analysis-questions').length).toBe(4)
  })

  it('says what is assumed and left out', () => {
    const assumed =
      'average-is-marginal constant-returns fixed-proportions firms-alike no-idle-capacity no-technical-change overestimates'
    const leftOut =
      'consumption-overestimated no-population-growth no-building-of-plants no-expansion-of-others local-keep-all years'
    const slugs = words(`${assumed} ${leftOut} direct indirect induced retriever large-firms-checked workshops`)
    expect(missing('claim', slugs.map((each) => `method-${each}`).join(' '))).toEqual([])
  })

  it('names industries judged local and national, read into SNI by this project', () => {
    const sectors = (claim: string) =>
      ends('ABOUT', claim)
        .filter((id) => id.startsWith('sector:'))
        .map(slug)
        .sort()
    expect(sectors('claim:method-local-industries')).toEqual(
      ['B', 'C16', 'C17', 'C22', 'C23', 'C24', 'C28', 'D', 'I', 'P', 'Q'].map((code) => `sni2007-${code}`),
    )
    expect(sectors('claim:method-national-industries')).toEqual(['sni2007-A01', 'sni2007-J'])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { byId, of } from './the-seed.js'

/** Localities by municipality, as lists of Sweden's localities have them; municipalities without one here have no post town of another name. */
const localities: readonly (readonly [code: string, municipality: string, towns: string])[] = [
  ['2401', 'Nordmaling', 'Rundvik, Lögdeå'],
  ['2404', 'Vindeln', 'Hällnäs, Granö, Åmsele, Tvärålund'],
  ['2409', 'Robertsfors', 'Bygdeå, Ånäset, Sikeå'],
  ['2417', 'Norsjö', 'Bastuträsk'],
  ['2421', 'Storuman', 'Tärnaby, Hemavan, Stensele, Gunnarn, Slussfors'],
  ['2422', 'Sorsele', 'Ammarnäs, Blattnicksele, Gargnäs'],
  ['2425', 'Dorotea', 'Borgafjäll'],
  ['2460', 'Vännäs', 'Vännäsby'],
  ['2462', 'Vilhelmina', 'Saxnäs, Kittelfjäll, Dikanäs, Klimpfjäll'],
  ['2463', 'Åsele', 'Fredrika'],
  ['2480', 'Umeå', 'Holmsund, Obbola, Sävar, Hörnefors, Botsmark, Tavelsjö'],
  [
    '2482',
    'Skellefteå',
    'Ursviken, Skelleftehamn, Bureå, Byske, Kåge, Boliden, Jörn, Lövånger, Burträsk, Bygdsiljum, Kusmark, Fällfors',
  ],
  ['2505', 'Arvidsjaur', 'Glommersträsk, Moskosel, Abborrträsk'],
  ['2506', 'Arjeplog', 'Jäkkvik, Laisvall, Slagnäs'],
  ['2510', 'Jokkmokk', 'Porjus, Vuollerim, Kåbdalis, Kvikkjokk, Murjek'],
  ['2514', 'Kalix', 'Töre, Nyborg, Karlsborgsverken, Risögrund, Rolfs, Morjärv'],
  ['2518', 'Övertorneå', 'Hedenäset, Juoksengi'],
  ['2521', 'Pajala', 'Tärendö, Junosuando, Korpilombolo, Muodoslompolo, Kangos'],
  ['2523', 'Gällivare', 'Malmberget, Koskullskulle, Nattavaara, Hakkas, Ullatti'],
  ['2560', 'Älvsbyn', 'Vidsel, Korsträsk'],
  ['2580', 'Luleå', 'Gammelstad, Södra Sunderbyn, Råneå, Niemisel, Antnäs'],
  ['2581', 'Piteå', 'Öjebyn, Norrfjärden, Rosvik, Hortlax, Bergsviken, Roknäs, Sikfors, Jävre, Hemmingsmark, Lillpite'],
  ['2582', 'Boden', 'Harads, Sävast, Gunnarsbyn, Vittjärv, Unbyn'],
  ['2583', 'Haparanda', 'Karungi'],
  ['2584', 'Kiruna', 'Jukkasjärvi, Vittangi, Karesuando, Svappavaara, Abisko, Riksgränsen, Övre Soppero, Lannavaara'],
]

const townsOf = (code: string) =>
  z
    .array(z.string())
    .default([])
    .parse(byId.get(`municipality:${code}`)?.properties.postTowns)

it.each(localities)('%s %s has its own post towns and no other’s', (code, municipality, towns) => {
  expect(byId.get(`municipality:${code}`)?.properties).toMatchObject({ code, nameSv: municipality })
  expect([...townsOf(code)].sort()).toEqual(towns.split(', ').sort())
})

it('no other municipality has any', () => {
  const known = new Set(localities.map(([code]) => `municipality:${code}`))
  const others = of('Municipality').filter(({ id }) => !known.has(id))
  expect(others.flatMap(({ properties }) => properties.postTowns ?? [])).toEqual([])
})

const published = join(import.meta.dirname, '../../../shared/data/codes/municipalities_290.csv')
const isPublishedHere = existsSync(published)
const without = isPublishedHere ? '' : ' (skipped: the list is not at ../shared/data/codes)'

it.skipIf(!isPublishedHere)(`a post town bears no other municipality’s name in Sweden${without}`, () => {
  const rows = z
    .array(z.looseObject({ kommun_kod: z.string(), kommun_namn: z.string() }))
    .parse(parse(readFileSync(published, 'utf8'), { columns: true }))
  const names = new Map(rows.map((row) => [row.kommun_namn, row.kommun_kod]))
  for (const [code, municipality] of localities) {
    expect(names.get(municipality)).toBe(code)
    for (const town of townsOf(code)) expect([town, names.get(town)]).toEqual([town, undefined])
  }
})

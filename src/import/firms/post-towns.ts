import { folded } from '../../text/folded.js'
import type { Municipalities } from './places.js'

/**
 * Post towns of Norrbotten and Västerbotten that bear another name than their municipality, by its code. Norrgraph's own
 * list: post towns follow no municipal borders, so the place of a firm that is known only by its post town is a reading.
 */
const postTowns: Readonly<Record<string, string>> = {
  '2401': 'Rundvik, Lögdeå',
  '2404': 'Hällnäs, Granö, Åmsele, Tvärålund',
  '2409': 'Bygdeå, Ånäset, Sikeå',
  '2417': 'Bastuträsk',
  '2421': 'Tärnaby, Hemavan, Stensele, Gunnarn, Slussfors',
  '2422': 'Ammarnäs, Blattnicksele, Gargnäs',
  '2425': 'Borgafjäll',
  '2460': 'Vännäsby',
  '2462': 'Saxnäs, Kittelfjäll, Dikanäs, Klimpfjäll',
  '2463': 'Fredrika',
  '2480': 'Holmsund, Obbola, Sävar, Hörnefors, Botsmark, Tavelsjö',
  '2482':
    'Ursviken, Skelleftehamn, Bureå, Byske, Kåge, Boliden, Jörn, Lövånger, Burträsk, Bygdsiljum, Kusmark, Fällfors',
  '2505': 'Glommersträsk, Moskosel, Abborrträsk',
  '2506': 'Jäkkvik, Laisvall, Slagnäs',
  '2510': 'Porjus, Vuollerim, Kåbdalis, Kvikkjokk, Murjek',
  '2514': 'Töre, Nyborg, Karlsborgsverken, Risögrund, Rolfs, Morjärv',
  '2518': 'Hedenäset, Juoksengi',
  '2521': 'Tärendö, Junosuando, Korpilombolo, Muodoslompolo, Kangos',
  '2523': 'Malmberget, Koskullskulle, Nattavaara, Hakkas, Ullatti',
  '2560': 'Vidsel, Korsträsk',
  '2580': 'Gammelstad, Södra Sunderbyn, Råneå, Niemisel, Antnäs',
  '2581': 'Öjebyn, Norrfjärden, Rosvik, Hortlax, Bergsviken, Roknäs, Sikfors, Jävre, Hemmingsmark, Lillpite',
  '2582': 'Harads, Sävast, Gunnarsbyn, Vittjärv, Unbyn',
  '2583': 'Karungi',
  '2584': 'Jukkasjärvi, Vittangi, Karesuando, Svappavaara, Abisko, Riksgränsen, Övre Soppero, Lannavaara',
}

const byTown = new Map(
  Object.entries(postTowns).flatMap(([code, towns]) => towns.split(', ').map((town) => [folded(town), code] as const)),
)

/** The municipality that a post town lies in: the one of its name, or by the list; null where that is not known. */
export function municipalityOfPostTown(town: string, municipalities: Municipalities): string | null {
  if (town === '') return null
  return municipalities.find(byTown.get(folded(town)) ?? town)
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { areaGeometry, type Outlines } from './outlines.js'

/**
 * Writes a region's outlines from a GeoJSON file of municipal boundaries (WGS 84) in which a property has each one's code:
 * `npm run outlines -- FILE.geojson PROPERTY`. The file should be a simplified one: pages fetch what is written.
 */
const [file, property] = process.argv.slice(2)
if (file === undefined || property === undefined) {
  throw new Error('Name the GeoJSON file, and the property of its features that holds the code of a municipality')
}
const boundaries = z.object({
  features: z.array(z.object({ properties: z.looseObject({ [property]: z.coerce.string() }), geometry: areaGeometry })),
})

/** To a thousandth of a degree, some hundred metres: neighbours keep the corners that they share. */
const rounded = (ring: readonly (readonly number[])[]) =>
  ring.map(([longitude = 0, latitude = 0]): [number, number] => [round(longitude), round(latitude)])
const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000

const outlines: Outlines = {
  type: 'FeatureCollection',
  features: boundaries.parse(JSON.parse(readFileSync(file, 'utf8'))).features.map(({ properties, geometry }) => ({
    type: 'Feature',
    id: `municipality:${properties[property]}`,
    geometry:
      geometry.type === 'Polygon'
        ? { ...geometry, coordinates: geometry.coordinates.map(rounded) }
        : { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(rounded)) },
  })),
}
const lines = outlines.features.map((feature) => JSON.stringify({ ...feature, properties: {} }))
const text = `{\n"type": "FeatureCollection",\n"features": [\n${lines.join(',\n')}\n]\n}\n`
writeFileSync(join(process.env.NORRGRAPH_SEED ?? 'seed', 'places', 'outlines.geojson'), text)

import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { project } from './projection.js'

/**
 * Draws the outlines of municipalities from a GeoJSON file of Statistics Sweden's boundaries (WGS 84), as paths in the
 * map's units: `tsx src/explorer/map/prepare-outlines.ts FILE.geojson`.
 */
const position = z.tuple([z.number(), z.number()])
const polygon = z.array(z.array(position))
const boundaries = z.object({
  features: z.array(
    z.object({
      properties: z.object({ KnKod: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
})

const ring = (points: readonly (readonly [number, number])[]) =>
  `M${points
    .map(([longitude, latitude]) => {
      const { x, y } = project(longitude, latitude)
      return `${Math.round(x)},${Math.round(y)}`
    })
    .join('L')}Z`

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the GeoJSON file')
const outlines = boundaries.parse(JSON.parse(readFileSync(file, 'utf8'))).features.map(({ properties, geometry }) => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return [`municipality:${properties.KnKod}`, polygons.flat().map(ring).join('')]
})
writeFileSync(new URL('outlines.json', import.meta.url), `${JSON.stringify(Object.fromEntries(outlines), null, 1)}\n`)

import { z } from 'zod'

/** Degrees east and north, WGS 84. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const polygon = z.array(z.array(position).min(4)).min(1)

/** The shapes that GeoJSON (RFC 7946) has for areas. */
export const areaGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
])

/** What the file `places/outlines.geojson` holds: areas of municipalities. */
export const outlines = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string().regex(/^municipality:\S+$/, 'is no id such as municipality:…'),
      geometry: areaGeometry,
    }),
  ),
})

export type Outlines = z.output<typeof outlines>

import { z } from 'zod'
import { storedProperties } from '../../graph/stored-properties.js'
import { nodeLabels, relationshipTypes } from '../../graph/vocabulary.js'
import type { Draft, DraftTie, NamedSource } from './draft.js'

const namedSource = z.strictObject({
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  year: z.number().nullable(),
}) satisfies z.ZodType<NamedSource>

const draftTie = z.strictObject({
  does: z.enum(['ADD', 'END']),
  type: z.enum(relationshipTypes),
  end: z.string(),
  direction: z.enum(['OUT', 'IN']),
  key: z.string(),
  isKeyedBySource: z.boolean(),
  values: storedProperties,
  argument: z.string(),
}) satisfies z.ZodType<DraftTie>

const draft: z.ZodType<Draft> = z.strictObject({
  operation: z.enum(['CREATE', 'UPDATE', 'END']),
  label: z.enum(nodeLabels),
  id: z.string().nullable(),
  revision: z.number().nullable(),
  values: storedProperties,
  emptied: z.array(z.string()),
  ties: z.array(draftTie),
  endsOn: z.string().nullable(),
  source: namedSource.nullable(),
  locator: z.string().nullable(),
  asOf: z.string().nullable(),
  reason: z.string().nullable(),
  parts: z.lazy(() => z.array(draft)).exactOptional(),
})

/** A draft as a proposal keeps it. */
export const storedDraft = (kept: Draft): string => JSON.stringify(draft.parse(kept))

/**
 * The draft that a proposal keeps.
 * @throws ZodError for a text that is none.
 */
export const draftIn = (text: string): Draft => draft.parse(JSON.parse(text))

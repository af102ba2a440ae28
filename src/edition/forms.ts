import { z } from 'zod'

export const text = z.string().trim().min(1)

/** An id of an entity of one kind, such as `county:25`. */
export const idOf = (kind: string) => z.string().regex(new RegExp(`^${kind}:\\S+$`), `is no id such as ${kind}:…`)

/** A part of a whole, from 0 to 1. */
export const share = z.number().min(0).max(1)

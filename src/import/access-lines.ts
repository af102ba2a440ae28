import { z } from 'zod'
import { roles } from '../accounts/viewer.js'

const text = z.string().min(1).max(500)
const day = z.iso.date()
const time = z.iso.datetime()

/** By what they begin with; nothing else is written of an account than what a program of this version knows. */
export const accessLines = {
  account: z.strictObject({
    account: text,
    properties: z.strictObject({
      ...{ name: text, displayName: text, role: z.enum(roles), createdAt: time, epoch: z.int().min(1) },
      ...{ password: text.optional(), disabled: z.boolean().optional() },
      ...{ issuer: text.optional(), subject: text.optional() },
    }),
  }),
  acting: z.strictObject({
    acting: text,
    properties: z.strictObject({ account: text, actor: text, validFrom: day.optional(), validTo: day.optional() }),
  }),
  token: z.strictObject({
    token: text,
    properties: z.strictObject({
      ...{ digest: text, account: text, name: text, role: z.enum(roles), createdAt: time, expiresAt: time },
    }),
  }),
}

/** What an account's node is found by. */
export const accountId = (name: string): string => `account:${name}`

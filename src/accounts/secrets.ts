import { createHash, randomBytes } from 'node:crypto'

/** What is kept of a secret that is long and random: nobody finds it again from that. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A secret that nobody guesses, told from others by how it begins. */
export const newSecret = (beginning: string): string => `${beginning}${randomBytes(32).toString('base64url')}`

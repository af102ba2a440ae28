import './production.js'
import { fail } from './problem.js'
import { serve } from './serve.js'
import { readSettings } from './settings.js'

try {
  await serve(readSettings(process.env))
} catch (error) {
  fail(error)
}

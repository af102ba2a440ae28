import 'vitest'

/** Why there is no browser, and whether that makes the tests that need one fail, or only be left out. */
interface NoBrowser {
  readonly missing: string
  readonly fails: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Chromium is, or why it is not there. */
    chromium: string | NoBrowser
  }
}

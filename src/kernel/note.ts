/** What is noted of those who sign in and of what only some may do. */
export type Deed =
  | 'signed in'
  | 'sign-in refused'
  | 'signed out'
  | 'account made'
  | 'account changed'
  | 'account removed'
  | 'token made'
  | 'token revoked'
  | 'change redacted'
  | 'import taken back'
  | 'backup taken'
  | 'refused'

/** What a deed was done to: names and ids, never what somebody signs in by. */
export type About = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Notes that whoever asks did something. */
export type Note = (deed: Deed, about: About) => void

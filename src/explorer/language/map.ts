import { bilingual } from './language.js'

export const mapTexts = bilingual(
  { unknown: 'okänt', point: 'Peka på en kommun för att se vad den har; klicka för att gå dit.' },
  { unknown: 'not known', point: 'Point at a municipality to see what it has; click to go there.' },
)

import { bilingual } from './language.js'

/** Words of making two that are the same one. */
export const mergeTexts = bilingual(
  {
    heading: 'Slå ihop två som är samma',
    lead: 'Det som källorna säger, namn, uppgifter och samband flyttas till den som blir kvar. Den andra adressen fortsätter att fungera, och allt går att ångra.',
    chooseFirst: 'Sök den som är dubblett',
    chooseOther: (name: string) => `Sök den som är samma som ${name}`,
    hint: 'Företag, aktör eller insats',
    likely: 'Liknande namn',
    noLikely: 'Ingen annan har ett liknande namn.',
    toDoubles: 'Troliga dubbletter',
    anew: 'Välj två andra',
    goes: 'Går upp i den andra',
    stays: 'Blir kvar',
    swap: 'Byt: behåll den andra i stället',
    fields: (name: string) => `Det här visas annorlunda för ${name}`,
    nowOf: 'Nu',
    thenOf: 'Efteråt',
    noFields: 'Inga uppgifter visas annorlunda.',
    both: (fields: string) =>
      `Båda har uppgifter om: ${fields}. Ingenting försvinner: den nyaste visas, den andra står kvar bland källornas uppgifter.`,
    moves: 'Samband som flyttas',
    noMoves: 'Inga samband flyttas.',
    moved: (count: string, what: string) => `${what}: ${count}`,
    dropped: (count: string, isOne: boolean) =>
      isOne ? '1 samband mellan de två försvinner' : `${count} samband mellan de två försvinner`,
    merge: 'Slå ihop',
    mergeAsk: (from: string, into: string) =>
      `Slå ihop så att ${from} går upp i ${into}? Det går att ångra i historiken.`,
    reason: 'Varför de är samma (frivilligt)',
    done: 'De två är nu en:',
    toHistory: 'Historik, där det går att ångra',
    needsEditor: 'Här ser du vad en sammanslagning skulle göra. Det är en redaktör som slår ihop.',
    cannot:
      'De här två kan inte slås ihop som de är. De ska vara av samma slag, företag får inte ha olika organisationsnummer, och tillsammans får uppgifterna inte motsäga varandra. Rätta den ena först, om de ändå är samma.',
    changed:
      'Någon har ändrat en av dem sedan sidan visades. Förhandsvisningen är nu ny: se den igenom och slå ihop på nytt.',
    notThere: 'En av de två finns inte. Välj på nytt.',
    same: 'Det är en och samma. Välj en annan.',
    compare: 'Jämför och slå ihop',
  },
  {
    heading: 'Merge two that are the same',
    lead: 'What sources say, names, claims and relationships move to the one that stays. The other address keeps working, and all of it can be undone.',
    chooseFirst: 'Search for the double',
    chooseOther: (name: string) => `Search for the one that is the same as ${name}`,
    hint: 'A firm, actor or initiative',
    likely: 'Similar names',
    noLikely: 'No other has a similar name.',
    toDoubles: 'Likely doubles',
    anew: 'Choose two others',
    goes: 'Becomes part of the other',
    stays: 'Stays',
    swap: 'Swap: keep the other one instead',
    fields: (name: string) => `What is shown otherwise of ${name}`,
    nowOf: 'Now',
    thenOf: 'Afterwards',
    noFields: 'Nothing is shown otherwise.',
    both: (fields: string) =>
      `Both say something of: ${fields}. Nothing is lost: the newest is shown, the other stays among what sources say.`,
    moves: 'Relationships that move',
    noMoves: 'No relationships move.',
    moved: (count: string, what: string) => `${what}: ${count}`,
    dropped: (count: string, isOne: boolean) =>
      isOne ? '1 relationship between the two goes' : `${count} relationships between the two go`,
    merge: 'Merge',
    mergeAsk: (from: string, into: string) =>
      `Merge, so that ${from} becomes part of ${into}? It can be undone in the history.`,
    reason: 'Why they are the same (optional)',
    done: 'The two are now one:',
    toHistory: 'History, where it can be undone',
    needsEditor: 'Here you see what a merge would do. It takes an editor to merge.',
    cannot:
      'These two cannot be merged as they are. They have to be of one kind, firms cannot have different organisation numbers, and together what is said may not contradict itself. Put one of them right first, if they are the same all the same.',
    changed:
      'Somebody changed one of them since the page was shown. The preview is new: look through it and merge again.',
    notThere: 'One of the two is not there. Choose anew.',
    same: 'They are one and the same. Choose another.',
    compare: 'Compare and merge',
  },
)

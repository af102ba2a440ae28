import { graphql } from '../../generated/gql.js'
import type {
  ExplorerAssumedFragment,
  ExplorerAssumedOfRunFragment,
  ExplorerSettingFragment,
} from '../../generated/graphql.js'
import type { Format } from '../../language/language.js'
import { type regionalTexts, settingInWords } from '../../language/regional.js'
import type { spilloverTexts } from '../../language/spillover.js'

graphql(`
  fragment ExplorerAssumed on Spillover {
    table {
      id
      year
      publisher(lang: $lang)
    }
    assumptions {
      ...ExplorerSettingNamed
      regionalisation {
        employment {
          miningSource {
            id
            name(lang: $lang)
          }
        }
      }
    }
    byEstablishment {
      establishment {
        id
        name(lang: $lang)
      }
    }
    byYear {
      year
      spillover
    }
  }

  fragment ExplorerSettingNamed on Assumptions {
    ...ExplorerSetting
    regionalisation {
      employment {
        name(lang: $lang)
      }
    }
    scenario {
      name(lang: $lang)
    }
    nationalSectors {
      code
    }
  }

  fragment ExplorerSetting on Assumptions {
    shock
    closure
    householdIncome
    incomeTax
    retention {
      share
      apply
    }
    regionalisation {
      method
      delta
      householdDelta
      area
      mining
      employment {
        id
      }
    }
    displacement {
      fromRegionalSmes
      refilled
    }
    placement
    scenario {
      id
    }
    nationalSectors {
      id
    }
  }
`)

graphql(`
  fragment ExplorerAssumedOfRun on SpilloverRun {
    table {
      id
      year
      publisher(lang: $lang)
    }
    assumptions {
      ...ExplorerSettingNamed
    }
    byEstablishment {
      establishment {
        id
        name(lang: $lang)
      }
    }
    byYear {
      year
    }
  }
`)

/** What a calculation assumes: one that was just made, or a stored one. */
export type AssumedSetting = ExplorerAssumedFragment | ExplorerAssumedOfRunFragment

type Texts = (typeof spilloverTexts)['sv']
type RegionalTexts = (typeof regionalTexts)['sv']

/** What has no bearing under the other assumptions. */
const NONE = '–'

/** What a setting assumes, each under its name, in words. */
export function assumed(
  { assumptions, byEstablishment, byYear, table }: AssumedSetting,
  texts: Texts,
  words: { readonly noScenario: string; readonly table: (year: number, publisher: string) => string },
  format: Format,
): readonly (readonly [string, string])[] {
  const { shock, closure, householdIncome, incomeTax, retention, placement, scenario, nationalSectors } = assumptions
  const byQuotients = assumptions.regionalisation.method !== 'RETENTION'
  const hasHouseholds = closure === 'TYPE_II'
  return [
    [texts.table, words.table(table.year, table.publisher)],
    [texts.ventures, format.list(byEstablishment.flatMap(({ establishment }) => establishment?.name ?? []))],
    [texts.years, byYear.map(({ year }) => year).join(', ')],
    [texts.scenario, scenario?.name ?? words.noScenario],
    [texts.shock, texts.shocks[shock]],
    [texts.closure, texts.closures[closure]],
    [texts.income, hasHouseholds ? texts.incomes[householdIncome] : NONE],
    [texts.tax, takesTax(closure, householdIncome) ? format.percent(incomeTax) : NONE],
    [texts.share, byQuotients ? NONE : format.percent(retention.share)],
    [texts.apply, byQuotients ? NONE : texts.applies[retention.apply]],
    [texts.placement, texts.placements[placement]],
    [texts.national, byQuotients ? NONE : nationalSectors.map(({ code }) => code).join(', ')],
  ]
}

/** What a setting assumes of what is bought in the region and of whom is hired there. */
export function assumedOfRegion(
  { assumptions: { regionalisation, displacement } }: AssumedSetting,
  texts: RegionalTexts,
  format: Format,
): readonly (readonly [string, string])[] {
  const { method, delta, householdDelta, area, mining, employment } = regionalisation
  return [
    [texts.method, texts.methods[method]],
    [texts.delta, delta === null ? NONE : format.number(delta, 2)],
    [texts.householdDelta, householdDelta === null ? NONE : format.number(householdDelta, 3)],
    [texts.area, area === null ? NONE : texts.areas[area]],
    [texts.mining, mining === null ? NONE : texts.minings[mining]],
    [texts.employment, employment?.name ?? NONE],
    [texts.fromSmes, format.percent(displacement?.fromRegionalSmes ?? 0)],
    [texts.refilled, format.percent(displacement?.refilled ?? 0)],
  ]
}

/** How a setting calculates, in a few words. */
export function calculatesInWords(
  { closure, householdIncome, incomeTax, retention, regionalisation }: ExplorerSettingFragment,
  texts: Texts,
  regional: RegionalTexts,
  format: Format,
): readonly string[] {
  return [
    texts.types[closure],
    ...(takesTax(closure, householdIncome) ? [texts.taxOf(format.percent(incomeTax))] : []),
    ...(regionalisation.method === 'RETENTION'
      ? [texts.shareStays(format.percent(retention.share)), texts.applies[retention.apply]]
      : [settingInWords(regionalisation, regional, format)]),
  ]
}

/** Whether the tax on wages has a bearing: on what households spend of wages after tax, where they are part of the model. */
export const takesTax = (closure: string, householdIncome: string): boolean =>
  closure === 'TYPE_II' && householdIncome === 'DISPOSABLE_WAGES'

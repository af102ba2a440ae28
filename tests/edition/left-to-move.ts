/** What of the region still stands in the program, by file. It shrinks to nothing; nothing is added. */
const left: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['scb-2016-44'],
  'commands/spillover-options.ts': ['sni2007'],
  'commands/spillover.ts': ['scb-2016-44'],
  'demo/demo.ts': ['table:scb-2016-44'],
  'demo/synthetic-region.ts': ['2026-01-01'],
  'establishments/preparations.ts': [
    'area:training',
    'area:timing-and-relations',
    'area:matchmaking',
    'area:growth-and-finance',
    'area:skills-supply',
  ],
  'export/public-services.ts': ['country:SE'],
  'firms/business-structure.ts': ['source:norrgraph-count'],
  'graph/entity-ids.ts': ['county:25'],
  'import/firms/named-ends.ts': ['establishment:lkab', 'firm:lkab'],
  'import/input-output/scb-blocks.ts': ['Sverige'],
  'import/input-output/scb-workbook.ts': ['2018-11-08'],
  'spillover/runs/report-run.ts': ['run:report'],
}

export const leftToMove: ReadonlySet<string> = new Set(
  Object.entries(left).flatMap(([file, words]) => words.map((word) => `${file}: ${word}`)),
)

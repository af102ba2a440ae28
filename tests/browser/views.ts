/** Every view with something in it to look at. */
export const views = [
  '/',
  '/support',
  '/support?municipality=municipality:2582&sector=sector:sni2007-C25&size=SMALL&needs=need:finance&asOf=2026-11-24',
  '/support?municipality=municipality:2480&sector=sector:sni2007-M71&employees=25&turnover=30&needs=need:buyer-access,need:visibility&buyer=establishment:h2-green-steel&exports=no&founded=2015&wants=MATCHMAKING,NETWORK&evidence=AREA&asOf=2026-11-24',
  '/coverage?asOf=2026-11-24&place=municipality:2506&need=need:finance',
  '/coverage?asOf=2026-11-24&evidence=IN_FORCE&place=municipality:2521&need=need:visibility&actor=Hubb&serves=municipality:2521,municipality:2518&meets=need:visibility&help=COACHING',
  '/coverage?asOf=2026-11-24&colour=jobs&add=initiative:advisory-hubs',
  '/spillover?closure=TYPE_I',
  '/spillover?tax=0&compare=report',
  '/network?of=actor:norrlandsfonden',
  '/network?of=municipality:2580&depth=2&colour=community&to=actor:iuc-norr',
  '/suppliers?venture=establishment:lkab&phase=MAINTENANCE_STOP',
  '/entity/establishment:northvolt',
  '/entity/actor:norrlandsfonden',
  '/entity/initiative:top-loans',
  '/entity/no:such',
] as const

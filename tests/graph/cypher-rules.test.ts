import { expect, it } from 'vitest'
import { cypherRules, forbiddenForms } from './cypher-rules.js'

/** For each rule, statements that it refuses, and what is written in their place. */
const examples: Readonly<Record<string, readonly [refused: string, instead: string][]>> = {
  'a keyword in small letters': [
    ['match (n:Need) RETURN n.id AS id', 'MATCH (n:Need) RETURN n.id AS id'],
    ['MATCH (n:Need) RETURN n.id as id', "MATCH (n:Need) WHERE n.id STARTS WITH 'match me' RETURN n.id AS id"],
  ],
  'a keyword as a name': [
    ['MATCH (n:Need) RETURN n.order AS order', 'MATCH (n:Need) RETURN n.order AS position ORDER BY position'],
    ['MATCH (n:Case) RETURN n.id AS id', 'MATCH (n:CaseStudy) RETURN n.id AS id'],
  ],
  'the order of labels': [
    ['MATCH (n:Entity) RETURN labels(n)[0] AS label', 'MATCH (n:Entity) RETURN n.entityKind AS label'],
    ['MATCH (n:Entity) RETURN labels(n) AS names', "MATCH (n:Entity) WHERE 'Firm' IN labels(n) RETURN n.id AS id"],
  ],
  'COLLECT { }': [
    [
      'MATCH (n:Need) RETURN COLLECT { MATCH (n)<-[:MEETS]-(a) RETURN a.id } AS areas',
      'MATCH (n:Need) CALL (n) { MATCH (n)<-[:MEETS]-(a) RETURN collect(a.id) AS areas } RETURN areas',
    ],
  ],
  'alternatives of labels': [
    [
      'MATCH (n:County|Municipality) RETURN n.id AS id',
      'MATCH (n:Place) WHERE n:County OR n:Municipality RETURN n.id AS id',
    ],
    [
      'MATCH (n:Place) WHERE n:County|Country RETURN n.id AS id',
      'MATCH (n)-[r:IN_COUNTY|IN_COUNTRY*0..2]->(m) RETURN m.id AS id',
    ],
    [
      'MATCH (n:County&Place) RETURN n.id AS id',
      'MATCH (n:County:Place) RETURN [(n)-[:SERVES]->(s:Sector) | s.id] AS ids',
    ],
  ],
  'a label negated': [['MATCH (n:!County) RETURN n.id AS id', 'MATCH (n:Place) WHERE NOT n:County RETURN n.id AS id']],
  'a dynamic label': [['MATCH (n:$($label)) RETURN n.id AS id', 'MATCH (n:Firm {id: $id}) RETURN n.id AS id']],
  'a quantified pattern': [
    [
      'MATCH ((a:Firm)-[:SUPPLIES]->(b:Firm)){1,3} RETURN count(*) AS paths',
      'MATCH (a:Firm)-[:SUPPLIES*1..3]->(b) RETURN count(*) AS paths',
    ],
    [
      'MATCH (a:Firm)-[:SUPPLIES]->+(b:Firm) RETURN b.id AS id',
      'MATCH (a:Firm) RETURN avg(a.x) + (max(a.y) + 1) AS total',
    ],
    ['MATCH ((a)-[:SUPPLIES]->(b))+ RETURN 1 AS one', 'MATCH (a)-[:SUPPLIES*1..2]->(b) RETURN b {.*} AS firm'],
  ],
  SHORTEST: [
    [
      'MATCH p = SHORTEST 1 (a)-[:SUPPLIES]->(b) RETURN length(p) AS steps',
      'MATCH p = shortestPath((a)-[:SUPPLIES*1..3]->(b)) RETURN length(p) AS steps',
    ],
  ],
  'OPTIONAL CALL': [
    [
      'MATCH (n) OPTIONAL CALL (n) { MATCH (n)-->(m) RETURN m } RETURN m.id AS id',
      'MATCH (n) CALL (n) { MATCH (n)-[:OFFERS]->(m) RETURN collect(m.id) AS ids } RETURN ids',
    ],
  ],
  'LIMIT or SKIP of an expression': [
    ['MATCH (n) RETURN n.id AS id LIMIT $first + 1', 'MATCH (n) RETURN n.id AS id LIMIT $limit'],
    [
      'MATCH (n) RETURN n.id AS id SKIP toInteger($skip)',
      'CALL () { MATCH (n) WITH n ORDER BY n.id LIMIT 5 RETURN collect(n.id) AS ids } RETURN ids',
    ],
  ],
  'percentileDisc, stDev, round, toString': [
    ['MATCH (n) RETURN round(n.value) AS value', 'MATCH (n) RETURN n.value AS value'],
    ['MATCH (n) RETURN percentileDisc(n.value, 0.5) AS middle', 'MATCH (n) RETURN collect(n.value) AS round'],
    ['MATCH (n) RETURN stDev(n.value) AS spread', 'MATCH (n) RETURN avg(n.value) AS mean'],
    ['MATCH (n) RETURN toString(n.value) AS text', 'MATCH (n) RETURN toLower(n.name) AS text'],
  ],
  'a regular expression': [
    ["MATCH (n) WHERE n.name =~ 'å.*' RETURN n.id AS id", "MATCH (n) WHERE n.name STARTS WITH 'å' RETURN n.id AS id"],
  ],
  'dates and points of Cypher': [
    ['MATCH (n) WHERE date(n.from) < $day RETURN n.id AS id', 'MATCH (n) WHERE n.from < $day RETURN n.id AS id'],
    ['RETURN datetime.realtime() AS now', "RETURN 'date(x)' AS text"],
    ['RETURN point({x: 1, y: 2}) AS place', 'RETURN {x: 1, y: 2} AS place'],
  ],
  'IN []': [['MATCH (n) WHERE n.id IN [] RETURN n.id AS id', 'MATCH (n) WHERE n.id IN $ids RETURN n.id AS id']],
  'NOT x IN list': [
    ['MATCH (n) WHERE NOT n.id IN $seen RETURN n.id AS id', 'MATCH (n) WHERE n.id IN $ids RETURN n.id AS id'],
    ["MATCH (n) WHERE NOT (n.kind IN ['A']) RETURN n.id AS id", "MATCH (n) WHERE n.kind <> 'A' RETURN n.id AS id"],
  ],
  'a place counted from the end': [
    ['MATCH (n) RETURN n.list[-1] AS last', 'MATCH (n) RETURN n.list[0] AS head'],
    ['MATCH (n) RETURN n.list[0..-1] AS most', 'MATCH (n) RETURN n.list[0..2] AS two'],
  ],
  'text added to a list': [["RETURN ['a'] + 'b' AS list", "RETURN ['a'] + ['b'] AS list"]],
  'a path without a bound, or of more than four steps': [
    ['MATCH (a)-[:PART_OF*]->(b) RETURN b.id AS id', 'MATCH (a)-[:PART_OF*0..4]->(b) RETURN count(*) AS paths'],
    ['MATCH (a)-[:PART_OF*2..]->(b) RETURN b.id AS id', 'MATCH (a)-[:PART_OF*2]->(b) RETURN b.id AS id'],
    [
      'MATCH (a)-[:PART_OF*1..5]->(b) RETURN b.id AS id',
      'MATCH (a)-[:PART_OF]->(b) RETURN b {.*, twice: b.value * 2} AS node',
    ],
  ],
  'an aggregate in a map or slice': [
    ['MATCH (n) RETURN {total: count(n)} AS row', 'MATCH (n) WITH count(n) AS total RETURN {total: total} AS row'],
    [
      'MATCH (n) RETURN collect(n.id)[0..count(n)] AS ids',
      'CALL () { MATCH (n) RETURN collect({id: n.id}) AS all } RETURN all[0] AS first',
    ],
  ],
  'a sum of what may all be null': [
    ['MATCH (n:Claim) RETURN sum(n.value) AS total', 'MATCH (n:Claim) RETURN coalesce(sum(n.value), 0) AS total'],
  ],
  'a list from a pattern of what may be null': [
    [
      'MATCH (a) RETURN [(a)-[:SERVES]->(s:SizeClass) | s.code] AS codes',
      'MATCH (a) RETURN [(a)-[:SERVES]->(s:SizeClass) WHERE s.code IS NOT NULL | s.code] AS codes',
    ],
  ],
  'MERGE on null': [['MERGE (n:Firm {id: null})', 'MERGE (n:Firm {id: $id})']],
  'a list predicate over what may be null': [
    [
      "MATCH (n) WHERE any(x IN n.list WHERE x = 'a') RETURN n.id AS id",
      "MATCH (n) WHERE any(x IN coalesce(n.list, []) WHERE x = 'a') RETURN n.id AS id",
    ],
  ],
  'a relationship of any type to any node': [
    ['MATCH (f:Firm)-[tie]-() RETURN count(tie) AS ties', 'MATCH (f:Firm)-[tie]-(:Entity) RETURN count(tie) AS ties'],
    [
      'MATCH ()-[tie]->(:Entity) RETURN count(tie) AS ties',
      'MATCH ()-[tie:OFFERS|FUNDS]->() RETURN count(tie) AS ties',
    ],
    [
      'MATCH (f:Firm) WHERE NOT EXISTS { (f)--() } RETURN f.id AS id',
      'MATCH (f:Firm) MATCH (e:Entity {id: $id}) WHERE NOT EXISTS { (f)--(e) } RETURN f.id AS id',
    ],
    [
      'MATCH (f:Firm)-->(end) RETURN end.id AS id',
      'MATCH (f:Firm) WITH f AS firm MATCH (firm)-->(:Need {id: $id}) RETURN firm.id AS id',
    ],
  ],
  'two relationships in one pattern': [
    [
      'MATCH (a)-[:OFFERS]->(b)-[:ADDRESSES]->(c) RETURN c.id AS id',
      'MATCH (a)-[:OFFERS]->(b) MATCH (b)-[:ADDRESSES]->(c) RETURN c.id AS id',
    ],
    [
      'MATCH (a)-[:OFFERS]->(b), (b)-[:ADDRESSES]->(c) RETURN c.id AS id',
      'MATCH (a)-[:OFFERS|FUNDS {key: $key}]->(b), (c:Need {id: $id}) RETURN c.id AS id',
    ],
    [
      'MATCH (a) WHERE EXISTS { (a)-->(b)<--(c) } RETURN a.id AS id',
      'MATCH (a) WHERE EXISTS { MATCH (a)-[:OFFERS]->(b) MATCH (b)<-[:OFFERS]-(c) } RETURN a.id AS id',
    ],
    [
      'MATCH (a) RETURN [(a)-[:OFFERS]->(b)-[:ADDRESSES]->(c) | c.id] AS ids',
      'MATCH (a) RETURN [(a)-[:OFFERS]->(b) | b.id] AS ids, (a.x) - (a.y) AS rest',
    ],
  ],
  'OPTIONAL MATCH with EXISTS or COUNT': [
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE EXISTS { MATCH (b)-->(c) } RETURN b.id AS id',
      'MATCH (a) CALL (a) { MATCH (a)-[:OFFERS]->(b) WHERE EXISTS { MATCH (b)-[:OFFERS]->(c) } RETURN collect(b.id) AS ids } RETURN ids',
    ],
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE COUNT { (b)-->(c) } > 2 RETURN b.id AS id',
      'MATCH (a) OPTIONAL MATCH (a)-[:OFFERS]->(b) WHERE b.x > 2 RETURN b.id AS id, count(*) AS rows',
    ],
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE NOT EXISTS { (b)-->(c) } RETURN b.id AS id',
      'MATCH (a) WHERE NOT EXISTS { (a)-[:OFFERS]->(c) } RETURN a.id AS id',
    ],
  ],
  'OPTIONAL MATCH of a shortest path': [
    [
      'MATCH (a), (b) OPTIONAL MATCH p = shortestPath((a)-[:SUPPLIES*1..3]->(b)) RETURN length(p) AS steps',
      'MATCH p = shortestPath((a)-[:SUPPLIES*1..3]->(b)) RETURN length(p) AS steps',
    ],
  ],
  'OPTIONAL MATCH in a subquery or after UNWIND': [
    [
      'UNWIND $ids AS id OPTIONAL MATCH (n:Need {id: id}) RETURN n.id AS id',
      'UNWIND $ids AS id MATCH (n:Need {id: id}) RETURN n.id AS id',
    ],
    [
      'MATCH (a) CALL (a) { OPTIONAL MATCH (a)-->(b) RETURN collect(b.id) AS ids } RETURN ids',
      'MATCH (a) CALL (a) { MATCH (a)-[:OFFERS]->(b) RETURN collect(b.id) AS ids } RETURN ids',
    ],
  ],
  'SET or DELETE of what may be null': [
    ['MATCH (a:Firm) OPTIONAL MATCH (a)-->(b) SET b.x = 1', 'MATCH (a:Firm) MATCH (a)-[:OFFERS]->(b) SET b.x = 1'],
    [
      'MATCH (a:Firm) OPTIONAL MATCH (a)-[r]->(b) DELETE r',
      'MATCH (a:Firm) OPTIONAL MATCH (a)-[r:OFFERS]->(b) DELETE a',
    ],
  ],
  'a map of what may be null': [
    [
      'MATCH (a) OPTIONAL MATCH (a)-->(b) RETURN b {.id} AS other',
      'MATCH (a) OPTIONAL MATCH (a)-[:OFFERS]->(b) RETURN CASE WHEN b IS NULL THEN null ELSE b {.id} END AS other',
    ],
  ],
  'a whole node or relationship through CASE or coalesce': [
    ['MATCH (a)-[r]->(b) RETURN coalesce(r, b) AS x', 'MATCH (a)-[r:OFFERS]->(b) RETURN coalesce(r.key, b.id) AS x'],
    [
      'MATCH (a)-[r]->(b) WITH CASE WHEN a.x THEN a ELSE b END AS n SET n.y = 1',
      'MATCH (a)-[r:OFFERS]->(b) RETURN CASE WHEN a.x THEN a.id ELSE b {.id} END AS n',
    ],
  ],
  'SET of a property to more than it was': [
    [
      'MATCH (a)-->(b) SET b.count = b.count + 1',
      'MATCH (a)-[:OFFERS]->(b) WITH b, count(*) AS more SET b.count = more',
    ],
    [
      'MATCH (a)-->(b) SET b.count = coalesce(b.count, 0) + 1',
      'UNWIND $rows AS row MERGE (b:Entity {id: row.id}) SET b += row.properties',
    ],
  ],
}

it('has examples for every rule', () => {
  expect(Object.keys(examples).toSorted()).toEqual(cypherRules.map(({ name }) => name).toSorted())
})

const cases = Object.entries(examples).flatMap(([rule, pairs]) =>
  pairs.map(([refused, instead]) => ({ rule, refused, instead })),
)

it.each(cases)('$rule: refuses $refused', ({ rule, refused, instead }) => {
  expect(forbiddenForms(refused).map((finding) => finding.rule)).toContain(rule)
  expect(forbiddenForms(instead)).toEqual([])
})

it('says where', () => {
  expect(forbiddenForms('MATCH (n:Need)\nRETURN COLLECT { MATCH (n) RETURN n.id } AS ids')).toEqual([
    {
      rule: 'COLLECT { }',
      place: 'line 2: COLLECT { MATCH (n) RETURN n.id } AS ids',
      instead: 'CALL (x) { … RETURN collect(…) AS list }',
    },
  ])
})

it('reads no rule into text and comments', () => {
  expect(
    forbiddenForms("MATCH (n) WHERE n.name = 'match labels(n) COLLECT { round(' // LIMIT 1 + 1\nRETURN n.id AS id"),
  ).toEqual([])
})

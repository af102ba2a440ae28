/**
 * The last day on which somebody confirmed an entity or stated here what is shown of it, as a Cypher expression; null where
 * nobody has.
 * @param entity the node's variable.
 */
export const lastConfirmed = (entity: string): string =>
  `CASE
    WHEN ${entity}.recordedAt > coalesce(${entity}.confirmedOn, '') AND
      size([(${entity})-[said:STATED_IN]->(page:Source)
        WHERE said.key IS NOT NULL AND said.key = 'says' AND said.recordedAt = ${entity}.recordedAt | said.key]) > 0
      THEN substring(${entity}.recordedAt, 0, 10)
    ELSE ${entity}.confirmedOn END`

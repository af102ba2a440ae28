/** The run of the report's own setting, which is there in every graph. */
export const REPORT_RUN = 'run:report'

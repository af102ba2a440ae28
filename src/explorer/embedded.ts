/** Whether the pages stand in a frame of another site, to be read there alone: said by the address that they were opened at. */
export const isEmbedded = new URLSearchParams(location.search).get('embed') === '1'

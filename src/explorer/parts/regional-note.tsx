/** What location quotients give in the place of what a figure takes for granted, beside it, in the API's own sentence. */
export const RegionalNote = ({ text }: { readonly text: string }) => <p class="regional-note">{text}</p>

/** What is wrong with a field, read out as it comes. */
export const Wrong = ({ id, words }: { readonly id?: string; readonly words: string }) => (
  <p class="fault" role="alert" {...(id === undefined ? {} : { id })}>
    {words}
  </p>
)

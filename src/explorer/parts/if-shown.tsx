import { Component, type ComponentChildren } from 'preact'

interface Props {
  /** The address that is shown. */
  readonly at: string
  /** What stands there in place of what cannot be shown. */
  readonly instead: ComponentChildren
  readonly children: ComponentChildren
}

/** What stands at an address, or words in its place where it cannot be shown: a page is never left empty. */
export class IfShown extends Component<Props, { readonly failedAt: string | null }> {
  override state = { failedAt: null }

  override componentDidCatch(error: unknown): void {
    // It is a fault of the pages, and told as others are.
    console.error(error)
    this.setState({ failedAt: this.props.at })
  }

  override render({ at, instead, children }: Props): ComponentChildren {
    return this.state.failedAt === at ? instead : children
  }
}

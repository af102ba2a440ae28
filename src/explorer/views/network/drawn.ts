import type { RefObject } from 'preact'
import type { Line } from './lines.js'
import type { ShownEdge, ShownNode } from './shown.js'

/** A node as it is drawn. */
export interface DrawnNode extends ShownNode {
  /** A colour as the page's style sheet names it, such as `--actor`. */
  readonly colour: string
  readonly isStart: boolean
}

/** The way that is marked of those between two: its nodes in order, and its lines by their keys. */
export interface Marked {
  readonly nodes: readonly string[]
  readonly lines: ReadonlySet<string>
}

/** What can be done with a drawing from beside it. */
export interface Drawing {
  /** Shows it so many times as large. */
  zoom(by: number): void
  /** Shows all of it. */
  fit(): void
  /** What is shown now, as it is saved; whether it stands in the page already. */
  picture(): { readonly svg: SVGSVGElement; readonly isShown: boolean } | null
}

/** What a drawing is of, whatever draws it. */
export interface DrawingProps {
  /** What it shows, for who does not see it. */
  readonly label: string
  readonly nodes: readonly DrawnNode[]
  readonly lines: readonly Line<ShownEdge>[]
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>
  /** The ways between two, as ids of their nodes; none where what lies around some is drawn. */
  readonly ways: readonly (readonly string[])[]
  readonly marked: Marked | null
  /** The node that stands out with its neighbours. */
  readonly focus: string | null
  /** Told which node is pointed at. */
  readonly onPoint: (id: string | null) => void
  readonly onChoose: (id: string) => void
  readonly drawing: RefObject<Drawing>
}

/** Whether a node stands back while another is looked at. */
export const standsBack = (id: string, { focus, neighbours }: Pick<DrawingProps, 'focus' | 'neighbours'>): boolean =>
  focus !== null && id !== focus && neighbours.get(focus)?.has(id) !== true

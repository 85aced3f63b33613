/** Where the reader is in a template: into which run of text a value goes, and which chip is being looked at. */
import { createContext } from 'preact'

export interface Held {
  insert(source: string): void
  readonly root: HTMLElement | null
}

export interface PlaceInTemplate {
  hold(held: Held): void
  /** Whether the check warns of a name in a chip, by what the chip stands for. */
  isWrong(source: string): boolean
  /** @param changed to be called when the chip says something else */
  editChip(chip: HTMLElement, changed: () => void): void
}

export const Place = createContext<PlaceInTemplate | undefined>(undefined)

/**
 * A decision file opened to be changed and written again: whatever is not changed stays, unknown extensions and the drawing
 * included. What is in it is judged by read.ts.
 */
import { DmnModdle, type Definitions, type Node } from 'dmn-moddle'

export type {
  Decision,
  DecisionRule,
  DecisionTable,
  Definitions,
  InformationRequirement,
  InputClause,
  InputData,
  LiteralExpression,
  Named,
  Node,
  OutputClause,
  Reference,
  Text,
  UnaryTests,
  Variable,
} from 'dmn-moddle'

/** The same tree with nothing fixed; undefined takes away what may be absent. */
export type Editable<T> = T extends readonly (infer Item)[]
  ? Editable<Item>[]
  : T extends object
    ? {
        -readonly [Key in keyof T]: Editable<T[Key]> | (Pick<Partial<T>, Key> extends Pick<T, Key> ? undefined : never)
      }
    : T

export type EditableDefinitions = Editable<Definitions>

export interface DmnDraft {
  readonly root: EditableDefinitions
  /** The same, to be read. */
  readonly definitions: Definitions
  /** A new element, "dmn:DecisionRule"; the caller puts it in its place. */
  create<T extends Node>(type: T['$type'], properties: Readonly<Record<string, unknown>>): Editable<T>
  xml(): Promise<string>
}

/** @returns undefined where the text is no DMN file */
export async function openDmn(xml: string): Promise<DmnDraft | undefined> {
  const moddle = new DmnModdle()
  try {
    const { rootElement } = await moddle.fromXML(xml)
    return {
      root: rootElement as EditableDefinitions,
      definitions: rootElement,
      create: <T extends Node>(type: T['$type'], properties: Readonly<Record<string, unknown>>) =>
        moddle.create(type, properties) as unknown as Editable<T>,
      xml: async () => (await moddle.toXML(rootElement, { format: true })).xml,
    }
  } catch {
    return undefined
  }
}

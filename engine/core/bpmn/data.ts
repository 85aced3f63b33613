/**
 * Data in a drawing: data objects, properties, inputs and outputs of steps, and the dotted arrows between them.
 *
 * A data object is the variable of its name; its states and its type are for readers. A dotted arrow is executed where it
 * says what is copied: with a transformation or assignments, or from one named end to another. Between a data object and
 * a step as a whole, as modellers draw it, it is for readers too: the step sees the variable anyway. A data store lives
 * outside the case and is reached by service tasks; nothing is copied from or to one.
 */
import type { Node } from './diagram.ts'
import { childOf, childrenOf, isElement, propertiesOf, textOf, type ModdleElement } from './element.ts'

export interface DataMapping {
  readonly at: ModdleElement
  /** As written, with "=" before FEEL. */
  readonly source: string
  readonly target: string
}

/** A property of a process or activity: a variable from its beginning on. */
export interface Property {
  readonly element: ModdleElement
  readonly name: string
  /** FEEL after "=", or plain text. */
  readonly otherwise: string | undefined
}

/** Modellers need an end for an arrow to the step as a whole, and invent this one. */
const PLACEHOLDER = '__targetRef_placeholder'

export const propertiesIn = (node: Node): readonly Property[] =>
  childrenOf(node.element, 'properties').flatMap((element) => {
    const name = textOf(element, 'name')?.trim() ?? ''
    return name === PLACEHOLDER ? [] : [{ element, name, otherwise: propertiesOf(element).get('masar:default') }]
  })

export const inputsOf = (node: Node): readonly DataMapping[] =>
  childrenOf(node.element, 'dataInputAssociations').flatMap(mappingsOf)

export const outputsOf = (node: Node): readonly DataMapping[] =>
  childrenOf(node.element, 'dataOutputAssociations').flatMap(mappingsOf)

export const associationsOf = (node: Node): readonly ModdleElement[] => [
  ...childrenOf(node.element, 'dataInputAssociations'),
  ...childrenOf(node.element, 'dataOutputAssociations'),
]

export const endsOf = (association: ModdleElement): readonly ModdleElement[] => {
  const target = childOf(association, 'targetRef')
  return [...sourcesOf(association), ...(target ? [target] : [])]
}

/** Name of the variable a data object, property, input or output stands for. */
export const variableOf = (item: ModdleElement | undefined): string =>
  (textOf(item, 'name') ?? textOf(childOf(item, 'dataObjectRef'), 'name') ?? '').trim()

function sourcesOf(association: ModdleElement): readonly ModdleElement[] {
  const sources = association.get('sourceRef')
  return Array.isArray(sources) ? sources.filter(isElement) : []
}

/** Nothing where the arrow only shows readers what goes where. */
function mappingsOf(association: ModdleElement): readonly DataMapping[] {
  const assignments = childrenOf(association, 'assignment')
  const target = childOf(association, 'targetRef')
  const transformation = textOf(childOf(association, 'transformation'), 'body')
  if (assignments.length > 0) return assignments.map((one) => assigned(association, one))
  if (transformation !== undefined) return [{ at: association, source: transformation, target: variableOf(target) }]
  const [source] = sourcesOf(association)
  if (!source || !target || variableOf(target) === PLACEHOLDER) return []
  return [{ at: association, source: `=${variableOf(source)}`, target: variableOf(target) }]
}

function assigned(association: ModdleElement, assignment: ModdleElement): DataMapping {
  const to = textOf(childOf(assignment, 'to'), 'body') ?? ''
  return {
    at: association,
    source: textOf(childOf(assignment, 'from'), 'body') ?? '',
    target: to.trim().replace(/^=\s*/, ''),
  }
}

/** The collection a plain multi-instance activity goes through, as an expression: what fills its data input, or that itself. */
export function loopInputOf(node: Node): string | undefined {
  const input = childOf(childOf(node.element, 'loopCharacteristics'), 'loopDataInputRef')
  if (!input) return undefined
  const filled = childrenOf(node.element, 'dataInputAssociations').find((it) => childOf(it, 'targetRef') === input)
  return (filled && mappingsOf(filled)[0]?.source) ?? `=${variableOf(input)}`
}

/** The variable its results are collected in: what its data output goes to, or that itself. */
export function loopOutputOf(node: Node): string | undefined {
  const output = childOf(childOf(node.element, 'loopCharacteristics'), 'loopDataOutputRef')
  if (!output) return undefined
  const taken = childrenOf(node.element, 'dataOutputAssociations').find((it) => sourcesOf(it).includes(output))
  return (taken && mappingsOf(taken)[0]?.target) ?? variableOf(output)
}

/** Associations that fill or empty the loop as a whole are not those of each instance. */
export function ofInstances(node: Node, mappings: readonly DataMapping[]): readonly DataMapping[] {
  const loop = childOf(node.element, 'loopCharacteristics')
  const ends = [childOf(loop, 'loopDataInputRef'), childOf(loop, 'loopDataOutputRef')]
  return mappings.filter(({ at }) => !endsOf(at).some((end) => ends.includes(end)))
}

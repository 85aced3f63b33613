/** The types a decision file defines for itself (item definitions), beside those of FEEL. */
import type { ItemDefinition } from 'dmn-moddle'
import { within, type Findings, type Place } from './finding.ts'
import { metered, type Metered } from './metered.ts'
import { BUILT_IN, contextOf, listOf, restricted, type Type } from './type.ts'

export class Types {
  readonly findings: Findings
  private readonly defined = new Map<string, ItemDefinition>()
  private readonly made = new Map<string, Type>()
  /** Names being resolved just now: meeting one again is a circle. */
  private readonly open = new Set<string>()

  constructor(definitions: readonly ItemDefinition[], findings: Findings) {
    this.findings = findings
    for (const definition of definitions) {
      const name = definition.name ?? ''
      if (this.defined.has(name) || BUILT_IN.has(name)) findings.add('ambiguous', placeOf(definition), name)
      this.defined.set(name, definition)
    }
    for (const [name, definition] of this.defined) this.resolve(name, placeOf(definition))
  }

  /** @returns undefined where no type is declared, or after a finding */
  resolve(reference: string | undefined, place: Place): Type | undefined {
    if (reference === undefined || reference === '') return undefined
    const name = reference.replace(/^feel:/, '')
    const known = BUILT_IN.get(name) ?? this.made.get(name)
    if (known !== undefined) return known
    const definition = this.defined.get(name)
    if (definition === undefined) return void this.findings.add('unknown-type', place, name)
    if (this.open.size >= DEEPEST)
      return void this.findings.add('too-large', place, `types nested more than ${String(DEEPEST)} deep`)
    if (this.open.has(name)) return void this.findings.add('cycle', place, [...this.open, name].join(' → '))
    this.open.add(name)
    const type = this.make(definition, placeOf(definition))
    this.open.delete(name)
    this.made.set(name, type)
    return type
  }

  private make(definition: ItemDefinition, place: Place): Type {
    if (definition.functionItem !== undefined) this.findings.add('unsupported', place, 'a function type')
    if (definition.typeLanguage !== undefined && !/FEEL/i.test(definition.typeLanguage))
      this.findings.add('unsupported', place, `the type language ${definition.typeLanguage}`)
    const base = this.base(definition, place)
    const allowed = this.allowed(definition, place)
    const one = allowed === undefined ? base : restricted(base, allowed)
    return definition.isCollection === true ? listOf(one) : one
  }

  private base(definition: ItemDefinition, place: Place): Type {
    const components = definition.itemComponent ?? []
    if (components.length === 0) return this.resolve(definition.typeRef, place) ?? ANY
    return contextOf(new Map(components.map((part) => [part.name ?? '', this.make(part, step(place, part))])))
  }

  private allowed(definition: ItemDefinition, place: Place): Metered | undefined {
    const text = definition.allowedValues?.text?.trim() ?? ''
    if (text === '') return undefined
    const tests = metered(text, 'unary tests', [])
    if (typeof tests === 'string') return void this.findings.add('syntax', place, tests)
    if (tests.names.length === 0) return tests
    return void this.findings.add('unknown-name', place, tests.names.join(', '))
  }
}

const DEEPEST = 64

const ANY: Type = { conform: (value) => value }

const NOWHERE: Place = { id: undefined, words: { en: '', ar: '' } }

const placeOf = (definition: ItemDefinition): Place => step(NOWHERE, definition)

const step = (place: Place, definition: ItemDefinition): Place =>
  within(place, definition.id, `type "${definition.name ?? ''}"`, `النوع «${definition.name ?? ''}»`)

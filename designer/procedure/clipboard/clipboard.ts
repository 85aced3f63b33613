/** The clipboard of the canvas: the browser's own store, so that what is copied in one package is there in every other. */
import type { EventBus, Meaning, Moddle } from '../canvas/model.ts'
import { EXTENSIONS } from '../../../engine/core/bpmn/vocabulary.ts'
import { read, written } from './carried.ts'

const KEY = 'masar:copied-steps'

export class Clipboard {
  static readonly $inject = ['moddle']
  readonly #moddle: Moddle
  /** Where the browser keeps nothing (a full store, a private window), at least this drawing has it. */
  #text: string | undefined

  constructor(moddle: Moddle) {
    this.#moddle = moddle
  }

  get(): unknown {
    const text = this.#read()
    return text === undefined ? undefined : read(text, this.#moddle)
  }

  set(copied: unknown): void {
    this.#text = written(copied)
    try {
      localStorage.setItem(KEY, this.#text)
    } catch {
      // kept in this drawing
    }
  }

  clear(): unknown {
    const copied = this.get()
    this.#text = undefined
    localStorage.removeItem(KEY)
    return copied
  }

  isEmpty(): boolean {
    return this.#read() === undefined
  }

  #read(): string | undefined {
    return localStorage.getItem(KEY) ?? this.#text
  }
}

interface CopiedProperty {
  readonly parent?: Meaning
  readonly property?: unknown
  readonly propertyName?: string
}

/** What a step of one kind cannot have is not carried over when it becomes another kind; what we do not know, is. */
export class CarriedExtensions {
  static readonly $inject = ['eventBus', 'moddle']

  constructor(bus: EventBus, moddle: Moddle) {
    bus.on<CopiedProperty>('moddleCopy.canCopyProperty', 1500, ({ parent, property }) => {
      if (parent?.$type !== 'bpmn:ExtensionElements' || !isMeaning(property)) return undefined
      if (moddle.getElementDescriptor(property).isGeneric) return read(written(property), moddle)
      if (!property.$type.startsWith('zeebe:') || property.$type === 'zeebe:Properties') return undefined
      const on = parent.$parent?.$type ?? ''
      return EXTENSIONS[on]?.includes(property.$type) === false ? false : undefined
    })
  }
}

const isMeaning = (value: unknown): value is Meaning => typeof value === 'object' && value !== null && '$type' in value

export const clipboardModule = {
  __init__: ['carriedExtensions'],
  clipboard: ['type', Clipboard],
  carriedExtensions: ['type', CarriedExtensions],
}

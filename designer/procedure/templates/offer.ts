/** What may be put into a procedure to reach outside: the connectors of Masar, and every operation that another agency offers; found by words of either language. */
import { bilingual } from '../../../engine/core/bilingual.ts'
import { folded } from '../../../engine/core/spelling.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { BusTemplates } from '../properties/connector.ts'
import { SHIPPED, type Template } from './template.ts'

export interface Offer {
  readonly template: Template
  readonly title: Text
  readonly about: Text
  /** Of operations on the bus: whose they are, by the name the bus has for them. */
  readonly provider?: string
  /** Its provider does not let this agency call it yet. */
  readonly isClosed: boolean
  readonly words: string
}

export function offersIn(bus: BusTemplates): readonly Offer[] {
  const own = SHIPPED.map((template) => offerOf(template, undefined, false))
  const others = [...bus.values()].map(({ template, service }) =>
    offerOf(template, service.provider.name || service.provider.id, !service.allowed),
  )
  return [...own, ...others]
}

function offerOf(template: Template, provider: string | undefined, isClosed: boolean): Offer {
  const { name, description = '', keywords = [], id } = template
  const words = plain([name, description, provider ?? '', id, ...keywords].join(' '))
  const known = { template, title: bilingual(name), about: bilingual(description), isClosed, words }
  return provider === undefined ? known : { ...known, provider }
}

/** Every word somewhere in it, however it is spelt. */
export function matching(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = plain(typed).split(' ').filter(Boolean)
  return offers.filter(({ words }) => wanted.every((it) => words.includes(it)))
}

const plain = (text: string): string => folded(text)

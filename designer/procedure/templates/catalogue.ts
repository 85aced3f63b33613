/** The bus's catalogue as the browser has it: asked for once when somebody first wants it, anew when they say so. */
import { useEffect, useState } from 'preact/hooks'
import type { OfferedServices } from '../../../engine/core/service-catalogue.ts'
import { ask, type Answer } from '../../server/client.ts'
import type { BusTemplates } from '../properties/connector.ts'
import { busTemplate } from './bus-template.ts'

export interface Offered extends Omit<OfferedServices, 'asOf'> {
  /** ISO 8601. */
  readonly asOf: string
}

export type CatalogueState =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'offered'; readonly offered: Offered; readonly bus: BusTemplates }
  | { readonly kind: 'failed'; readonly title?: string; readonly detail?: string }

let state: CatalogueState = { kind: 'unasked' }
const hearers = new Set<() => void>()

const become = (next: CatalogueState): void => {
  state = next
  for (const hear of hearers) hear()
}

export async function askBus(again = false): Promise<void> {
  if (state.kind === 'asking' || (state.kind === 'offered' && !again)) return
  become({ kind: 'asking' })
  become(stateOf(await ask<Offered>(`/databus/services${again ? '?again=true' : ''}`)))
}

function stateOf(answer: Answer<Offered>): CatalogueState {
  if (answer.kind === 'refused') return { kind: 'failed', title: answer.refusal.title, detail: answer.refusal.detail }
  if (answer.kind === 'unreachable') return { kind: 'failed' }
  const templates = answer.value.services.flatMap((service) =>
    service.operations.map((operation) => busTemplate(service, operation)),
  )
  return { kind: 'offered', offered: answer.value, bus: new Map(templates.map((it) => [it.template.id, it])) }
}

export const catalogue = (): CatalogueState => state

/** @param wanted asks the bus where nobody has yet */
export function useCatalogue(wanted: boolean): CatalogueState {
  const [now, setNow] = useState(state)
  useEffect(() => {
    const hear = (): void => setNow(state)
    hearers.add(hear)
    hear()
    if (wanted && state.kind === 'unasked') void askBus()
    return () => void hearers.delete(hear)
  }, [wanted])
  return now
}

const NONE: BusTemplates = new Map()

export const templatesOf = (now: CatalogueState): BusTemplates => (now.kind === 'offered' ? now.bus : NONE)

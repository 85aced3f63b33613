/** Connectors in the palette and in the menus that make, append and replace steps: found by words of either language, other agencies' services behind one entry that opens the catalogue. */
import type { Language } from '../../../engine/core/text.ts'
import type { Create } from '../properties/editing.ts'
import { is, type AutoPlace, type Element, type ElementFactory, type EventBus } from '../canvas/model.ts'
import { catalogue, templatesOf } from './catalogue.ts'
import { offersIn, type Offer } from './offer.ts'
import { canFollow, stepOf } from './step.ts'
import { CONNECTOR_WORDS } from './words.ts'

/** The catalogue is wanted: to append behind an element, to give to one, or to put anywhere. */
export const CHOOSE = 'connectors.choose'

export interface Choosing {
  readonly kind: 'append' | 'give' | 'put'
  readonly element?: Element
  /** What is given is a connector of Masar that was chosen already. */
  readonly offer?: Offer
}

interface MenuEntry {
  readonly label: string
  readonly description?: string
  readonly className: string
  readonly group: { readonly id: string; readonly name: string }
  readonly search: string
  readonly action: { readonly click: (event: Event) => void; readonly dragstart?: (event: Event) => void }
}

type MenuEntries = Readonly<Record<string, MenuEntry>>

interface Menu {
  registerProvider(id: string, provider: { getPopupMenuEntries(element: Element): MenuEntries }): void
  close(): void
}

interface Palette {
  registerProvider(provider: { getPaletteEntries(): object }): void
}

interface Making {
  start(event: Event, shape: Element, context?: { readonly source: Element }): void
}

interface Services {
  readonly menu: Menu
  readonly making: Making
  readonly place: AutoPlace
  readonly step: (offer: Offer) => Element
  readonly choose: (choosing: Choosing) => void
  readonly language: () => Language
}

type InMenus = (services: Services, palette: Palette) => void

const register: InMenus = ({ menu, making, place, step, choose, language }, palette) => {
  const start =
    (offer: Offer, source?: Element) =>
    (event: Event): void =>
      making.start(event, step(offer), source && { source })
  const append = (offer: Offer, source: Element) => (): void => {
    menu.close()
    place.append(source, step(offer))
  }
  menu.registerProvider('bpmn-create', {
    getPopupMenuEntries: () =>
      entries(language(), { kind: 'put' }, choose, (offer) => ({ click: start(offer), dragstart: start(offer) })),
  })
  menu.registerProvider('bpmn-append', {
    getPopupMenuEntries: (element) =>
      canFollow(element)
        ? entries(language(), { kind: 'append', element }, choose, (offer) => ({
            click: append(offer, element),
            dragstart: start(offer, element),
          }))
        : {},
  })
  menu.registerProvider('bpmn-replace', {
    getPopupMenuEntries: (element) =>
      is(element, 'bpmn:Task')
        ? entries(language(), { kind: 'give', element }, choose, (offer) => ({
            click: () => choose({ kind: 'give', element, offer }),
          }))
        : {},
  })
  palette.registerProvider({
    getPaletteEntries: () => ({
      'masar-connector': {
        group: 'activity',
        className: 'palette-connector',
        title: CONNECTOR_WORDS.choose[language()],
        action: { click: () => choose({ kind: 'put' }) },
      },
    }),
  })
}

/** @param language of the reader while this canvas stands */
export const connectorModule = (language: () => Language) => ({
  __init__: [
    [
      'popupMenu',
      'palette',
      'create',
      'autoPlace',
      'elementFactory',
      'bpmnFactory',
      'eventBus',
      (
        menu: Menu,
        palette: Palette,
        making: Making,
        place: AutoPlace,
        shapes: ElementFactory,
        meanings: { create: Create },
        bus: EventBus,
      ): void => {
        const step = ({ template }: Offer): Element =>
          stepOf(template, (type, values) => meanings.create(type, values), shapes)
        const choose = (choosing: Choosing): void => {
          menu.close()
          bus.fire(CHOOSE, choosing)
        }
        register({ menu, making, place, step, choose, language }, palette)
      },
    ],
  ],
})

function entries(
  language: Language,
  choosing: Choosing,
  choose: (choosing: Choosing) => void,
  act: (offer: Offer) => MenuEntry['action'],
): MenuEntries {
  const group = { id: 'masar-connectors', name: CONNECTOR_WORDS.connector[language] }
  const offers = offersIn(templatesOf(catalogue())).map((offer) => {
    const entry: MenuEntry = {
      label: offer.title[language],
      description: offer.provider === undefined ? offer.about[language] : (offer.template.description ?? ''),
      className: 'bpmn-icon-service-task',
      group,
      search: offer.words,
      action: act(offer),
    }
    return [`masar-${offer.template.id}`, entry] as const
  })
  const all: MenuEntry = {
    label: CONNECTOR_WORDS.askAgency[language],
    className: 'bpmn-icon-service-task',
    group,
    search: `${CONNECTOR_WORDS.agencies.ar} ${CONNECTOR_WORDS.agencies.en}`,
    action: { click: () => choose(choosing) },
  }
  return Object.fromEntries([['masar-agencies', all], ...offers])
}

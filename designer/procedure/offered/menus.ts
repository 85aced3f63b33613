/** Takes out of the palette and menus of bpmn-js what the engine would refuse, and puts in what services are made of. */
import { MENU_ENTRIES } from '../canvas/libraries.ts'
import type { Element, Kind } from '../canvas/model.ts'
import { insideOf } from './inside.ts'
import { isOffered, placesAt } from './offered.ts'

type Entries = Readonly<Record<string, unknown>>
type Filter = (entries: Entries) => Entries

interface Menu {
  registerProvider(id: string, priority: number, provider: MenuProvider): void
}

interface MenuProvider {
  getPopupMenuEntries(element: Element): Filter
  getPopupMenuHeaderEntries?(element: Element): Filter
}

interface Palette {
  registerProvider(priority: number, provider: { getPaletteEntries(): Filter }): void
}

interface Create {
  start(event: Event, shape: Element): void
}

/** After every other provider. */
const LAST = 100

/** Names that the replace menu has for what the catalogue calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'none-start': 'none-start-event',
  'none-end': 'none-end-event',
  'none-intermediate-throw': 'none-intermediate-throwing',
  subprocess: 'expanded-subprocess',
  'ad-hoc-subprocess': 'expanded-ad-hoc-subprocess',
}

/** Changes of a flow, which make no element. */
const FLOWS: ReadonlySet<string> = new Set(['sequence-flow', 'default-flow', 'conditional-flow'])

/** Markers that say something the engine does not do. */
const HEADERS: ReadonlySet<string> = new Set(['toggle-participant-multiplicity'])

/** What the entry of a menu would make; undefined: nothing this table knows. */
export function kindOf(entry: string): Kind | undefined {
  const name = entry.replace(/^(?:create|append)-/, '').replace(/^replace-with-/, '')
  return MENU_ENTRIES[OTHER_NAMES[name] ?? name]?.target
}

const isFlow = (entry: string): boolean => FLOWS.has(entry.replace(/^replace-with-/, ''))

/** What the canvas can make at all, each under the words of the menu. */
export const OFFERED: readonly { readonly id: string; readonly label: string; readonly kind: Kind }[] = Object.entries(
  MENU_ENTRIES,
).flatMap(([id, { label, target }]) => (isOffered(target) ? [{ id, label, kind: target }] : []))

const PALETTE: Readonly<Record<string, Kind>> = {
  'create.start-event': { type: 'bpmn:StartEvent' },
  'create.intermediate-event': { type: 'bpmn:IntermediateThrowEvent' },
  'create.end-event': { type: 'bpmn:EndEvent' },
  'create.exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'create.task': { type: 'bpmn:Task' },
  'create.data-object': { type: 'bpmn:DataObjectReference' },
  'create.data-store': { type: 'bpmn:DataStoreReference' },
  'create.subprocess-expanded': { type: 'bpmn:SubProcess' },
  'create.participant-expanded': { type: 'bpmn:Participant' },
  'create.group': { type: 'bpmn:Group' },
}

/** Steps that services are mostly made of, one click away. */
const STEPS = [
  { id: 'create.user-task', icon: 'bpmn-icon-user-task', title: 'Create user task', kind: { type: 'bpmn:UserTask' } },
  {
    id: 'create.service-task',
    icon: 'bpmn-icon-service-task',
    title: 'Create service task',
    kind: { type: 'bpmn:ServiceTask' },
  },
  {
    id: 'create.rule-task',
    icon: 'bpmn-icon-business-rule-task',
    title: 'Create business rule task',
    kind: { type: 'bpmn:BusinessRuleTask' },
  },
  {
    id: 'create.call-activity',
    icon: 'bpmn-icon-call-activity',
    title: 'Create call activity',
    kind: { type: 'bpmn:CallActivity' },
  },
] as const

export const STEP_TITLES: readonly string[] = STEPS.map(({ title }) => title)

export class OfferedMenus {
  static readonly $inject = ['popupMenu', 'palette', 'create', 'elementFactory', 'translate']

  constructor(
    menu: Menu,
    palette: Palette,
    create: Create,
    factory: { createShape(kind: Kind): Element },
    translate: (text: string) => string,
  ) {
    for (const id of ['bpmn-create', 'bpmn-append'])
      menu.registerProvider(id, LAST, { getPopupMenuEntries: () => kept((kind) => isOffered(kind)) })
    menu.registerProvider('bpmn-replace', LAST, {
      getPopupMenuEntries: (element) => kept((kind) => isOffered(kind, placesAt(kind, insideOf(element)))),
      getPopupMenuHeaderEntries: () => (entries) => without(entries, (id) => HEADERS.has(id)),
    })
    palette.registerProvider(LAST, {
      getPaletteEntries: () => (entries) => {
        const left = without(entries, (id) => PALETTE[id] !== undefined && !isOffered(PALETTE[id]))
        return withSteps(left, (kind) => (event: Event) => create.start(event, factory.createShape(kind)), translate)
      },
    })
  }
}

const kept =
  (keep: (kind: Kind) => boolean): Filter =>
  (entries) =>
    without(entries, (id) => {
      const kind = kindOf(id)
      return kind === undefined ? !isFlow(id) && !id.startsWith('masar') : !keep(kind)
    })

const without = (entries: Entries, drop: (id: string) => boolean): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !drop(id)))

function withSteps(
  entries: Entries,
  make: (kind: Kind) => (event: Event) => void,
  translate: (text: string) => string,
) {
  const steps = STEPS.filter(({ kind }) => isOffered(kind)).map(({ id, icon, title, kind }) => {
    const start = make(kind)
    return [
      id,
      { group: 'activity', className: icon, title: translate(title), action: { dragstart: start, click: start } },
    ]
  })
  return { ...entries, ...Object.fromEntries(steps) }
}

export const offeredModule = { __init__: ['offeredMenus'], offeredMenus: ['type', OfferedMenus] }

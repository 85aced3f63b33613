/** What is on the canvas: shapes and flows, what they mean in BPMN, and the services that change them. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

/** An element of the BPMN model, as the file has it. */
export interface Meaning {
  readonly $type: string
  $parent?: Meaning
  readonly $instanceOf: (type: string) => boolean
  readonly id: string
  readonly name?: string
  get(name: string): unknown
  set(name: string, value: unknown): void
}

/** A shape or a flow. */
export interface Element extends Bounds {
  readonly id: string
  readonly type: string
  readonly businessObject: Meaning
  readonly di: Meaning
  readonly parent?: Element
  readonly children: readonly Element[]
  readonly incoming: readonly Element[]
  readonly outgoing: readonly Element[]
  readonly attachers?: readonly Element[]
  readonly host?: Element
  readonly label?: Element
  readonly labels?: readonly Element[]
  readonly labelTarget?: Element
  readonly source?: Element
  readonly target?: Element
  readonly waypoints?: readonly Point[]
}

/** What a menu can make: a type, and what makes it another kind of that type. */
export interface Kind {
  readonly type: string
  readonly eventDefinitionType?: string
  readonly triggeredByEvent?: boolean
  readonly isExpanded?: boolean
  readonly isInterrupting?: boolean
  readonly cancelActivity?: boolean
}

export type Module = Readonly<Record<string, unknown>>

export interface ModelerOptions {
  readonly container: HTMLElement
  readonly additionalModules: readonly Module[]
  readonly moddleExtensions: Readonly<Record<string, unknown>>
  readonly steps: { readonly undo: () => void; readonly redo: () => void }
}

export interface EventBus {
  on<E>(event: string | readonly string[], hear: (event: E) => unknown): void
  on<E>(event: string | readonly string[], priority: number, hear: (event: E) => unknown): void
  off(event: string | readonly string[], hear: (event: never) => unknown): void
  fire(event: string, context?: object): unknown
}

export interface Registry {
  get(id: string): Element | undefined
  getAll(): readonly Element[]
  filter(keep: (element: Element) => boolean): readonly Element[]
  getGraphics(element: Element): SVGElement
}

export interface Viewbox extends Bounds {
  readonly inner: Bounds
  readonly outer: { readonly width: number; readonly height: number }
  readonly scale: number
}

export interface Canvas {
  viewbox(): Viewbox
  viewbox(box: Bounds): void
  zoom(): number
  zoom(to: number | 'fit-viewport', center?: Point | 'auto' | null): number
  getRootElement(): Element
  setRootElement(root: Element): void
  findRoot(id: string): Element | undefined
  getRootElements(): readonly Element[]
  getContainer(): HTMLElement
  getActiveLayer(): SVGElement
  scrollToElement(element: Element): void
  addMarker(element: Element, marker: string): void
  removeMarker(element: Element, marker: string): void
  hasMarker(element: Element, marker: string): boolean
  focus(): void
  resized(): void
}

export interface CommandStack {
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  clear(emit?: boolean): void
  registerHandler(name: string, handler: unknown): void
  execute(command: string, context: object): void
}

export interface Modeling {
  updateLabel(element: Element, name: string | null): void
  updateProperties(element: Element, properties: Readonly<Record<string, unknown>>): void
  updateModdleProperties(element: Element, meaning: Meaning, properties: Readonly<Record<string, unknown>>): void
  removeElements(elements: readonly Element[]): void
  createShape(shape: Element, at: Point, parent: Element, hints?: { readonly attach?: boolean }): Element
  moveShape(shape: Element, delta: Point): void
  connect(source: Element, target: Element): Element | undefined
  updateWaypoints(connection: Element, waypoints: readonly Point[]): void
}

export interface Selection {
  get(): readonly Element[]
  select(elements: Element | readonly Element[] | null): void
}

export interface ElementFactory {
  createShape(kind: Kind): Element
}

export interface AutoPlace {
  append(source: Element, shape: Element): Element
}

export interface Moddle {
  create(type: string, values?: Readonly<Record<string, unknown>>): Meaning
  createAny(name: string, namespace: string, values: Readonly<Record<string, unknown>>): Meaning
  getElementDescriptor(of: unknown): { readonly isGeneric?: boolean; readonly ns?: { readonly name: string } }
}

export interface Overlays {
  add(element: string | Element, type: string, overlay: Overlay): string
  remove(of: { readonly type?: string; readonly element?: string | Element }): void
}

export interface Overlay {
  readonly position: Readonly<Partial<Record<'top' | 'left' | 'right' | 'bottom', number>>>
  readonly html: HTMLElement
  readonly scale?: false
}

export interface EditorActions {
  register(name: string, act: (options?: never) => unknown): void
  unregister(name: string): void
  trigger(name: string, options?: object): unknown
  isRegistered(name: string): boolean
}

/** What is edited in place, and in which box. */
export interface Edited {
  readonly text: string
  readonly bounds: Bounds
  readonly style: Readonly<Record<string, unknown>>
}

export interface LabelEditing {
  activate(element: Element): Edited | undefined
  update(element: Element, text: string, before: string, bounds: Bounds): void
}

export interface Services {
  readonly eventBus: EventBus
  readonly elementRegistry: Registry
  readonly canvas: Canvas
  readonly commandStack: CommandStack
  readonly modeling: Modeling
  readonly selection: Selection
  readonly elementFactory: ElementFactory
  readonly autoPlace: AutoPlace
  readonly moddle: Moddle
  readonly bpmnFactory: Pick<Moddle, 'create'>
  readonly overlays: Overlays
  readonly popupMenu: {
    open(element: Element, menu: string, at: Point, options: { readonly search?: boolean }): void
    close(): void
  }
  readonly editorActions: EditorActions
  readonly rules: { allowed(rule: string, context: object): unknown }
  readonly bpmnReplace: { replaceElement(element: Element, target: Kind): Element }
  readonly graphicsFactory: { update(type: 'shape' | 'connection', element: Element, graphics: SVGElement): void }
  readonly minimap: { open(): void; close(): void; toggle(): void }
  readonly searchPad: { isOpen(): boolean; toggle(): void; close(): void }
  readonly directEditing: { isActive(): boolean; complete(): void; activate(element: Element): void }
  readonly copyPaste: {
    copy(elements: readonly Element[]): unknown
    paste(context?: { readonly element: Element; readonly point: Point }): readonly Element[] | undefined
  }
}

export interface Diagram {
  get<N extends keyof Services>(name: N): Services[N]
  get(name: string, strict: false): unknown
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>
  saveSVG(): Promise<{ readonly svg: string }>
  getDefinitions(): Meaning
  attachTo(parent: HTMLElement): void
  detach(): void
  destroy(): void
}

export const is = (element: Element, type: string): boolean => element.businessObject.$instanceOf(type)

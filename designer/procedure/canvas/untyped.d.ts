/** Libraries that say nothing of their types in a way this project can read; libraries.ts says which slices are used. */
declare module 'bpmn-js/lib/Modeler.js' {
  const Modeler: unknown
  export default Modeler
}
declare module 'bpmn-js/lib/features/label-editing/LabelEditingProvider.js' {
  const LabelEditingProvider: unknown
  export default LabelEditingProvider
}
declare module 'bpmn-js/lib/features/popup-menu/PopupEntries.js' {
  export const PopupEntries: unknown
}
declare module 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil.js' {
  export const getNewShapePosition: unknown
}
declare module 'diagram-js/lib/features/search/search.js' {
  interface Token {
    readonly value: string
    readonly index: number
    readonly match?: boolean
  }
  type Item = Readonly<Record<string, string | string[]>>
  export default function search(
    items: readonly Item[],
    pattern: string,
    options: { readonly keys: readonly string[] },
  ): readonly { readonly item: Item; readonly tokens: Readonly<Record<string, readonly (Token | Token[])[]>> }[]
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: Readonly<Record<string, unknown>>
}
declare module 'diagram-js-minimap' {
  const minimap: Readonly<Record<string, unknown>>
  export default minimap
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>
}
declare module 'moddle-xml' {
  export class Writer {
    constructor(options: { readonly format: boolean; readonly preamble?: boolean })
    toXML(root: object): string
  }
}

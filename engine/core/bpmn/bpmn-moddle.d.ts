/** The slice of bpmn-moddle that reading a drawing uses; its elements are described in element.ts. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>, options?: Readonly<Record<string, unknown>>)
    create(type: string, values: Readonly<Record<string, unknown>>): unknown
    toXML(root: object, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly unknown[] }>
  }
}

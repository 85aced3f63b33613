/** The slice of bpmn-moddle that reading a drawing uses; its elements are described in element.ts. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>, options?: Readonly<Record<string, unknown>>)
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly unknown[] }>
  }
}

/** The viewer of bpmn-js says nothing of its types in a way this project can read: only what is used of it. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export default class NavigatedViewer {
    constructor(options: { readonly container: HTMLElement; readonly additionalModules?: readonly object[] })
    importXML(xml: string): Promise<unknown>
    get<Service>(name: string): Service
    destroy(): void
  }
}

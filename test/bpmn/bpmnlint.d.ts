/** The slice of bpmnlint that the tests use. */
declare module 'bpmnlint/lib/linter.js' {
  interface Report {
    readonly id: string
    readonly message: string
    readonly category: string
  }
  export default class Linter {
    constructor(options: {
      readonly config: { readonly rules: Readonly<Record<string, string>> }
      readonly resolver: {
        resolveRule(pkg: string, name: string): unknown
        resolveConfig(pkg: string, name: string): unknown
      }
    })
    lint(root: object): Promise<Readonly<Record<string, readonly Report[]>>>
  }
}

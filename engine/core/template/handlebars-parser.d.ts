/** The reader of the template language alone, without what makes code of a template: a page may not. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** @throws Error, which names the line */
  export function parse(template: string): hbs.AST.Program
}

/** The partials, compiled: what `handlebars/runtime` takes. */
export const partials: Readonly<Record<string, TemplateSpecification>>

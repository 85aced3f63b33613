/** Templates of notices, filled as plain text: looked at once more before they are, whatever was deployed. */
import type { RenderText, Templates } from '../../../core/notice-text.ts'
import { invalid, notFound } from '../../../core/problem.ts'
import { checkTemplate } from '../../../core/template/check.ts'
import { HOME_ZONE } from '../config.ts'
import type { Renderers } from './renderers.ts'
import { renderTemplate } from './rendering.ts'

interface TextDeps {
  readonly templates: Templates
  readonly renderers: Pick<Renderers, 'render'>
  readonly timeZone: string
}

export function textRenderer({ templates, renderers, timeZone }: TextDeps): RenderText {
  return async (program, name, data, language) => {
    const file = `templates/${name}.hbs`
    if (!name.endsWith('.txt'))
      return invalid('template.medium', `Expected the template of a notice to be named like "${name}.txt"`)
    const template = await templates(program, name)
    if (template === undefined)
      return notFound('template.not-found', `Expected ${file} in the package, but it is not there`)
    const findings = checkTemplate(file, template)
    if (findings.length > 0) return invalid('template.refused', `Expected ${file} to be a safe template`, findings)
    const filled = await renderers.render({
      template,
      data: JSON.stringify(data),
      medium: 'text',
      setting: { language, timeZone },
    })
    return filled.kind === 'rendered' ? filled.text : invalid('template.data', `${filled.reason} (${file})`)
  }
}

/** For trials, which run where nobody else is kept waiting: no thread of its own. */
export const textsOfTrial = (templates: Templates): RenderText =>
  textRenderer({ templates, renderers: { render: async (request) => renderTemplate(request) }, timeZone: HOME_ZONE })
